using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.InternalReviews;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Reviews;

/// <summary>Counsel asks on the person's behalf and reads what came of it; coordinators decide.</summary>
[Route("counsel/cases/{reference}/review")]
public sealed class ReviewsController(CaseDoor door) : InternalReviewController(door);
