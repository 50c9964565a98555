using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Posts;

[Route("submission-officers/cases/{reference}/travel-paper")]
public sealed class TravelPapersController(CaseDoor door) : FormController<TravelPaperForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "travel-paper";

    protected override string FormView => "TravelPapers";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] TravelPaperForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The travel paper is recorded. Decide the gate now.");
}
