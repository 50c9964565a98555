using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Shared.InternalReviews;

public sealed record ReviewForm
{
    /// <summary>"ask", "upheld" or "overturned".</summary>
    [Required(ErrorMessage = "Choose what is recorded.")]
    [RegularExpression("ask|upheld|overturned", ErrorMessage = "Choose what is recorded.")]
    public string? Step { get; init; }

    [Required(ErrorMessage = "Write it in a sentence or two.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Words { get; init; }

    public Act ToAct() => Step == "ask" ? new AskForReview(Words!) : new DecideReview(Step == "upheld", Words!);
}

/// <summary>The internal review of "not recommended": recorded when the person asks for it, then decided by somebody who had no part in the decision.</summary>
public abstract class InternalReviewController(CaseDoor door) : ActController<ReviewForm>(door)
{
    protected override string Purpose => "recommendation";

    protected override string FormView => "/Shared/InternalReviews/Review.cshtml";

    protected override bool MayFill(CaseView view) => InternalReview.Reviewable(view.File) is not null;

    protected override string Done => S("It is on file.");

    protected override Act ToAct(ReviewForm form) => form.ToAct();
}
