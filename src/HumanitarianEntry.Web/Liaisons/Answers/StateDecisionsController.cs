using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Liaisons.Answers;

[Route("liaisons/cases/{reference}/decision")]
public sealed class StateDecisionsController(CaseDoor door) : FormController<StateDecisionForm>(door)
{
    protected override string CasePath => Dossiers.DossiersController.Path;

    protected override string Purpose => "state-decision";

    protected override string FormView => "StateDecisions";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] StateDecisionForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "Thank you. Your decision is recorded.");
}
