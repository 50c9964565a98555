using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Reviews;

/// <summary>How often two reviewers who did not know of each other agreed: counts of all cases together, never of one. Times are whole quarters and years, so that no narrower time can be worked out from two.</summary>
public abstract class AgreementController(ReviewFigures figures) : Controller
{
    /// <param name="year">Null for all years.</param>
    /// <param name="quarter">1 to 4; null for the whole year.</param>
    [HttpGet(""), Nav("Agreement", Order = 6)]
    public async Task<IActionResult> Index(int? year, int? quarter)
    {
        if (!ModelState.IsValid || year is < 2000 or > 9998 || quarter is < 1 or > 4 || (quarter is not null && year is null))
        {
            return NotFound();
        }

        var (from, to) = (year, quarter) switch
        {
            ({ } y, { } q) => ((y * 100) + (q * 3) - 2, (y * 100) + (q * 3)),
            ({ } y, null) => ((y * 100) + 1, (y * 100) + 12),
            (null, _) => (0, int.MaxValue),
        };
        var gone = HttpContext.RequestAborted;
        return View("/Shared/Reviews/Agreement.cshtml", new AgreementPage(await figures.OfAsync(from, to, gone), await figures.YearsAsync(gone), year, quarter, Request.Path));
    }
}

public sealed record AgreementPage(AgreementTable Table, IReadOnlyList<int> Years, int? Year, int? Quarter, string Url)
{
    public string Time => (Year, Quarter) switch
    {
        ({ } year, { } quarter) => S($"Quarter {quarter} of {year}"),
        ({ } year, null) => S($"The year {year}"),
        (null, _) => S("All years"),
    };

    /// <summary>A count that may be too small to be told.</summary>
    public static string Count(int count) => SmallNumbers.IsSmall(count) ? S($"fewer than {SmallNumbers.Floor}") : count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string Share(ReviewerAgreement agreement) =>
        SmallNumbers.ShowsShare(agreement) ? S($"{Math.Round(100d * agreement.Same / agreement.Items)} %")
        : SmallNumbers.AtLeastPercent(agreement) is { } least ? S($"at least {least} %")
        : S("too few to tell");

    public static string Kappa(ReviewerAgreement agreement) =>
        !SmallNumbers.ShowsShare(agreement) ? S("too few to tell") : agreement.Kappa is { } kappa ? kappa.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : S("not defined");

    public static string KindOf(string kind) => kind == ReviewTally.OfOutcome ? S("Outcome at the gate") : InWords(Enum.Parse<ReviewItemKind>(kind, ignoreCase: true));
}
