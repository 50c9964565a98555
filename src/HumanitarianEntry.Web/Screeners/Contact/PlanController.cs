using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Contact;

/// <summary>How the person can be reached without being endangered.</summary>
[Route("screeners/cases/{reference}/contact/plan")]
public sealed class PlanController(CaseDoor door) : ScreenerForm<PlanForm>(door)
{
    protected override string FormView => "Plan";

    protected override PlanForm FirstForm(CaseView view) => view.File.Contact.Plans.Latest() is { } plan ? PlanForm.Of(plan) : new PlanForm();

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] PlanForm form) => SendAsync(reference, form, _ => form.ToAct(), "The plan for safe contact is recorded.");
}

public sealed record PlanForm
{
    /// <summary>Rows of the form; empty ones are left out.</summary>
    public const int Rows = 4;

    // A list that can be filled: the binder leaves read-only ones as they are.
    public List<ChannelForm> Channels { get; init; } = [.. Enumerable.Range(0, Rows).Select(_ => new ChannelForm())];
    public bool DeviceShared { get; init; }

    [Required(ErrorMessage = "Agree on a code phrase.")]
    [StringLength(200, ErrorMessage = "The phrase is longer than 200 signs.")]
    public string? CodePhrase { get; init; }

    [Required(ErrorMessage = "Agree on a phrase that means danger.")]
    [StringLength(200, ErrorMessage = "The phrase is longer than 200 signs.")]
    public string? DuressPhrase { get; init; }

    [Required(ErrorMessage = "Write what may be said when somebody else answers.")]
    [StringLength(2_000, ErrorMessage = "This is longer than 2,000 signs.")]
    public string? WhatMayBeSaid { get; init; }

    public string? FallbackPerson { get; init; }
    public bool MailNotices { get; init; }

    public PlanSafeContact ToAct() =>
        new([.. Channels.Select(c => c.ToChannel()).OfType<ContactChannel>()], DeviceShared, CodePhrase!, DuressPhrase!, WhatMayBeSaid!.Trim()) { FallbackPerson = FallbackPerson.Clean(), MailNotices = MailNotices };

    public static PlanForm Of(SafeContactPlan plan) => new()
    {
        Channels = [.. plan.Channels.Select(ChannelForm.Of).Concat(Enumerable.Range(0, Rows).Select(_ => new ChannelForm())).Take(Math.Max(Rows, plan.Channels.Count + 1))],
        DeviceShared = plan.DeviceShared,
        CodePhrase = plan.CodePhrase,
        DuressPhrase = plan.DuressPhrase,
        WhatMayBeSaid = plan.WhatMayBeSaid,
        FallbackPerson = plan.FallbackPerson,
        MailNotices = plan.MailNotices,
    };
}

public sealed record ChannelForm
{
    public ChannelKind? Kind { get; init; }
    public string? Address { get; init; }
    public string? SafeHours { get; init; }
    public string? TimeZone { get; init; }
    public bool MayLeaveMessage { get; init; }

    public ContactChannel? ToChannel() => Kind is { } kind ? new ContactChannel(kind, Address.Clean() ?? string.Empty, SafeHours.Clean() ?? string.Empty, TimeZone.Clean() ?? string.Empty, MayLeaveMessage) : null;

    public static ChannelForm Of(ContactChannel channel) =>
        new() { Kind = channel.Kind, Address = channel.Handle, SafeHours = channel.SafeHours, TimeZone = channel.TimeZone, MayLeaveMessage = channel.MayLeaveMessage };
}
