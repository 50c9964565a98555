using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Web.Coordinators.Recommendations;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Reviews;

/// <summary>Counsel asks for the internal review of "not recommended" on the person's behalf and reads what came of it; coordinators decide.</summary>
[Route("counsel/cases/{reference}/review")]
public sealed class ReviewsController(CaseDoor door) : ActController<ReviewForm>(door)
{
    protected override string Purpose => "recommendation";

    protected override string FormView => "/Coordinators/Recommendations/Review.cshtml";

    protected override bool MayFill(CaseView view) => InternalReview.Reviewable(view.File) is not null;

    protected override string Done => S("It is on file.");

    protected override Act ToAct(ReviewForm form) => form.ToAct();
}
