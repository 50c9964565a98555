using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.Contradictions;

/// <summary>What holds for every case, tried on many made by chance from fixed seeds.</summary>
public sealed class MismatchPropertyTests
{
    private const int Cases = 300;

    private static readonly string[] Oddities = ["", " ", "\0", "\uD800", "\uDFFF\uD800", "😀👨‍👩‍👧", "\u202Eright", "ديمو ٢٠٢٢", "99.99.9999", "0000", "1 1 1", "2022-02-31", new('9', 400), "ст. 337", "мне 99 лет", "<<<<<", "Ёё-Йй'ʼ", "31 мартобря 2022"];

    [Fact]
    public void In_FactsMadeByChance_NeverThrowsAndDoesNotDependOnTheirOrder()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var chance = new Random(seed);
            var file = Made(chance);
            var found = Mismatches.In(file);
            var shuffled = file with
            {
                Identity = file.Identity with { Documents = Shuffled(chance, file.Identity.Documents), Births = Shuffled(chance, file.Identity.Births), Names = Shuffled(chance, file.Identity.Names) },
                Interview = file.Interview with { Answers = Shuffled(chance, file.Interview.Answers), Service = Shuffled(chance, file.Interview.Service), Prosecutions = Shuffled(chance, file.Interview.Prosecutions) },
                Evidence = file.Evidence with { Items = Shuffled(chance, file.Evidence.Items) },
                Contact = file.Contact with { Stays = Shuffled(chance, file.Contact.Stays) },
            };

