using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Posts;

[Route("submission-officers/cases/{reference}/receipt")]
public sealed class ReceiptsController(CaseDoor door) : FormController<ReceiptForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "receipt";

    protected override string FormView => "Receipts";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] ReceiptForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The receipt is recorded.");
}
