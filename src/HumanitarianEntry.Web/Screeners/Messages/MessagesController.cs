using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Messages;

/// <summary>Messages with the person, inside the secure space only.</summary>
[Route("screeners/cases/{reference}/messages")]
public sealed class MessagesController(CaseDoor door) : ScreenerForm<MessageForm>(door)
{
    protected override string FormView => "Index";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] MessageForm form) => SendAsync(reference, form, _ => new SendMessage(form.Text!), "The message is in the secure space.");
}

public sealed record MessageForm
{
    [Required(ErrorMessage = "Write the message first.")]
    [StringLength(SendMessage.MaxLength, ErrorMessage = "The message is longer than 20,000 signs. Send it in two parts.")]
    public string? Text { get; init; }
}
