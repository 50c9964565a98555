using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>A claim with source, grade and what speaks against it.</summary>
[Route("vetters/cases/{reference}/finding")]
public sealed class FindingController(CaseDoor door) : VetterForm<FindingForm>(door)
{
    protected override string FormView => "Finding";

    protected override string Done => S("The finding card is on file.");

    protected override Act ToAct(FindingForm form) => form.ToAct();
}

public sealed record FindingForm
{
    [Required(ErrorMessage = "Choose the kind of finding.")]
    public FindingKind? Kind { get; init; }

    [Required(ErrorMessage = "Write the claim.")]
    public string? Claim { get; init; }

    [Required(ErrorMessage = "Name the source.")]
    public string? Source { get; init; }

    [Required(ErrorMessage = "Grade it, such as B2.")]
    [RegularExpression("[A-Fa-f][1-6]", ErrorMessage = "Write a letter from A to F and a number from 1 to 6, such as B2.")]
    public string? Grade { get; init; }

    [Required(ErrorMessage = "Write what speaks against it, or that nothing was found.")]
    public string? CounterEvidence { get; init; }

    public bool Concern { get; init; }

    public RecordFinding ToAct() => new(Kind!.Value, Claim!.Trim(), Source!.Trim(), Grade!.ToUpperInvariant(), CounterEvidence!.Trim(), Concern);
}
