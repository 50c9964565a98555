using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Recommendations;

/// <summary>The person is heard before a case is not recommended, or it is written why not.</summary>
[Route("coordinators/cases/{reference}/hearing")]
public sealed class HearingsController(CaseDoor door) : ActController<HearingForm>(door)
{
    protected override string Purpose => "recommendation";

    protected override string FormView => "Hearing";

    protected override bool MayFill(CaseView view) => !view.File.Position.Finished;

    protected override string Done => S("It is on file.");

    protected override Act ToAct(HearingForm form) => form.ToAct();
}

public sealed record HearingForm : IValidatableObject
{
    private const string TooLong = "This is longer than 5,000 signs.";

    [Required(ErrorMessage = "Say whether the person was heard.")]
    public string? Heard { get; init; }

    public HearingWay? Way { get; init; }

    [StringLength(5_000, ErrorMessage = TooLong)]
    public string? Told { get; init; }

    [StringLength(5_000, ErrorMessage = TooLong)]
    public string? Answer { get; init; }

    [StringLength(5_000, ErrorMessage = TooLong)]
    public string? WhyNot { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Heard == "yes" && Way is null)
        {
            yield return new ValidationResult(S("Say how the person was heard."), [nameof(Way)]);
        }
    }

    public Act ToAct() => Heard == "no" ? new LeaveOutHearing(WhyNot ?? string.Empty) : new RecordHearing(Way!.Value, Told ?? string.Empty, Answer ?? string.Empty);
}
