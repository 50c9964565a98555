using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Identity;

/// <summary>How well the identity is proven.</summary>
[Route("screeners/cases/{reference}/identity/grade")]
public sealed class GradeController(CaseDoor door) : ScreenerForm<GradeForm>(door)
{
    protected override string FormView => "Grade";

    protected override string Done => S("The grade is recorded.");

    protected override Act ToAct(GradeForm form) => form.ToAct();
}

public sealed record GradeForm
{
    public static IReadOnlyList<Choice> Grades =>
    [
        new("A", "ID-A", S("Official photo document seen in original, compared by two people.")), new("B", "ID-B", S("Copy, live video and a second document.")),
        new("C", "ID-C", S("Copies only.")), new("D", "ID-D", S("No documents; two independent people attest.")), new("X", "ID-X", S("Doubt or fraud.")),
    ];

    [Required(ErrorMessage = "Choose the grade.")]
    public IdentityGrade? Grade { get; init; }

    [Required(ErrorMessage = "Say what carries the grade.")]
    [StringLength(5_000, ErrorMessage = "The reason is longer than 5,000 signs.")]
    public string? Reason { get; init; }

    public bool LiveVideoSeen { get; init; }

    [Range(0, 20, ErrorMessage = "Write how many people attest, from 0 to 20.")]
    public int IndependentWitnesses { get; init; }

    public GradeIdentity ToAct() => new(Grade!.Value, Reason!) { LiveVideoSeen = LiveVideoSeen, IndependentWitnesses = IndependentWitnesses };
}
