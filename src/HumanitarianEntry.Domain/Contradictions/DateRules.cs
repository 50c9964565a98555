using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>Two sources give different dates for one event. Dates that may be the same day never differ.</summary>
internal static class DateRules
{
    private static readonly Dictionary<string, MismatchTopic> TopicOfQuestion = new(StringComparer.Ordinal)
    {
        ["B2"] = MismatchTopic.Birth, ["D2"] = MismatchTopic.CallUp, ["D3"] = MismatchTopic.Mobilised, ["D5"] = MismatchTopic.Contract, ["F1"] = MismatchTopic.Decision, ["F2"] = MismatchTopic.Refusal,
        ["F3"] = MismatchTopic.Leaving, ["I1"] = MismatchTopic.Arrival, ["G1q"] = MismatchTopic.Prosecution,
    };

    /// <summary>Papers of a refusal that an answer on it can be held against.</summary>
    private static readonly ImmutableArray<EvidenceType> Refusals = [EvidenceType.ResignationReport, EvidenceType.WrittenRefusal, EvidenceType.RefusalOrder];

    public static IEnumerable<Mismatch> Find(CaseFile file)
    {
        var births = BirthClaims(file).ToList();
        var answers = Answers(file).ToList();
        return Pairs(births)
            .Concat(answers.Where(a => a.Topic != MismatchTopic.Birth).GroupBy(a => a.Topic).SelectMany(g => Pairs([.. g])))
            .Concat(AgainstRecords(answers, MismatchTopic.Refusal, [.. EvidenceClaims(file, MismatchTopic.Refusal, Refusals)]))
            .Concat(AgainstRecords(answers, MismatchTopic.Prosecution, [.. Prosecutions(file)]))
            .Concat(Verified(file))
            .Concat(Ages(file, births.Find(b => b.Source.Kind == SourceKind.Birth)))
            .Concat(StayEnds(file));
    }

    /// <summary>Dates that answers give, by what the question asks for.</summary>
    public static IEnumerable<DateSaid> Answers(CaseFile file)
    {
        foreach (var answer in SourcesOnFile.CountingAnswers(file.Interview))
        {
            if (TopicOfQuestion.TryGetValue(answer.Value.Code, out var topic) && DateMentions.In(SourcesOnFile.WordsOf(answer.Value)) is { IsEmpty: false } dates)
            {
                yield return new DateSaid(topic, dates, SourcesOnFile.Of(file.Interview, answer, SourcesOnFile.Write(dates)));
            }
        }
    }

    /// <summary>Everything that says when the person was born.</summary>
    public static IEnumerable<DateSaid> BirthClaims(CaseFile file)
    {
        if (file.Identity.Births.OrderBy(b => b.Provenance.At).LastOrDefault() is { } birth)
        {
            yield return new DateSaid(MismatchTopic.Birth, [birth.Value.BornOn], new Source(SourceKind.Birth, string.Empty, Compartment.Identity, birth.Value.BornOn.ToString(), birth.Value.BornOn.ToString(), birth.Provenance));
        }

        foreach (var (paper, zone) in PaperRules.Zones(file))
        {
            if (zone.BornOn(DateOnly.FromDateTime(paper.Provenance.At.UtcDateTime)) is { } born)
            {
                yield return new DateSaid(MismatchTopic.Birth, [born], PaperRules.ZoneOf(paper, born.ToString()));
            }
        }

        foreach (var answer in Answers(file).Where(a => a.Topic == MismatchTopic.Birth))
        {
            yield return answer;
        }

        if (SourcesOnFile.LastStatement(file.Interview) is var (statement, number) && DateMentions.OfBirthIn(statement.Value.Text) is { IsEmpty: false } told)
        {
            yield return new DateSaid(MismatchTopic.Birth, told, SourcesOnFile.Of(statement, number, SourcesOnFile.Write(told)));
        }

        // Only what is known to be the person's own entry: a namesake's birth date differs by nature.
        foreach (var hit in file.Vetting.LatestRun?.Value.Hits.Where(h => !h.Born.IsEmpty && file.Vetting.StandingOf(h) is HitStanding.Same or HitStanding.SameNeedsSecond) ?? [])
        {
            var listed = SourcesOnFile.Write(hit.Born);
            yield return new DateSaid(MismatchTopic.Birth, [.. hit.Born], new Source(SourceKind.ListEntry, $"{hit.ListId}/{hit.EntryId}", Compartment.Vetting, listed, $"{hit.MatchedName}: {listed}", file.Vetting.LatestRun!.Provenance));
        }
    }

