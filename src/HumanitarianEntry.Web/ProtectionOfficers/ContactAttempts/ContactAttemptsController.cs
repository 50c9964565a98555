using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.ContactAttempts;

public sealed record ContactAttemptForm
{
    [Required(ErrorMessage = "Choose the channel.")]
    public ChannelKind? Channel { get; init; }

    [Required(ErrorMessage = "Say whether he answered.")]
    public bool? Answered { get; init; }

    public bool WelfareCheck { get; init; }

    [Required(ErrorMessage = "Write what happened, or “no answer”."), StringLength(5_000)]
    public string? Note { get; init; }
}

[Route("protection-officers/cases/{reference}/contact-attempt")]
public sealed class ContactAttemptsController(CaseDoor door) : FormController<ContactAttemptForm>(door)
{
    protected override string CasePath => Paths.Cases;

    protected override string Purpose => "contact";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost(""), ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] ContactAttemptForm form) =>
        SendAsync(reference, form, _ => new RecordContactAttempt(form.Channel!.Value, form.Answered!.Value, form.WelfareCheck, form.Note!.Trim()), "The attempt is recorded.");
}
