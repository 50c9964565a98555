using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.DossierOfficers.Versions;

[Route("dossier-officers/cases/{reference}/versions")]
public sealed class VersionsController(CaseDoor door) : FormController<VersionForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "dossier";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] VersionForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), S("The version is being made. The inbox tells you when it is ready to be read."));
}
