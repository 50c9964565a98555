using System.Collections.Immutable;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.MilitaryUnits;

/// <summary>What holds for all units, incidents and services, over random ones (fixed seeds).</summary>
public sealed class UnitPropertyTests
{
    private const int Worlds = 1000;
    private static readonly string[] Sizes = ["мотострелковый батальон", "мотострелковый полк", "мотострелковая бригада", "танковая бригада", "мотострелковая дивизия", "отряд"];

    [Fact]
    public void UnitFacts_OnceAPersonHasAssessedThem_NeverStandAgainstClear()
    {
        var held = 0;
        ForEach((world, dice) =>
        {
            var file = Assessed(world.File, world.Registers, dice);
            held += file.Vetting.Overlaps.Count;
            Assert.Empty(UnitRules.AgainstVetting(file, [.. UnitReadings.Of(world.Registers, file)]));
            Assert.Empty(VettingGate.OpenExclusionQuestions(file));
            Assert.Empty(file.Vetting.Decisions);
        });
        Assert.True(held > Worlds / 3, $"only {held} pairs were held: the worlds are too empty to prove anything");
    }

    [Fact]
    public void Dates_MadeLessCertain_NeverTurnAPresenceIntoNone()
    {
        var seen = 0;
        ForEach((world, dice) =>
        {
            foreach (var reading in UnitReadings.Of(world.Registers, world.File))
            {
                var service = world.File.Interview.Service.Values().First(s => s.Label == reading.Service);
                foreach (var tied in reading.Incidents)
                {
                    seen++;
                    var wider = UnitOverlapRule.Assess(
                        service with { From = Wider(service.From, dice), To = dice.Next(4) == 0 || service.To is null ? null : Wider(service.To.Value, dice) },
                        tied.Incident with { From = Wider(tied.Incident.From, dice), To = Wider(tied.Incident.To, dice) }, tied.Tie, absenceProven: false);
                    Assert.NotEqual(OverlapResult.NoOverlap, UnitOverlapRule.Assess(service, tied.Incident, tied.Tie, absenceProven: false).Result);
                    Assert.NotEqual(OverlapResult.NoOverlap, wider.Result);
                }

                // The whole reading of a less certain service knows every incident that the certain one knew.
                var less = world.File with { Interview = world.File.Interview with { Service = world.File.Interview.Service.ConvertAll(s => s.Value.Label == reading.Service ? s with { Value = s.Value with { From = Wider(s.Value.From, dice), To = null } } : s) } };
                if (reading.State == ReadingState.Sure)
                {
                    var again = UnitReadings.Of(world.Registers, less).First(r => r.Service == reading.Service);
                    Assert.Equal((ReadingState.Sure, reading.Unit!.Key), (again.State, again.Unit!.Key));
                    Assert.Subset(again.Incidents.Select(i => i.Incident.Id).ToHashSet(), reading.Incidents.Select(i => i.Incident.Id).ToHashSet());
                }
            }
        });
        Assert.True(seen > Worlds / 3);
    }

    [Fact]
    public void OtherVersion_OfTheRegisters_NeverRemovesAnAssessedPresence() => ForEach((world, dice) =>
    {
        var file = Assessed(world.File, world.Registers, dice);
        var presences = Presences(file);
        var other = World.Draw(dice).Registers;

        var later = Assessed(file, other, dice);

        Assert.Subset(Presences(later), presences);
        Assert.Equal(file.Vetting.Overlaps, later.Vetting.Overlaps.Take(file.Vetting.Overlaps.Count));
    });

    [Fact]
    public void OrderOfRows_ChangesNothing() => ForEach((world, dice) =>
    {
        var shuffled = new RegistersInForce([.. Shuffle(world.Units, dice)], "1", [.. Shuffle(world.Incidents, dice)], "1");

        Assert.Equal(UnitReadings.Of(world.Registers, world.File).Select(Text), UnitReadings.Of(shuffled, world.File).Select(Text));
    });

    private static void ForEach(Action<World, Dice> check)
    {
        for (var seed = 1UL; seed <= Worlds; seed++)
        {
            var dice = new Dice(seed * 7919);
            check(World.Draw(dice), dice);
        }
    }

    /// <summary>A vetter chooses what is not clear, holds everything and assesses what it opens.</summary>
    private static CaseFile Assessed(CaseFile file, RegistersInForce registers, Dice dice)
    {
        var minute = file.Vetting.Overlaps.Count + file.Vetting.Exclusions.Count + 1;
        foreach (var unsure in UnitReadings.Of(registers, file).Where(r => r.State == ReadingState.Unsure))
        {
            file = file.After(new ChooseUnit(unsure.Service, dice.Next(2) == 0 ? null : dice.One(unsure.Candidates).Unit, "DEMO"), minute++);
        }

        var act = UnitDesk.Hold(new UnitPicture("1", "1", UnitReadings.Of(registers, file)), file, null, null);
        file = file.After(act, minute++);
        foreach (var subject in VettingGate.OpenExclusionQuestions(file).ToList())
        {
            file = file.After(new AssessExclusion(subject, ExclusionLimb.WarCrime, "none", ExclusionConclusion.TriggerCleared, "Elsewhere.") { Contribution = "none", KnowledgeAndIntent = "none" }, minute++);
        }

        return file;
    }

