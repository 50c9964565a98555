using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Web.Liaisons.Papers;

/// <summary>The post's word on the travel document.</summary>
public sealed record PaperGateForm
{
    [Required(ErrorMessage = "Choose what happened with the paper.")]
    public string? Outcome { get; init; }

    [Required(ErrorMessage = "Write a sentence about it.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Reason { get; init; }

    public DecideGate ToAct() => new(Gate.TravelDocument, Outcome!, Reason!);
}