    private static IEnumerable<Mismatch> Pairs(IReadOnlyList<DateSaid> claims)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            for (var j = i + 1; j < claims.Count; j++)
            {
                if (!claims[i].Fits(claims[j]))
                {
                    yield return Between(claims[i], claims[j]);
                }
            }
        }
    }

    /// <summary>There may be several records of such events; an answer differs only when it fits none of them.</summary>
    private static IEnumerable<Mismatch> AgainstRecords(List<DateSaid> answers, MismatchTopic topic, List<DateSaid> records) =>
        answers.Where(a => a.Topic == topic && !records.Exists(a.Fits)).SelectMany(a => records.Select(r => Between(a, r)));

    private static Mismatch Between(DateSaid one, DateSaid other) => Mismatch.Between(MismatchKind.Date, one.Topic, one.Source, other.Source, DatePatterns.Of(one, other));

    private static IEnumerable<DateSaid> EvidenceClaims(CaseFile file, MismatchTopic topic, ImmutableArray<EvidenceType> types) =>
        file.Evidence.Items.Where(i => types.Contains(i.Value.Type)).Select(i => DateSaid.Of(topic, i.Value.ClaimedOn, EvidenceOf(i, SourcesOnFile.Write(i.Value.ClaimedOn)))).OfType<DateSaid>();

    private static IEnumerable<DateSaid> Prosecutions(CaseFile file) =>
        file.Interview.Prosecutions.OrderBy(p => p.Provenance.At).Select((p, at) => DateSaid.Of(MismatchTopic.Prosecution, p.Value.On,
            new Source(SourceKind.Prosecution, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at + 1}"), Compartment.Interview, SourcesOnFile.Write(p.Value.On), $"{p.Value.State} {p.Value.Article}, {p.Value.LearntFrom}: {SourcesOnFile.Write(p.Value.On)}", p.Provenance))).OfType<DateSaid>();

    /// <summary>What could be verified of an evidence item lies on another day than was claimed.</summary>
    private static IEnumerable<Mismatch> Verified(CaseFile file)
    {
        foreach (var item in file.Evidence.Items.Where(i => i.Value is { ClaimedOn: not null, ListEntryHash: null }))
        {
            if (file.Evidence.Grades.LastOrDefault(g => g.Value.Item == item.Value.Label) is { Value.VerifiedOn: { } verified } grade && !verified.MayEqual(item.Value.ClaimedOn!.Value))
            {
                var check = new Source(SourceKind.EvidenceCheck, item.Value.Label, Compartment.Evidence, verified.ToString(), grade.Value.HowVerified, grade.Provenance);
                yield return Between(DateSaid.Of(MismatchTopic.Evidence, item.Value.ClaimedOn, EvidenceOf(item, SourcesOnFile.Write(item.Value.ClaimedOn)))!, DateSaid.Of(MismatchTopic.Evidence, verified, check)!);
            }
        }
    }

    public static Source EvidenceOf(Recorded<EvidenceItem> item, string says) =>
        new(SourceKind.Evidence, item.Value.Label, Compartment.Evidence, says, $"{item.Value.Title}{(item.Value.Place is { } place ? $", {place}" : "")}: {SourcesOnFile.Write(item.Value.ClaimedOn)}", item.Provenance);

    /// <summary>The age that the person gave, on the day it was written down, against the birth on file.</summary>
    private static IEnumerable<Mismatch> Ages(CaseFile file, DateSaid? birth)
    {
        if (birth is null)
        {
            yield break;
        }

        foreach (var (age, source) in AgesSaid(file))
        {
            var on = DateOnly.FromDateTime(source.Recorded.At.UtcDateTime);
            var (youngest, oldest) = (on.AddYears(-age), on.AddYears(-age - 1).AddDays(1));
            if (birth.First > youngest || birth.Last < oldest)
            {
                var pattern = birth.First <= youngest.AddYears(1) && birth.Last >= oldest.AddYears(-1) ? MismatchPattern.YearOffByOne : (MismatchPattern?)null;
                yield return Mismatch.Between(MismatchKind.Date, MismatchTopic.Birth, birth.Source, source, pattern);
            }
        }
    }

    private static IEnumerable<(int Age, Source Source)> AgesSaid(CaseFile file)
    {
        foreach (var answer in SourcesOnFile.CountingAnswers(file.Interview).Where(a => a.Value.Code == "B2"))
        {
            // Where the day stands beside it, the day is compared.
            if (DateMentions.In(SourcesOnFile.WordsOf(answer.Value)).IsEmpty && DateMentions.AgeIn(SourcesOnFile.WordsOf(answer.Value)) is { } said)
            {
                yield return (said, SourcesOnFile.Of(file.Interview, answer, said.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        foreach (var referral in file.Contact.Referrals)
        {
            if (DateMentions.AgeIn(referral.Value.Reason) is { } said)
            {
                yield return (said, ReferralOf(referral, said.ToString(System.Globalization.CultureInfo.InvariantCulture), referral.Value.Reason));
            }
        }
    }

    public static Source ReferralOf(Recorded<Referral.ReferralFacts> referral, string says, string quote) => new(SourceKind.Referral, string.Empty, Compartment.Contact, says, quote, referral.Provenance) { Language = referral.Value.Language };

    private static IEnumerable<Mismatch> StayEnds(CaseFile file)
    {
        if (file.Contact.Referrals.LastOrDefault() is { Value.StayExpiresOn: { } told } referral && file.Contact.Standing().Select(s => s.Fact).OrderBy(s => s.Provenance.At).FirstOrDefault() is { Value.Until: { } until } stay && !told.MayEqual(until))
        {
            var recorded = new Source(SourceKind.Stay, stay.Value.Country, Compartment.Contact, until.ToString(), $"{stay.Value.Country}, {stay.Value.Basis}: {stay.Value.From} / {until}", stay.Provenance);
            yield return Mismatch.Between(MismatchKind.Date, MismatchTopic.StayEnd, ReferralOf(referral, told.ToString(), told.ToString()), recorded, isLight: true);
        }
    }
}

/// <summary>Harmless ways in which two dates come to differ.</summary>
internal static class DatePatterns
{
    private const int LateRegistrationDays = 92;

    public static MismatchPattern? Of(DateSaid one, DateSaid other)
    {
        var pairs = one.Dates.SelectMany(a => other.Dates.Select(b => (One: a, Other: b))).ToList();
        if (pairs.Exists(p => IsSwapped(p.One, p.Other)))
        {
            return MismatchPattern.DayAndMonthSwapped;
        }

        if (pairs.Exists(p => Math.Abs(p.One.Year - p.Other.Year) == 1 && p.One.Month is not null && p.One.Month == p.Other.Month && (p.One.Day ?? p.Other.Day) == (p.Other.Day ?? p.One.Day)))
        {
            return MismatchPattern.YearOffByOne;
        }

        if (one.Topic != MismatchTopic.Birth)
        {
            return null;
        }

        if (pairs.Exists(p => p is { One.Day: not null, Other.Day: not null } && Math.Abs(p.One.Earliest.DayNumber - p.Other.Earliest.DayNumber) is 12 or 13))
        {
            return MismatchPattern.OldCalendar;
        }

        var (paper, person) = (one.Source.Kind, other.Source.Kind) switch
        {
            (SourceKind.MachineZone, not SourceKind.MachineZone) => (one, other),
            (not SourceKind.MachineZone, SourceKind.MachineZone) => (other, one),
            _ => (null, null),
        };
        return paper is not null && paper.First > person!.Last && paper.First.DayNumber - person.Last.DayNumber <= LateRegistrationDays ? MismatchPattern.LateRegistration : null;
    }

    private static bool IsSwapped(PartialDate one, PartialDate other) => one.Year == other.Year && one.Day is { } day && other.Day is { } otherDay && one.Month == otherDay && other.Month == day;
}
