using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Web.Hosting;
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
public sealed class CheckInsController(CaseDoor door) : FormController<CheckInForm>(door)
{
    protected override string CasePath => Paths.Cases;

    protected override string Purpose => "travel";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost(""), ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] CheckInForm form) =>
        SendAsync(reference, form, _ => new RecordCheckIn(form.Event!.Value) { Note = string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim() }, "The check-in is recorded.");
}
