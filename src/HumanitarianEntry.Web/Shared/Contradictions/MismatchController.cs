using System.Collections.Immutable;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Contradictions;

/// <summary>All mismatches of a case that the reader may know of, in the order of their weight.</summary>
public sealed record MismatchesPage(CaseView Case, IReadOnlyList<MismatchStatus> All, string CaseUrl);

/// <summary>One mismatch with both sources side by side.</summary>
/// <param name="MayAct">The reader may make something of it, not only read.</param>
/// <param name="MayAsk">The reader may put a question on the list of the next session.</param>
/// <param name="MayLookAgain">Somebody else's step waits for a second look.</param>
public sealed record MismatchPage(CaseView Case, MismatchStatus Status, MismatchForm Form, string CaseUrl, bool MayAct, bool MayAsk, bool MayLookAgain);

/// <summary>
/// What does not fit together yet, the same for every audience: computed from the reader's own view of the case, so that nobody learns of a source that is closed to him.
/// </summary>
public abstract class MismatchController(CaseDoor door) : CaseController(door)
{
    private const string Purpose = "mismatches";

    /// <summary>Whether the page of a gate shows what does not fit together: where accounts are weighed, for those who have the page to look at it.</summary>
    public static bool ConcernsGate(GatePage page) =>
        page.IsOpen && page.Row.Gate is (Gate.Interview or Gate.Vetting or Gate.Recommendation or Gate.Dossier) && Audiences.Any(a => page.CaseUrl.StartsWith(a, StringComparison.Ordinal));

    private static readonly ImmutableArray<string> Audiences = ["/screeners/", "/vetters/", "/coordinators/"];

    private string CaseUrl(CaseView view) => $"/{HttpContext.Audience().Path}/cases/{view.File.Reference}";

    /// <param name="pair">Key of one mismatch; null for the list.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(string reference, string? pair)
    {
        if (await OpenAsync(reference, Purpose) is not { } view)
        {
            return NotFound();
        }

        var all = Mismatches.WithSteps(view.File);
        if (pair is null)
        {
            return View("/Shared/Contradictions/Index.cshtml", new MismatchesPage(view, all, CaseUrl(view)));
        }

        return all.Find(s => s.Mismatch.Key == pair) is { } status ? Show(view, status, new MismatchForm { Pair = pair, Seen = status.Mismatch.Fingerprint }) : NotFound();
    }

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Save(string reference, [Bind(Prefix = "Form")] MismatchForm form, string? go)
    {
        if (await OpenAsync(reference, Purpose) is not { } view || Mismatches.WithSteps(view.File).Find(s => s.Mismatch.Key == form.Pair) is not { } status)
        {
            return NotFound();
        }

        if (ActOf(form, go) is not { } act)
        {
            return BadRequest();
        }

        return await PerformAsync(view, () => act, $"{CaseUrl(view)}/mismatches", _ => S("What you made of it is on file."), () => Task.FromResult<IActionResult>(Show(view, status, form)));
    }

    /// <summary>The act that a button of the page stands for; null when there is no such button.</summary>
    protected virtual Act? ActOf(MismatchForm form, string? go) => go switch
    {
        MismatchForm.Explain => new ExplainMismatch(form.Pair ?? string.Empty, form.Seen ?? string.Empty, [.. form.Reasons]) { Words = form.Words.Clean() },
        MismatchForm.Ask => new AskAboutMismatch(form.Pair ?? string.Empty, form.Seen ?? string.Empty),
        MismatchForm.KeepOpen => new KeepMismatchOpen(form.Pair ?? string.Empty, form.Seen ?? string.Empty, form.Words.Clean() ?? string.Empty),
        MismatchForm.Agree or MismatchForm.Disagree => new LookAgainAtMismatch(form.Pair ?? string.Empty, form.Seen ?? string.Empty, go == MismatchForm.Agree) { Words = form.Words.Clean() },
        _ => null,
    };

    protected virtual bool MayAsk => true;

    protected virtual ImmutableArray<Role> ActingRoles => [Role.Screener, Role.Coordinator];

    private ViewResult Show(CaseView view, MismatchStatus status, MismatchForm form)
    {
        var mayAct = RolesOn(view).Any(ActingRoles.Contains);
        var again = status.Waiting is { } waiting && waiting.Provenance.By != Person.Id;
        return View("/Shared/Contradictions/Show.cshtml", new MismatchPage(view, status, form with { Seen = form.Seen ?? status.Mismatch.Fingerprint }, CaseUrl(view), mayAct, mayAct && MayAsk, mayAct && again));
    }
}
