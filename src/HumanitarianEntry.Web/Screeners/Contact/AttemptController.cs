using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Contact;

/// <summary>One attempt to reach the person.</summary>
[Route("screeners/cases/{reference}/contact/attempt")]
public sealed class AttemptController(CaseDoor door) : ScreenerForm<AttemptForm>(door)
{
    protected override string FormView => "Attempt";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] AttemptForm form) => SendAsync(reference, form, _ => form.ToAct(), "The attempt is recorded.");
}

public sealed record AttemptForm
{
    [Required(ErrorMessage = "Choose the channel.")]
    public ChannelKind? Channel { get; init; }

    public bool Answered { get; init; }
    public bool WelfareCheck { get; init; }

    [StringLength(2_000, ErrorMessage = "The note is longer than 2,000 signs.")]
    public string? Note { get; init; }

    public RecordContactAttempt ToAct() => new(Channel!.Value, Answered, WelfareCheck, Note.Clean() ?? string.Empty);
}
