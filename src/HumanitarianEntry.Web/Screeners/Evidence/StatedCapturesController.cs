using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>Says how the file of an item was captured: address, time, way. It stands beside what the file says of itself.</summary>
[Route("screeners/cases/{reference}/evidence/{label}/capture")]
public sealed class StatedCapturesController(CaseDoor door) : ItemForm<StatedCaptureForm>(door)
{
    protected override string FormView => "StateCapture";

    protected override string Done => S("It is on file. Where the file says something else, its page shows it.");

    protected override Act ToAct(StatedCaptureForm form) => new StateCapture(Label, form.Capture.Method!.Value) { Url = form.Url.Clean(), CapturedAt = form.Capture.Moment(), ArchivedUrl = form.Capture.ArchivedUrl.Clean() };
}

public sealed record StatedCaptureForm : IValidatableObject
{
    [StringLength(2_000, ErrorMessage = "The link is longer than 2,000 signs.")]
    public string? Url { get; init; }

    public CaptureFields Capture { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Capture.Method is null)
        {
            yield return new(S("Choose how it was captured."), ["Capture.Method"]);
        }
    }
}