    private static HashSet<(string, string)> Presences(CaseFile file) => [.. VettingGate.CurrentOverlaps(file).Where(o => o.IsPresence()).Select(o => (o.ServiceLabel, o.IncidentId))];

    private static PartialDate Wider(PartialDate date, Dice dice) => PartialDate.TryCreate(date.Year, dice.Next(2) == 0 ? null : date.Month, null)!.Value;

    private static List<T> Shuffle<T>(IReadOnlyList<T> rows, Dice dice)
    {
        var left = rows.ToList();
        for (var i = left.Count - 1; i > 0; i--)
        {
            var j = dice.Next(i + 1);
            (left[i], left[j]) = (left[j], left[i]);
        }

        return left;
    }

    private static string Text(ServiceReading r) =>
        $"{r.Service} {r.State} {r.Unit?.Key} {string.Join(',', r.Unit?.Above.Select(a => a.Key) ?? [])} | {string.Join(',', r.Candidates.Select(c => $"{c.Unit.Key}:{c.Score}"))} | {string.Join(',', r.Incidents.Select(i => $"{i.Incident.Id}:{i.Tie}:{i.Through}"))}";

    private sealed record World(IReadOnlyList<UnitEntry> Units, IReadOnlyList<IncidentEntry> Incidents, RegistersInForce Registers, CaseFile File)
    {
        public static World Draw(Dice dice)
        {
            var units = new List<UnitEntry>();
            for (var i = 0; i < 3 + dice.Next(6); i++)
            {
                var names = Enumerable.Range(0, dice.Next(3)).Select(_ => new Dated($"{900 + dice.Next(4)}-я {dice.One(Sizes)}", dice.Next(2) == 0 ? null : Date(dice), null)).ToImmutableList();
                var parents = Enumerable.Range(0, i == 0 ? 0 : dice.Next(3)).Select(_ => new Dated($"u{dice.Next(i)}", dice.Next(2) == 0 ? null : PartialDate.Parse("2022-01"), dice.Next(3) == 0 ? PartialDate.Parse("2022-12") : null)).ToImmutableList();
                units.Add(new UnitEntry($"u{i}") { Number = names.IsEmpty || dice.Next(3) > 0 ? $"0010{dice.Next(4)}" : null, NamesRu = names, Parents = parents });
            }

            var incidents = new List<IncidentEntry>();
            for (var i = 0; i < 2 + dice.Next(6); i++)
            {
                var (from, to) = Range(dice);
                var named = dice.Next(4) switch { 0 => $"u{dice.Next(units.Count)}", 1 => $"{900 + dice.Next(4)}-я {dice.One(Sizes)}", _ => $"0010{dice.Next(4)}" };
                incidents.Add(new IncidentEntry($"i{i}") { Units = [named], Place = "DEMO", From = from, To = to, Type = "t", Contested = dice.Next(2) == 0, Sources = ["DEMO"] });
            }

            var services = Enumerable.Range(0, 1 + dice.Next(3)).Select(_ =>
            {
                var (from, to) = Range(dice);
                var number = dice.Next(3) > 0 ? $"0010{dice.Next(4)}" : string.Empty;
                return MilitaryUnits.Registers.Service(number, from.ToString(), dice.Next(3) == 0 ? null : to.ToString(), number.Length == 0 || dice.Next(3) == 0 ? $"{900 + dice.Next(4)}-я {dice.One(Sizes)}" : null, dice.Next(2) == 0);
            });
            return new World(units, incidents, new RegistersInForce(units, "1", incidents, "1"), MilitaryUnits.Registers.File([.. services]));
        }

        private static (PartialDate From, PartialDate To) Range(Dice dice)
        {
            var (one, other) = (Date(dice), Date(dice));
            return one.Earliest <= other.Latest ? (one, other) : (other, one);
        }

        private static PartialDate Date(Dice dice) => PartialDate.TryCreate(2021 + dice.Next(3), dice.Next(4) == 0 ? null : 1 + dice.Next(12), null) is { Month: { } month } date && dice.Next(2) == 0
            ? PartialDate.TryCreate(date.Year, month, 1 + dice.Next(28))!.Value
            : PartialDate.TryCreate(2021 + dice.Next(3), 1 + dice.Next(12), null)!.Value;
    }
}
