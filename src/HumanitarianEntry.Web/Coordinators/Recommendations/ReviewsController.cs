using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.InternalReviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HumanitarianEntry.Web.Coordinators.Recommendations;

/// <summary>Coordinators record the request and decide on it.</summary>
[Route("coordinators/cases/{reference}/review")]
public sealed class ReviewsController(CaseDoor door) : InternalReviewController(door)
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        ViewData[ReviewForm.Decides] = true;
        base.OnActionExecuting(context);
    }
}
