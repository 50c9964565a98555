using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>Two places on one day; two units at one time. Only what is certain of the dates counts.</summary>
internal static class PlaceAndUnitRules
{
    /// <summary>Acts at which one is there oneself.</summary>
    private static readonly EvidenceType[] InPerson = [EvidenceType.Protest, EvidenceType.SymbolicAct, EvidenceType.MediaInterview, EvidenceType.MedicalRecord, EvidenceType.AdministrativeCase];

    public static IEnumerable<Mismatch> Find(CaseFile file) => Places(file).Concat(PlacesOfService(file)).Concat(Overlaps(file)).Concat(UnitNames(file)).Concat(UnitsSaid(file));

    private static IEnumerable<Mismatch> Places(CaseFile file)
    {
        var there = InPersonOn(file).ToList();
        for (var i = 0; i < there.Count; i++)
        {
            for (var j = i + 1; j < there.Count; j++)
            {
                if (there[i].Day == there[j].Day && !PlaceNames.MayBeOne(there[i].Place, there[j].Place))
                {
                    yield return Between(there[i].Place, DateRules.EvidenceOf(there[i].Item, there[i].Place), there[j].Place, DateRules.EvidenceOf(there[j].Item, there[j].Place), isLight: false);
                }
            }
        }
    }

    /// <summary>Soldiers have leave, and a unit's place is seldom exact: shown, never in the way.</summary>
    private static IEnumerable<Mismatch> PlacesOfService(CaseFile file)
    {
        foreach (var (item, day, place) in InPersonOn(file))
        {
            foreach (var service in file.Interview.Service.Where(s => s.Value.From.Latest <= day && s.Value.To?.Earliest >= day && !PlaceNames.MayBeOne(s.Value.Place, place)))
            {
                yield return Between(place, DateRules.EvidenceOf(item, place), service.Value.Place, SourcesOnFile.Of(service, service.Value.Place), isLight: true);
            }
        }
    }

    private static IEnumerable<(Recorded<EvidenceItem> Item, DateOnly Day, string Place)> InPersonOn(CaseFile file) =>
        from item in file.Evidence.Items
        where InPerson.Contains(item.Value.Type) && !string.IsNullOrWhiteSpace(item.Value.Place)
        let when = file.Evidence.GradeOf(item.Value.Label)?.VerifiedOn ?? item.Value.ClaimedOn
        where when is { Day: not null }
        select (item, when.Value.Earliest, item.Value.Place);

    private static Mismatch Between(string place, Source one, string otherPlace, Source other, bool isLight) =>
        Mismatch.Between(MismatchKind.Place, MismatchTopic.Whereabouts, one, other, PlaceNames.IsRenamed(place, otherPlace) ? MismatchPattern.PlaceRenamed : null, isLight);

    /// <summary>In two units for certain, for more than the day of a move.</summary>
    private static IEnumerable<Mismatch> Overlaps(CaseFile file)
    {
        foreach (var (one, other) in PairsOf(file.Interview).Where(p => p.One.Value.Unit != p.Other.Value.Unit && p.One.Value.Unit.Length > 0 && p.Other.Value.Unit.Length > 0))
        {
            var from = Later(one.Value.From.Latest, other.Value.From.Latest);
            if (one.Value.To is { } ends && other.Value.To is { } otherEnds && from < ends.Earliest && from < otherEnds.Earliest)
            {
                yield return Mismatch.Between(MismatchKind.Unit, MismatchTopic.Unit, SourcesOnFile.Of(one, Times(one.Value)), SourcesOnFile.Of(other, Times(other.Value)));
            }
        }
    }

    private static IEnumerable<Mismatch> UnitNames(CaseFile file)
    {
        foreach (var (one, other) in PairsOf(file.Interview).Where(p => p.One.Value.Unit == p.Other.Value.Unit && p.One.Value.Unit.Length > 0))
        {
            var (a, b) = (NameFold.Words(one.Value.UnitName), NameFold.Words(other.Value.UnitName));
            if (!a.IsEmpty && !b.IsEmpty && !a.Any(w => b.Contains(w)))
            {
                yield return Mismatch.Between(MismatchKind.Unit, MismatchTopic.Unit, SourcesOnFile.Of(one, one.Value.UnitName!), SourcesOnFile.Of(other, other.Value.UnitName!), MismatchPattern.UnitRenamed);
            }
        }
    }

    /// <summary>The units that the person names in an answer or the statement, against those of the service periods and of another session: differ only when they have none in common.</summary>
    private static IEnumerable<Mismatch> UnitsSaid(CaseFile file)
    {
        var said = SourcesOnFile.CountingAnswers(file.Interview).Where(a => a.Value.Code is "D3" or "D6")
            .Select(a => (Units: DateMentions.UnitsIn(SourcesOnFile.WordsOf(a.Value), askedForUnits: a.Value.Code == "D6"), Source: (Func<string, Source>)(says => SourcesOnFile.Of(file.Interview, a, says)))).ToList();
        if (SourcesOnFile.LastStatement(file.Interview) is var (statement, number))
        {
            said.Add((DateMentions.UnitsIn(statement.Value.Text, askedForUnits: false), says => SourcesOnFile.Of(statement, number, says)));
        }

        var named = said.Where(s => !s.Units.IsEmpty).Select(s => (s.Units, Source: s.Source(string.Join(", ", s.Units)))).ToList();
        for (var i = 0; i < named.Count; i++)
        {
            for (var j = i + 1; j < named.Count; j++)
            {
                if (named[i].Source.Mark == named[j].Source.Mark && !named[i].Units.Any(u => named[j].Units.Contains(u)))
                {
                    yield return Mismatch.Between(MismatchKind.Unit, MismatchTopic.Unit, named[i].Source, named[j].Source);
                }
            }

            if (file.Interview.Service.Count > 0 && !file.Interview.Service.Values().Any(s => s.Unit.Length == 0 || named[i].Units.Contains(s.Unit)))
            {
                var first = file.Interview.Service.OrderBy(s => s.Value.Label, StringComparer.Ordinal).First();
                yield return Mismatch.Between(MismatchKind.Unit, MismatchTopic.Unit, named[i].Source, SourcesOnFile.Of(first, string.Join(", ", file.Interview.Service.Values().Select(s => s.Unit).Distinct().Order(StringComparer.Ordinal))));
            }
        }
    }

    private static string Times(ServicePeriod period) => $"{period.Unit}: {period.From} / {SourcesOnFile.Write(period.To)}";

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static IEnumerable<(Recorded<ServicePeriod> One, Recorded<ServicePeriod> Other)> PairsOf(InterviewFacts facts) =>
        facts.Service.SelectMany((one, i) => facts.Service.Skip(i + 1).Select(other => (one, other)));
}
