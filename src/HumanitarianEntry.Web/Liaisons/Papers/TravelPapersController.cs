using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Liaisons.Papers;

[Route("liaisons/cases/{reference}/travel-paper")]
public sealed class TravelPapersController(CaseDoor door) : FormController<TravelPaperForm>(door)
{
    protected override string CasePath => Dossiers.DossiersController.Path;

    protected override string Purpose => "travel-paper";

    protected override string FormView => "TravelPapers";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] TravelPaperForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "Thank you. The paper is recorded. Please confirm now that it is issued.");
}
