using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Posts;

[Route("submission-officers/cases/{reference}/travel-paper")]
public sealed class TravelPapersController(CaseDoor door) : ActController<TravelPaperForm>(door)
{
    protected override string Purpose => "travel-paper";

    protected override string FormView => "TravelPapers";

    protected override string Done => S("The travel paper is recorded. Decide the gate now.");

    protected override Act ToAct(TravelPaperForm form) => form.ToAct();
}
