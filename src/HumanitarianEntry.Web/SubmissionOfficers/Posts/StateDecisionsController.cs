using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Posts;

[Route("submission-officers/cases/{reference}/state-decision")]
public sealed class StateDecisionsController(CaseDoor door) : FormController<StateDecisionForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "state-decision";

    protected override string FormView => "StateDecisions";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] StateDecisionForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The decision is recorded and everybody concerned has been told.");
}
