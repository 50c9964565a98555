using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>Grades one item of evidence.</summary>
[Route("screeners/cases/{reference}/evidence/{label}/grade")]
public sealed class GradesController(CaseDoor door) : ItemForm<GradeForm>(door)
{
    protected override string FormView => "Grade";

    protected override string Done => S($"The grade of {Label} is recorded.");

    protected override Act ToAct(GradeForm form) => form.ToAct(Label);
}

public sealed record GradeForm
{
    public static IReadOnlyList<Choice> Reliabilities =>
        [new("A", S("A, fully reliable")), new("B", S("B, usually reliable")), new("C", S("C, fairly reliable")), new("D", S("D, not usually reliable")), new("E", S("E, unreliable")), new("F", S("F, cannot be judged"))];

    public static IReadOnlyList<Choice> Credibilities =>
        [new("1", S("1, confirmed by others")), new("2", S("2, probably true")), new("3", S("3, possibly true")), new("4", S("4, doubtful")), new("5", S("5, improbable")), new("6", S("6, cannot be judged"))];

    [Required(ErrorMessage = "Choose how reliable the source is.")]
    public Reliability? Reliability { get; init; }

    [Required(ErrorMessage = "Choose how credible the content is.")]
    public int? Credibility { get; init; }

    [Required(ErrorMessage = "Say how it was checked, so that an official can follow it.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? HowVerified { get; init; }

    public PartialDateForm VerifiedOn { get; init; } = new();

    public Corroboration? LowerTo { get; init; }

    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? WhyLower { get; init; }

    public GradeEvidence ToAct(string label) => new(label, Reliability!.Value, Credibility!.Value, HowVerified!) { VerifiedOn = VerifiedOn.ToDate(), LowerTo = LowerTo, WhyLower = WhyLower.Clean() };

    /// <summary>What a person may lower the computed corroboration to.</summary>
    public static IReadOnlyList<Choice> LowerThan(Corroboration computed) =>
        [.. new[] { Corroboration.K0, Corroboration.K1, Corroboration.K2 }.Where(k => computed != Corroboration.KX && k < computed).Select(k => new Choice(k.ToString(), WorksheetWords.Level(k)))];
}
