using System.Globalization;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Web.Vetters.Hits;

/// <summary>An answer that was given about this entry, and whether it counts now.</summary>
/// <param name="Why">Why it counts no more, in a sentence; null when it does.</param>
public sealed record EarlierAnswer(Recorded<HitAdjudication> Said, string? Why);

/// <param name="Own">The reader's own answer that counts now; null when he has given none.</param>
/// <param name="Answers">What was said about this entry of the list in this case, also in other versions of it or of the applicant's names; oldest first.</param>
/// <param name="Others">Labels of all hits of the run, in its order.</param>
public sealed record HitPage(
    CaseView Case, ScreeningHit Hit, ScreenedList? List, HitAdjudication? Own, IReadOnlyList<PointLine> Points, HitComparison Compared, IReadOnlyList<EarlierAnswer> Answers, IReadOnlyList<string> Others, HitForm Form)
{
    /// <summary>What other cases came to about this entry, where it is enough of them to be told.</summary>
    public IReadOnlyList<AnswersElsewhere> Elsewhere { get; init; } = [];

    public string CaseUrl => VetterPaths.Case + Case.File.Reference;

    /// <summary>The hit before this one; null for the first.</summary>
    public string? Before => Others.TakeWhile(o => o != Hit.Label).LastOrDefault();

    /// <summary>The hit after this one; null for the last.</summary>
    public string? After => Others.SkipWhile(o => o != Hit.Label).Skip(1).FirstOrDefault();

    public string UrlOf(string label) => UrlOf(Case.File, label);

    public static string UrlOf(CaseFile file, string label) => $"{VetterPaths.Case}{file.Reference}/hits/{label.ToLowerInvariant()}";

    /// <summary>When passports were written by a table.</summary>
    public static string TimeOf(RomanisationEpoch epoch) => epoch switch
    {
        RomanisationEpoch.Icao9303 => S("since 2014"),
        RomanisationEpoch.Gost2010 => "2010-2013",
        RomanisationEpoch.Order310Of1997 => "1997-2010",
        RomanisationEpoch.FrenchBefore1997 => S("before 1997"),
    };

    /// <returns>Null when the latest run has no such hit.</returns>
    public static HitPage? Of(CaseView view, string label, HitForm form)
    {
        var vetting = view.File.Vetting;
        if (vetting.LatestRun?.Value is not { } run || run.Hits.Find(h => string.Equals(h.Label, label, StringComparison.OrdinalIgnoreCase)) is not { } hit)
        {
            return null;
        }

        return new HitPage(
            view, hit, run.Lists.Find(l => l.Id == hit.ListId), view.Own.Vetting.AnswerTo(hit), PointLine.Of(hit), HitComparison.Of(view.File, hit), [.. AnswersOn(vetting, run, hit)], [.. run.Hits.Select(h => h.Label)], form);
    }

    /// <summary>The next hit that this person has not answered; null when there is none.</summary>
    public static string? NextFor(CaseFile file, Guid person, string after)
    {
        var vetting = file.Vetting;
        var labels = vetting.LatestRun?.Value.Hits ?? [];
        return labels.SkipWhile(h => h.Label != after).Skip(1).Concat(labels.TakeWhile(h => h.Label != after))
            .FirstOrDefault(h => vetting.AnswerOf(person, h) is null)?.Label;
    }

    private static IEnumerable<EarlierAnswer> AnswersOn(VettingFacts vetting, ScreeningRun run, ScreeningHit hit)
    {
        var versions = vetting.Runs.SelectMany(r => r.Value.Hits).Where(h => h.ListId == hit.ListId && h.EntryId == hit.EntryId).Select(h => h.EntryHash).ToHashSet(StringComparer.Ordinal);
        return vetting.Adjudications.Where(a => versions.Contains(a.Value.EntryHash)).Select(a => new EarlierAnswer(
            a, a.Value.EntryHash != hit.EntryHash ? S("The entry has changed since: it must be answered again.") : a.Value.ApplicantHash != run.ApplicantHash ? S("The applicant's names, births or papers have changed since: it must be answered again.")
            : vetting.IsReopened(a) ? S("The day to look again has come: it must be answered again.") : null));
    }
}

/// <summary>One line of the explanation with its points; together they are the score.</summary>
public sealed record PointLine(string What, double? Points)
{
    private const double Rounding = 0.05;

    public static IReadOnlyList<PointLine> Of(ScreeningHit hit)
    {
        var lines = hit.Explanation.Select(Read).ToList();
        var rest = hit.Score - lines.Sum(l => l.Points ?? 0);
        return Math.Abs(rest) < Rounding ? lines : [.. lines, new PointLine(S("Rounding and limits of the scale"), Math.Round(rest, 1))];
    }

    private static PointLine Read(string line)
    {
        var colon = line.LastIndexOf(':');
        return colon > 0 && double.TryParse(line[(colon + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? new PointLine(line[..colon], points) : new PointLine(line, null);
    }
}
