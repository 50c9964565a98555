using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Recommendation;

namespace HumanitarianEntry.Web.Applicants.SecondLook;

public sealed record SecondLookForm
{
    [StringLength(InternalReview.MaxGrounds, ErrorMessage = "blocker.text-too-long")]
    public string? Words { get; init; }

    public AskForReview ToAct() => new(Words ?? string.Empty);
}

/// <param name="Words">What was typed and not sent.</param>
public sealed record SecondLookPage(OwnReview Review, string? Words, TimeZoneInfo Zone);
