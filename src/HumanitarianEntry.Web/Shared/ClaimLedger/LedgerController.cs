using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.ClaimLedger;

/// <summary>All claims of a case's dossier that the reader may know of, those that are open first.</summary>
public sealed record LedgerPage(CaseView Case, ClaimsSeen Seen, string CaseUrl);

/// <summary>One claim with what it rests on.</summary>
public sealed record ClaimPage(CaseView Case, ClaimStatus Status, ClaimsSeen Seen, ClaimForm Form, string CaseUrl, bool MayAct);

/// <summary>One pair of sections that do not say the same.</summary>
public sealed record DisagreementPage(CaseView Case, DisagreementStatus Status, ClaimForm Form, string CaseUrl, bool MayAct);

/// <summary>What the statements of the dossier rest on, the same for every audience that works on it.</summary>
public abstract class LedgerController(CaseDoor door, ClaimDesk desk) : CaseController(door)
{
    private const string Purpose = "claims";

    private string CaseUrl(CaseView view) => $"/{HttpContext.Audience().Path}/cases/{view.File.Reference}";

    /// <param name="claim">Key of one claim; null for the list.</param>
    /// <param name="pair">Key of one pair of sections.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(string reference, string? claim, string? pair)
    {
        if (await OpenAsync(reference, Purpose) is not { } view)
        {
            return NotFound();
        }

        var seen = await SeenAsync(view);
        return (claim, pair) switch
        {
            (null, null) => View("/Shared/ClaimLedger/Index.cshtml", new LedgerPage(view, seen, CaseUrl(view))),
            ({ } key, _) => seen.Claims.Find(c => c.Claim.Key == key) is { } status ? Show(view, seen, status, new ClaimForm()) : NotFound(),
            (_, { } key) => seen.Disagreements.Find(d => d.Disagreement.Key == key) is { } status ? Show(view, status, new ClaimForm()) : NotFound(),
        };
    }

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Save(string reference, [Bind(Prefix = "Form")] ClaimForm form, string? go)
    {
        if (await OpenAsync(reference, Purpose) is not { } view)
        {
            return NotFound();
        }

        var seen = await SeenAsync(view);
        if (form.Pair is { } pair)
        {
            return go == ClaimForm.Explain && seen.Disagreements.Find(d => d.Disagreement.Key == pair) is { } against
                ? await PerformAsync(view, form.ToExplanation, $"{CaseUrl(view)}/claims", _ => S("The explanation is on file; the dossier will say it."), () => Task.FromResult<IActionResult>(Show(view, against, form)))
                : NotFound();
        }

        if (seen.Claims.Find(c => c.Claim.Key == form.Claim) is not { } status)
        {
            return NotFound();
        }

        form.Check(go, ModelState);
        Func<Act>? act = go switch
        {
            ClaimForm.Tie => form.ToTie,
            ClaimForm.Mark => form.ToMark,
            ClaimForm.TakeBack => form.ToWithdrawal,
            _ => null,
        };
        return act is null ? BadRequest() : await PerformAsync(view, act, $"{CaseUrl(view)}/claims", _ => S("It is on file."), () => Task.FromResult<IActionResult>(Show(view, seen, status, form)));
    }

    private Task<ClaimsSeen> SeenAsync(CaseView view) => desk.OfAsync(view, RolesOn(view)[0], HttpContext.RequestAborted);

    private bool MayAct<TAct>(CaseView view) => RolesOn(view).Any(ActCatalogue.RuleOf(typeof(TAct)).Roles.Contains) && !view.File.Position.Finished;

    private ViewResult Show(CaseView view, ClaimsSeen seen, ClaimStatus status, ClaimForm form) =>
        View("/Shared/ClaimLedger/Show.cshtml", new ClaimPage(view, status, seen, form with { Claim = status.Claim.Key, Seen = form.Seen ?? status.Claim.Fingerprint }, CaseUrl(view), MayAct<TieClaim>(view)));

    private ViewResult Show(CaseView view, DisagreementStatus status, ClaimForm form) =>
        View("/Shared/ClaimLedger/Pair.cshtml", new DisagreementPage(view, status, form with { Pair = status.Disagreement.Key, Seen = form.Seen ?? status.Disagreement.Fingerprint }, CaseUrl(view), MayAct<ExplainDisagreement>(view)));
}
