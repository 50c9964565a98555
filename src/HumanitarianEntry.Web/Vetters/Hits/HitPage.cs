using System.Globalization;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Web.Vetters.Hits;

/// <param name="Opinions">What was said before about this entry and these names.</param>
public sealed record HitPage(CaseView Case, ScreeningHit Hit, ScreenedList? List, IReadOnlyList<PointLine> Points, IReadOnlyList<Recorded<HitAdjudication>> Opinions, HitForm Form)
{
    public string CaseUrl => VetterPaths.Case + Case.File.Reference;

    /// <returns>Null when the latest run has no such hit.</returns>
    public static HitPage? Of(CaseView view, string label, HitForm form)
    {
        var vetting = view.File.Vetting;
        if (vetting.LatestRun?.Value is not { } run || run.Hits.Find(h => string.Equals(h.Label, label, StringComparison.OrdinalIgnoreCase)) is not { } hit)
        {
            return null;
        }

        var opinions = vetting.Adjudications.FindAll(a => a.Value.EntryHash == hit.EntryHash && a.Value.ApplicantHash == run.ApplicantHash);
        return new HitPage(view, hit, run.Lists.Find(l => l.Id == hit.ListId), PointLine.Of(hit), opinions, form);
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
        return Math.Abs(rest) < Rounding ? lines : [.. lines, new PointLine("Rounding and limits of the scale", Math.Round(rest, 1))];
    }

    private static PointLine Read(string line)
    {
        var colon = line.LastIndexOf(':');
        return colon > 0 && double.TryParse(line[(colon + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? new PointLine(line[..colon], points) : new PointLine(line, null);
    }
}
