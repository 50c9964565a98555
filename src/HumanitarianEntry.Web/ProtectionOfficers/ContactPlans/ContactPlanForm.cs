using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Consent;

namespace HumanitarianEntry.Web.ProtectionOfficers.ContactPlans;

public sealed record ChannelForm
{
    public ChannelKind? Kind { get; init; }

    [StringLength(200)]
    public string? Handle { get; init; }

    [StringLength(100)]
    public string? SafeHours { get; init; }

    [StringLength(50)]
    public string? TimeZone { get; init; }

    public bool MayLeaveMessage { get; init; }

    public static ChannelForm Of(ContactChannel channel) =>
        new() { Kind = channel.Kind, Handle = channel.Handle, SafeHours = channel.SafeHours, TimeZone = channel.TimeZone, MayLeaveMessage = channel.MayLeaveMessage };

    public ContactChannel? Channel => Kind is { } kind ? new(kind, Handle?.Trim() ?? string.Empty, SafeHours?.Trim() ?? string.Empty, TimeZone?.Trim() ?? string.Empty, MayLeaveMessage) : null;
}

public sealed record ContactPlanForm : IValidatableObject
{
    /// <summary>Boxes on the page; a plan with more channels than this would be hard to keep safe.</summary>
    public const int Boxes = 3;

    public List<ChannelForm> Channels { get; init; } = [];

    public bool DeviceShared { get; init; }

    [Required(ErrorMessage = "Agree on a code phrase."), StringLength(200)]
    public string? CodePhrase { get; init; }

    [Required(ErrorMessage = "Agree on a phrase that means danger."), StringLength(200)]
    public string? DuressPhrase { get; init; }

    [Required(ErrorMessage = "Write what may be said aloud or in a message."), StringLength(2_000)]
    public string? WhatMayBeSaid { get; init; }

    [StringLength(500)]
    public string? FallbackPerson { get; init; }

    public bool MailNotices { get; init; }

    /// <summary>Only for a valid form.</summary>
    public PlanSafeContact ToAct() => new([.. Channels.Select(c => c.Channel).OfType<ContactChannel>()], DeviceShared, CodePhrase!, DuressPhrase!, WhatMayBeSaid!.Trim())
    {
        FallbackPerson = string.IsNullOrWhiteSpace(FallbackPerson) ? null : FallbackPerson.Trim(),
        MailNotices = MailNotices,
    };

    public static ContactPlanForm Of(ContactFacts contact)
    {
        var plan = contact.Plans.Count == 0 ? null : contact.Plans[^1].Value;
        var channels = plan?.Channels.ConvertAll(ChannelForm.Of) ?? [];
        return new ContactPlanForm
        {
            Channels = [.. channels, .. Enumerable.Range(0, Math.Max(0, Boxes - channels.Count)).Select(_ => new ChannelForm())],
            DeviceShared = plan?.DeviceShared ?? false,
            CodePhrase = plan?.CodePhrase,
            DuressPhrase = plan?.DuressPhrase,
            WhatMayBeSaid = plan?.WhatMayBeSaid,
            FallbackPerson = plan?.FallbackPerson,
            MailNotices = plan?.MailNotices ?? false,
        };
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var i = 0; i < Channels.Count; i++)
        {
            var channel = Channels[i];
            if (channel.Kind is not (null or ChannelKind.SecureSpace or ChannelKind.InPerson) && string.IsNullOrWhiteSpace(channel.Handle))
            {
                yield return new("Write the number, name or address of this channel, or leave the whole channel empty.", [$"{nameof(Channels)}[{i}].{nameof(ChannelForm.Handle)}"]);
            }

            if (channel.Kind is null && !string.IsNullOrWhiteSpace(channel.Handle))
            {
                yield return new("Choose what kind of channel this is.", [$"{nameof(Channels)}[{i}].{nameof(ChannelForm.Kind)}"]);
            }
        }
    }
}
