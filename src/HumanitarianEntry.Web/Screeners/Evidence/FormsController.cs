using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

public sealed record ItemShapeForm
{
    [Required(ErrorMessage = "Choose the form.")]
    public EvidenceShape? Shape { get; init; }
}

/// <summary>Says in which form an item comes; which checks it needs follows from it.</summary>
[Route("screeners/cases/{reference}/evidence/{label}/form")]
public sealed class FormsController(CaseDoor door) : ItemForm<ItemShapeForm>(door)
{
    protected override string FormView => "Shape";

    protected override string Done => S("The form is on the worksheet.");

    protected override Act ToAct(ItemShapeForm form) => new StateEvidenceForm(Label, form.Shape!.Value);
}
