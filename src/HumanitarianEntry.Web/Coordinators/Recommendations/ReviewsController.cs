using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.InternalReviews;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Recommendations;

/// <summary>Coordinators record the request and decide on it.</summary>
[Route("coordinators/cases/{reference}/review")]
public sealed class ReviewsController(CaseDoor door) : InternalReviewController(door);
