using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>Answers checks of the worksheet, one or several alike.</summary>
[Route("screeners/cases/{reference}/evidence/{label}/checks")]
public sealed class ChecksController(CaseDoor door) : ItemForm<CheckForm>(door)
{
    protected override string FormView => "Checks";

    protected override string Done => S("The answer stands on the worksheet.");

    protected override Act ToAct(CheckForm form) => new CheckEvidence(Label, form.Outcome!.Value, [.. form.Checks]) { Note = form.Note.Clean() };
}

public sealed record CheckForm
{
    [MinLength(1, ErrorMessage = "Choose at least one check.")]
    public List<VerificationCheck> Checks { get; init; } = [];

    [Required(ErrorMessage = "Choose what came of it.")]
    public CheckOutcome? Outcome { get; init; }

    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Note { get; init; }
}
