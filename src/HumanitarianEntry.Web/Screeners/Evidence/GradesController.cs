using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>Grades one item of evidence.</summary>
[Route("screeners/cases/{reference}/evidence/{label}/grade")]
public sealed class GradesController(CaseDoor door) : ScreenerForm<GradeForm>(door)
{
    protected override string FormView => "Grade";

    private string Label => ((string?)RouteData.Values["label"] ?? string.Empty).ToUpperInvariant();

    protected override string Done => $"The grade of {Label} is recorded.";

    protected override Act ToAct(GradeForm form) => form.ToAct(Label);
}

public sealed record GradeForm
{
    public static readonly IReadOnlyList<Choice> Reliabilities =
        [new("A", "A, fully reliable"), new("B", "B, usually reliable"), new("C", "C, fairly reliable"), new("D", "D, not usually reliable"), new("E", "E, unreliable"), new("F", "F, cannot be judged")];

    public static readonly IReadOnlyList<Choice> Credibilities =
        [new("1", "1, confirmed by others"), new("2", "2, probably true"), new("3", "3, possibly true"), new("4", "4, doubtful"), new("5", "5, improbable"), new("6", "6, cannot be judged")];

    public static readonly IReadOnlyList<Choice> Corroborations =
        [new("K0", "K0, nothing else shows it"), new("K1", "K1, his own device or account shows it"), new("K2", "K2, one independent source"), new("K3", "K3, two or more independent sources"), new("KX", "KX, contradicted")];

    [Required(ErrorMessage = "Choose how reliable the source is.")]
    public Reliability? Reliability { get; init; }

    [Required(ErrorMessage = "Choose how credible the content is.")]
    public int? Credibility { get; init; }

    [Required(ErrorMessage = "Choose what else shows it.")]
    public Corroboration? Corroboration { get; init; }

    [Required(ErrorMessage = "Say how it was checked, so that an official can follow it.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? HowVerified { get; init; }

    public PartialDateForm VerifiedOn { get; init; } = new();

    public GradeEvidence ToAct(string label) => new(label, Reliability!.Value, Credibility!.Value, Corroboration!.Value, HowVerified!) { VerifiedOn = VerifiedOn.ToDate() };
}
