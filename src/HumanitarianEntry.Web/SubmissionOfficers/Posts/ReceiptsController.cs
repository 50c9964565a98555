using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Posts;

[Route("submission-officers/cases/{reference}/receipt")]
public sealed class ReceiptsController(CaseDoor door) : ActController<ReceiptForm>(door)
{
    protected override string Purpose => "receipt";

    protected override string FormView => "Receipts";

    protected override string Done => S("The receipt is recorded.");

    protected override Act ToAct(ReceiptForm form) => form.ToAct();
}
