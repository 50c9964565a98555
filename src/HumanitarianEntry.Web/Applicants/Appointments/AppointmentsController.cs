using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.Appointments;

/// <summary>The talk that was proposed to him, on his own clock: he says that he will come, or that he needs another time.</summary>
[Route("applicants/appointments")]
public sealed class AppointmentsController(OwnDoor door) : OwnController(door)
{
    [HttpGet]
    public Task<IActionResult> Index() => ShowAsync(new AnswerForm());

    [HttpPost, ShowsFormAgain]
    public Task<IActionResult> Create(AnswerForm form) =>
        PerformAsync(form.ToAct(), "/applicants", form.Comes == true ? "appointments.confirmed" : "appointments.asked", () => ShowAsync(form));

    private async Task<IActionResult> ShowAsync(AnswerForm form) =>
        await OpenAsync("own-appointments") is { } own ? View("Index", new AppointmentPage(OwnTalk.Of(own), form)) : NotFound();
}

public sealed record AnswerForm
{
    public Guid Appointment { get; init; }

    [Required(ErrorMessage = "error.form")]
    public bool? Comes { get; init; }

    [StringLength(500, ErrorMessage = "blocker.text-too-long")]
    public string? Words { get; init; }

    public AnswerAppointment ToAct() => new(Appointment, Comes == true) { Words = string.IsNullOrWhiteSpace(Words) ? null : Words.Trim() };
}

/// <summary>The one talk that lies ahead.</summary>
public sealed record OwnTalk(StandingAppointment Standing, TimeZoneInfo Zone)
{
    /// <summary>Null when none is arranged.</summary>
    public static OwnTalk? Of(OwnCase own) => AppointmentBook.Open(own.File) is { } open ? new OwnTalk(open, own.Zone) : null;
}

/// <param name="Talk">Null when none is arranged.</param>
public sealed record AppointmentPage(OwnTalk? Talk, AnswerForm Form)
{
    public bool? Comes => Form.Comes;

    public string? Words => Form.Words;
}
