using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Identity;

/// <summary>Whether a state takes a paper.</summary>
[Route("screeners/cases/{reference}/identity/recognition")]
public sealed class RecognitionController(CaseDoor door) : ScreenerForm<RecognitionForm>(door)
{
    protected override string FormView => "Recognition";

    protected override string Done => S("Recorded whether the state takes the paper.");

    protected override Act ToAct(RecognitionForm form) => form.ToAct();
}

public sealed record RecognitionForm
{
    [Required(ErrorMessage = "Choose the paper.")]
    public string? Document { get; init; }

    [Required(ErrorMessage = "Name the state by its two-letter code.")]
    [RegularExpression("[A-Za-z]{2}", ErrorMessage = "Name the state by its two-letter code, such as FR.")]
    public string? State { get; init; }

    [Required(ErrorMessage = "Choose what the state does.")]
    public Recognition? Recognised { get; init; }

    public DateOnly? Since { get; init; }

    [Required(ErrorMessage = "Say where this is written, or who of the state said it.")]
    [StringLength(2_000, ErrorMessage = "The source is longer than 2,000 signs.")]
    public string? Source { get; init; }

    public RecordRecognition ToAct() => new(Document!, State!.ToUpperInvariant(), Recognised!.Value, Source!) { Since = Since };
}
