using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>Asks of one pair what one other fact would make of it, by comparing again: what is worth finding out, and what would settle it.</summary>
internal static class OtherScores
{
    private const int FarApart = 10;
    private const string OtherPatronymic = "Евстигнеевич";

    /// <returns>Other scores than the pair's own, the largest step first.</returns>
    public static IReadOnlyList<OtherScore> Of(PersonQuery query, ListEntry entry, Comparison found, Thresholds thresholds) =>
    [
        .. Births(query, entry).Concat(Patronymics(query, entry, found)).Concat(Numbers(query, entry))
            .Select(o => (o.If, Found: PersonComparison.Compare(o.Query, o.Entry, thresholds))).Where(o => o.Found.Score != found.Score)
            .Select(o => new OtherScore(o.If, o.Found.Score, o.Found.Band != MatchBand.Below)).OrderByDescending(o => Math.Abs(o.Score - found.Score)).ThenBy(o => o.If.ToString(), StringComparer.Ordinal),
    ];

    private static IEnumerable<(Sentence If, PersonQuery Query, ListEntry Entry)> Births(PersonQuery query, ListEntry entry)
    {
        var known = query.BirthDate ?? entry.BirthDates.Cast<BirthDate?>().FirstOrDefault(b => b is { IsFullDay: true }) ?? entry.BirthDates.Cast<BirthDate?>().FirstOrDefault();
        if (known is not { } day)
        {
            yield break;
        }

        var full = day.IsFullDay ? day : BirthDate.OfDay(day.Year, day.Month ?? 6, 15);
        yield return (Sentence.Of("both were born on the same day"), query with { BirthDate = full }, entry with { BirthDates = [full] });
        var far = BirthDate.OfDay(full.Year - FarApart, full.Month!.Value, Math.Min(full.Day!.Value, 28));
        yield return (Sentence.Of($"the birth years were {FarApart} apart"), query with { BirthDate = full }, entry with { BirthDates = [far] });
        if (entry.BirthDates.Count > 0)
        {
            yield return (Sentence.Of("the list gave no birth date"), query, entry with { BirthDates = [] });
        }
    }

    private static IEnumerable<(Sentence If, PersonQuery Query, ListEntry Entry)> Patronymics(PersonQuery query, ListEntry entry, Comparison found)
    {
        var own = query.Names.Select(n => n.Patronymic).FirstOrDefault(p => !string.IsNullOrWhiteSpace(p));
        var at = entry.Names.ToList().FindIndex(n => n.Display == found.MatchedName);
        if (own is null || at < 0 || found.Explanation.Lines.Any(l => l.Kind == EvidenceKind.Patronymic))
        {
            yield break;
        }

        yield return (Sentence.Of("the list gave the same patronymic"), query, With(entry, at, own));
        yield return (Sentence.Of("the list gave another patronymic"), query, With(entry, at, OtherPatronymic));
    }

    private static IEnumerable<(Sentence If, PersonQuery Query, ListEntry Entry)> Numbers(PersonQuery query, ListEntry entry)
    {
        var number = new IdentityNumber("passport", "0000000001");
        yield return (Sentence.Of("both had the same passport number"), query with { Identifiers = [number] }, entry with { Identifiers = [number] });
    }

    private static ListEntry With(ListEntry entry, int at, string patronymic)
    {
        var name = entry.Names[at];
        var changed = name.HasFields ? name with { Patronymic = patronymic } : name with { Text = $"{name.Text} {patronymic}" };
        return entry with { Names = [.. entry.Names.Take(at), changed, .. entry.Names.Skip(at + 1)] };
    }
}
