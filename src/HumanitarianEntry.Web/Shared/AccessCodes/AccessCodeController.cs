using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AccessCodes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.AccessCodes;

public sealed record ProposeForm
{
    [Required(ErrorMessage = "Say how you know that it is the person who asks."), StringLength(2000)]
    public string? KnownBy { get; init; }

    [Required(ErrorMessage = "Say why a new code is needed."), StringLength(2000)]
    public string? Reason { get; init; }
}

public sealed record IssueForm
{
    [Required(ErrorMessage = "Say how you made sure for yourself."), StringLength(2000)]
    public string? SureBy { get; init; }
}

/// <param name="Proposal">The one that waits for a second person; null when none does.</param>
/// <param name="IsOwn">The reader proposed it himself.</param>
/// <param name="MayIssue">The reader's role may be the second one.</param>
public sealed record AccessCodePage(
    CaseView Case, string CaseUrl, Recorded<AccessCodeStep>? Proposal, bool IsOwn, bool MayIssue, IReadOnlyDictionary<Guid, string> Names, ProposeForm Propose, IssueForm Issue)
{
    public static string WordsOf(AccessCodeMove move) => move switch
    {
        AccessCodeMove.Proposed => S("A new code was proposed"),
        AccessCodeMove.Issued => S("A new code was given"),
        AccessCodeMove.DangerCodeMade => S("A second code for danger was made"),
    };
}

/// <param name="Code">Five groups of four digits; shown once.</param>
public sealed record NewCodePage(string Reference, string CaseUrl, string Code);

/// <summary>
/// A new access code for an applicant who lost his: one of the staff proposes, another one agrees and gets the code to hand over by the safe channel. It is never mailed and
/// never shown a second time.
/// </summary>
public abstract class AccessCodeController(CaseDoor door, StaffDirectory staff, TimeProvider time) : CaseController(door)
{
    private const string Purpose = "access-code";

    /// <summary>URL of the case page in this audience, without the reference.</summary>
    protected abstract string CasePath { get; }

    [HttpGet("")]
    public async Task<IActionResult> Show(string reference) => await OpenAsync(reference, Purpose) is { } view ? await PageAsync(view, new ProposeForm(), new IssueForm()) : NotFound();

    [HttpPost("propose"), Hosting.ShowsFormAgain]
    public async Task<IActionResult> Propose(string reference, [Bind(Prefix = "Propose")] ProposeForm form) => await OpenAsync(reference, Purpose) is not { } view
        ? NotFound()
        : !ModelState.IsValid ? await AgainAsync(view, form, new IssueForm())
        : await PerformAsync(
            view, new ProposeAccessCode(form.KnownBy!, form.Reason!), CasePath + view.File.Reference + "/access-code", S("Proposed. Another person must agree within three days."),
            () => PageAsync(view, form, new IssueForm()));

    [HttpPost("issue"), Hosting.ShowsFormAgain]
    public async Task<IActionResult> Issue(string reference, [Bind(Prefix = "Issue")] IssueForm form)
    {
        if (await OpenAsync(reference, Purpose) is not { } view)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(view, new ProposeForm(), form);
        }

        var act = new IssueAccessCode(form.SureBy!);
        var role = RolesOn(view).FirstOrDefault(ActCatalogue.RuleOf(act).Roles.Contains);
        switch (await Acts.RunAsync(new ActRequest { CaseId = view.File.Id, Actor = Person.As(role), Act = act, Key = Request.ActKeyOf() }, HttpContext.RequestAborted))
        {
            case ActResult.Done { AccessCode: { } code } done:
                return View("/Shared/AccessCodes/Code.cshtml", new NewCodePage(done.Reference, CasePath + done.Reference, code));
            case ActResult.Done done:
                TempData[DoneMessage] = S("The new code was shown already and is shown once only. If it was not written down, propose another one.");
                return LocalRedirect(CasePath + done.Reference + "/access-code");
            case ActResult.Refused refused:
                foreach (var blocker in refused.Blockers)
                {
                    ModelState.AddModelError(string.Empty, S(blocker.Message));
                }

                return await AgainAsync(view, new ProposeForm(), form);
            case ActResult.Busy or ActResult.Stale:
                ModelState.AddModelError(string.Empty, S("The database is busy and took nothing. Send the form again in a moment."));
                return await AgainAsync(view, new ProposeForm(), form);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> AgainAsync(CaseView view, ProposeForm propose, IssueForm issue)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await PageAsync(view, propose, issue);
    }

    private async Task<IActionResult> PageAsync(CaseView view, ProposeForm propose, IssueForm issue)
    {
        var proposal = AccessCodeRules.OpenProposal(view.File, time.GetUtcNow());
        var names = await staff.NamesAsync([.. view.File.Contact.AccessCodes.Select(s => s.Provenance.By).Distinct()], HttpContext.RequestAborted);
        var mayIssue = RolesOn(view).Any(r => r is Role.Screener or Role.Coordinator);
        return View("/Shared/AccessCodes/Show.cshtml", new AccessCodePage(view, CasePath + view.File.Reference, proposal, proposal?.Provenance.By == Person.Id, mayIssue, names, propose, issue));
    }
}
