using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Recipients;

[Route("coordinators/cases/{reference}/recipients")]
public sealed class RecipientsController(CaseDoor door, TimeProvider time) : Shared.Recipients.RecipientsController(door, time);

[Route("coordinators/cases/{reference}/urgent")]
public sealed class UrgentController(CaseDoor door) : Shared.Recipients.UrgentController(door);

/// <summary>Which other cases belong to this one; a dossier gives their numbers and nothing else.</summary>
[Route("coordinators/cases/{reference}/linked-cases")]
public sealed class LinkedCasesController(CaseDoor door) : ActController<LinkedCaseForm>(door)
{
    protected override string Purpose => "linked-cases";

    protected override string FormView => "LinkedCases";

    protected override string Done => S("Recorded. It stands in versions that are made from now on.");

    protected override Act ToAct(LinkedCaseForm form) => new LinkCase(form.Reference!, form.Stands != LinkedCaseForm.No);
}

public sealed record LinkedCaseForm
{
    public const string Yes = "yes";
    public const string No = "no";

    [Required(ErrorMessage = "Write the number of the other case.")]
    [StringLength(20, ErrorMessage = "This is longer than 20 signs.")]
    public string? Reference { get; init; }

    [Required(ErrorMessage = "Choose whether it is linked.")]
    public string? Stands { get; init; }
}
