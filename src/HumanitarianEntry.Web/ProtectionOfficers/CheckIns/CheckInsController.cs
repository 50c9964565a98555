using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.CheckIns;

public sealed record CheckInForm
{
    [Required(ErrorMessage = "Choose what happened.")]
    public TravelEvent? Event { get; init; }

    [StringLength(2_000)]
    public string? Note { get; init; }
}

[Route("protection-officers/cases/{reference}/check-in")]
public sealed class CheckInsController(CaseDoor door) : ActController<CheckInForm>(door)
{
    protected override string Purpose => "travel";

    protected override string Done => S("The check-in is recorded.");

    protected override Act ToAct(CheckInForm form) => new RecordCheckIn(form.Event!.Value) { Note = string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim() };
}
