using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Liaisons.Papers;

[Route("liaisons/cases/{reference}/travel-document")]
public sealed class PaperGatesController(CaseDoor door) : FormController<PaperGateForm>(door)
{
    protected override string CasePath => Dossiers.DossiersController.Path;

    protected override string Purpose => "gate";

    protected override string FormView => "PaperGates";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] PaperGateForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "Thank you. Your word on the travel paper is recorded.");
}
