using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Priorities;

[Route("coordinators/cases/{reference}/priority")]
public sealed class PrioritiesController(CaseDoor door) : FormController<PriorityForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "priority";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] PriorityForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The priority is changed.");
}
