using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>A claim with source, grade, what speaks against it, and the harmless explanations.</summary>
[Route("vetters/cases/{reference}/finding")]
[RequestFormLimits(ValueLengthLimit = CaseDrafts.MaxBytes)]
public sealed class FindingController(CaseDoor door) : VetterForm<FindingForm>(door)
{
    protected override string FormView => "Finding";

    protected override string Done => S("The finding card is on file.");

    protected override Act ToAct(FindingForm form) => form.ToAct();
}

/// <summary>What became of a card.</summary>
[Route("vetters/cases/{reference}/finding/settle")]
[RequestFormLimits(ValueLengthLimit = CaseDrafts.MaxBytes)]
public sealed class SettleFindingController(CaseDoor door) : VetterForm<SettleFindingForm>(door)
{
    protected override string FormView => "Settle";

    protected override string Done => S("It is on file. The card itself stays as it was written.");

    protected override Act ToAct(SettleFindingForm form) => new SettleFinding(form.Finding!, form.Standing!.Value, form.Reason!.Trim());

    protected override SettleFindingForm FirstForm(Casework.Queries.CaseView view) => new() { Finding = Request.Query["card"].ToString() };
}

public sealed record FindingForm
{
    [Required(ErrorMessage = "Choose the kind of finding.")]
    public FindingKind? Kind { get; init; }

    public IntegrityPattern? Pattern { get; init; }

    [Required(ErrorMessage = "Write the claim.")]
    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Claim { get; init; }

    [Required(ErrorMessage = "Name the source.")]
    [StringLength(2_000, ErrorMessage = "This is longer than 2,000 signs.")]
    public string? Source { get; init; }

    public List<string> Links { get; init; } = [];

    [Required(ErrorMessage = "Grade the source.")]
    public Reliability? Reliability { get; init; }

    [Required(ErrorMessage = "Grade the information.")]
    [Range(1, 6, ErrorMessage = "Grade the information.")]
    public int? Credibility { get; init; }

    [Required(ErrorMessage = "Write what speaks against it, or that nothing was found.")]
    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? CounterEvidence { get; init; }

    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Innocent { get; init; }

    public bool Concern { get; init; }

    public RecordFinding ToAct() =>
        new(Kind!.Value, Claim!.Trim(), Source!.Trim(), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Reliability}{Credibility}"), CounterEvidence!.Trim(), Concern)
        {
            Pattern = Pattern,
            Innocent = Innocent.Clean(),
            Links = [.. Links.Select(FactLink.Parse).OfType<FactLink>().Distinct()],
        };
}

public sealed record SettleFindingForm
{
    [Required(ErrorMessage = "Choose the card.")]
    [StringLength(50, ErrorMessage = "Choose the card.")]
    public string? Finding { get; init; }

    [Required(ErrorMessage = "Choose what becomes of it.")]
    public FindingStanding? Standing { get; init; }

    [Required(ErrorMessage = "Say why.")]
    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Reason { get; init; }
}
