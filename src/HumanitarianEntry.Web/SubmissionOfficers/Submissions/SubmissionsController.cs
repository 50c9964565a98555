using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Submissions;

[Route("submission-officers/cases/{reference}/submission")]
public sealed class SubmissionsController(CaseDoor door) : FormController<SubmissionForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "submission";

    /// <summary>The released version names its recipient.</summary>
    protected override SubmissionForm FirstForm(CaseView view) => new() { Recipient = view.File.Dossier.Released?.RecipientFunction };

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] SubmissionForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The hand-over is recorded. Decide the gate now: sent, or not delivered.");
}