            Assert.Equal(found.Select(m => (m.Key, m.Fingerprint, m.Pattern)), Mismatches.In(shuffled).Select(m => (m.Key, m.Fingerprint, m.Pattern)));
            Assert.Equal(found.Count, found.Select(m => m.Key).Distinct().Count());
        }
    }

    [Fact]
    public void In_EverythingSaidTwiceAlike_FindsNothing()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var chance = new Random(seed);
            var born = Day(chance, 1980, 2002);
            var left = Day(chance, 2022, 2022);
            var file = Two.Sources().Born(born.ToString()).Session().Says("B2", $"{born}").Says("F3", $"{left}").Later(2).Session().Says("B2", $"{born}").Says("F3", $"{left}").Passport($"{born.Earliest:yyMMdd}");

            Assert.Empty(file.Found());
        }
    }

    [Fact]
    public void In_ADateAndWhatIncludesIt_NeverDiffers()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var exact = Day(new Random(seed), 2021, 2023);
            foreach (var wide in new[] { exact, PartialDate.TryCreate(exact.Year, exact.Month, null)!.Value, PartialDate.TryCreate(exact.Year, null, null)!.Value })
            {
                Assert.Empty(Two.Sources().Session().Says("F3", $"Left {exact}").Later(2).Session().Says("F3", $"Left {wide}").Found());
                Assert.DoesNotContain(Two.Sources().Session().Says("I1", $"{wide}").Stays(exact.ToString()).Says("F3", $"{exact}").Found(), m => m.Kind == MismatchKind.Order && m.Topic != MismatchTopic.FirstContact);
            }
        }
    }

    [Fact]
    public void Explaining_One_ChangesNoOther()
    {
        var tried = 0;
        for (var seed = 0; seed < Cases; seed++)
        {
            var file = Made(new Random(seed));
            var before = Mismatches.WithSteps(file);
            if (before.Count < 2)
            {
                continue;
            }

            tried++;
            var one = before[seed % before.Count].Mismatch;
            var step = new Recorded<MismatchStep>(new MismatchStep(one.Key, one.Fingerprint, MismatchStepKind.Explained, [InnocentReason.Misheard], null, one.RestsOn), new Provenance(People.Screener.Id, Role.Screener, "north", CaseBuilder.FirstContact, "staff", Confidence.Stated));
            var after = Mismatches.WithSteps(file with { Interview = file.Interview with { MismatchSteps = [step] } });

            Assert.Equal(before.Where(s => s.Mismatch.Key != one.Key).Select(s => (s.Mismatch.Key, s.Standing)), after.Where(s => s.Mismatch.Key != one.Key).Select(s => (s.Mismatch.Key, s.Standing)));
            Assert.NotEqual(MismatchStanding.Open, after.Single(s => s.Mismatch.Key == one.Key).Standing);
        }

        Assert.True(tried > Cases / 4, $"Only {tried} of the cases had two mismatches.");
    }

    private static CaseFile Made(Random chance)
    {
        var at = CaseBuilder.FirstContact;
        Recorded<T> Rec<T>(T value) => new(value, new Provenance(People.Screener.Id, Role.Screener, "north", at = at.AddMinutes(1), "applicant", Confidence.Stated));
        string Text() => chance.Next(4) switch { 0 => Oddities[chance.Next(Oddities.Length)], 1 => $"{Day(chance, 2021, 2023)} {Oddities[chance.Next(Oddities.Length)]}", 2 => $"в/ч 0011{chance.Next(10)}, {Day(chance, 2020, 2023)}", _ => $"{Day(chance, 2021, 2023)}" };
        string[] codes = ["B2", "D3", "D5", "D6", "F2", "F3", "I1", "G1q", "E3"];
        return new CaseFile { Id = Guid.Empty, Reference = "K7Q-4MZ", ProgrammeId = "p", CountryOfStay = "KZ", Priority = Priority.Normal, OpenedAt = CaseBuilder.FirstContact.AddDays(chance.Next(-500, 500)) } with
        {
            Identity = new IdentityFacts
            {
                Names = [.. Times(chance, 3).Select(_ => Rec(new PersonName((NameKind)chance.Next(4), Text(), chance.Next(2) == 0 ? null : "Артём", null, (Script)chance.Next(3))))],
                Births = [.. Times(chance, 3).Select(_ => Rec(new Birth(Partial(chance, 1980, 2006), null, null, Sex.M, ["RUS"])))],
                Documents = [.. Times(chance, 3).Select(i => Rec(new IdentityDocument($"D{i + 1}", DocumentKind.ForeignPassport, Text(), Text(), null, Partial(chance, 2015, 2025), Partial(chance, 2015, 2035), SeenAs.Scan, "x", true) { MrzLine1 = "P<RUSDEMOV<<DEMO".PadRight(44, '<'), MrzLine2 = $"00123456{chance.Next(10)}1RUS{chance.Next(80, 99)}0{chance.Next(1, 10)}1{chance.Next(10)}5M3001011<<<<<<<<<<<<<<<0".PadRight(44, '<')[..44] }))],
            },
            Interview = new InterviewFacts
            {
                Sessions = [.. Times(chance, 3).Select(i => Rec(new InterviewSession(i + 1, InterviewMode.Video, "ru", true, "2")))],
                Answers = [.. Times(chance, 12).Select(_ => Rec(new Answer(chance.Next(1, 4), codes[chance.Next(codes.Length)], Text(), Text(), chance.Next(5) == 0)))],
                Service = [.. Times(chance, 4).Select(i => Rec(new ServicePeriod($"S{i + 1}", "army", $"0011{chance.Next(3)}", Text(), Text(), Partial(chance, 2015, 2022), chance.Next(3) == 0 ? null : Partial(chance, 2021, 2024), "r", "p", (ServiceBasis)chance.Next(7), chance.Next(2) == 0, false)))],
                Prosecutions = [.. Times(chance, 2).Select(_ => Rec(new Prosecution("RU", "337", ProsecutionStatus.Rumour, null, null, Partial(chance, 2022, 2024), "x")))],
                Statements = [.. Times(chance, 2).Select(_ => Rec(new Statement("ru", $"родился {Text()}", null, null, null, true)))],
            },
            Evidence = new EvidenceFacts
            {
                Items = [.. Times(chance, 5).Select(i => Rec(new EvidenceItem($"E{i + 1}", (EvidenceType)chance.Next(18), "t", Partial(chance, 2021, 2023), "o", true, true) { Place = Text() }))],
                Grades = [.. Times(chance, 3).Select(i => Rec(new EvidenceGrade($"E{i + 1}", Reliability.B, 2, Corroboration.K1, "h", Partial(chance, 2021, 2023))))],
            },
            Contact = new HumanitarianEntry.Domain.Consent.ContactFacts { Stays = [.. Times(chance, 3).Select(_ => Rec(new HumanitarianEntry.Domain.Consent.HostStay("KZ", "b", Partial(chance, 2021, 2024), Partial(chance, 2024, 2026))))] },
        };
    }

    private static IEnumerable<int> Times(Random chance, int most) => Enumerable.Range(0, chance.Next(most + 1));

    private static PartialDate Day(Random chance, int from, int to) => PartialDate.TryCreate(chance.Next(from, to + 1), chance.Next(1, 13), chance.Next(1, 29))!.Value;

    private static PartialDate Partial(Random chance, int from, int to) => chance.Next(3) switch
    {
        0 => PartialDate.TryCreate(chance.Next(from, to + 1), null, null)!.Value,
        1 => PartialDate.TryCreate(chance.Next(from, to + 1), chance.Next(1, 13), null)!.Value,
        _ => Day(chance, from, to),
    };

    private static ImmutableList<T> Shuffled<T>(Random chance, ImmutableList<T> list)
    {
        var items = list.ToArray();
        chance.Shuffle(items);
        return [.. items];
    }
}
