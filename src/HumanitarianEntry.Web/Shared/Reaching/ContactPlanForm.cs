using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Shared.Reaching;

public sealed record ChannelForm
{
    public ChannelKind? Kind { get; init; }

    [StringLength(200)]
    public string? Address { get; init; }

    [StringLength(100)]
    public string? SafeHours { get; init; }

    [StringLength(50)]
    public string? TimeZone { get; init; }

    public bool MayLeaveMessage { get; init; }

    public static ChannelForm Of(ContactChannel channel) =>
        new() { Kind = channel.Kind, Address = channel.Handle, SafeHours = channel.SafeHours, TimeZone = channel.TimeZone, MayLeaveMessage = channel.MayLeaveMessage };

    public ContactChannel? ToChannel() => Kind is { } kind ? new ContactChannel(kind, Address.Clean() ?? string.Empty, SafeHours.Clean() ?? string.Empty, TimeZone.Clean() ?? string.Empty, MayLeaveMessage) : null;
}

/// <summary>How the person can be reached without being endangered.</summary>
public sealed record ContactPlanForm : IValidatableObject
{
    /// <summary>Boxes that stand ready below the filled ones; the page shows one of them and keeps the others folded.</summary>
    public const int Spare = 3;

    // A list that can be filled: the binder leaves read-only ones as they are.
    public List<ChannelForm> Channels { get; init; } = Boxes([]);

    public bool DeviceShared { get; init; }

    [Required(ErrorMessage = "Agree on a code phrase."), StringLength(200, ErrorMessage = "The phrase is longer than 200 signs.")]
    public string? CodePhrase { get; init; }

    [Required(ErrorMessage = "Agree on a phrase that means danger."), StringLength(200, ErrorMessage = "The phrase is longer than 200 signs.")]
    public string? DuressPhrase { get; init; }

    [Required(ErrorMessage = "Write what may be said when somebody else answers."), StringLength(2_000, ErrorMessage = "This is longer than 2,000 signs.")]
    public string? WhatMayBeSaid { get; init; }

    [StringLength(500)]
    public string? FallbackPerson { get; init; }

    public bool MailNotices { get; init; }

    public static ContactPlanForm Of(SafeContactPlan plan) => new()
    {
        Channels = Boxes(plan.Channels),
        DeviceShared = plan.DeviceShared,
        CodePhrase = plan.CodePhrase,
        DuressPhrase = plan.DuressPhrase,
        WhatMayBeSaid = plan.WhatMayBeSaid,
        FallbackPerson = plan.FallbackPerson,
        MailNotices = plan.MailNotices,
    };

    /// <summary>How many boxes stand open: the filled ones and one more.</summary>
    public int Open() => Math.Min(Channels.Count, Channels.FindLastIndex(c => c.Kind is not null || c.Address.Clean() is not null) + 2);

    /// <summary>Only for a valid form.</summary>
    public PlanSafeContact ToAct() =>
        new([.. Channels.Select(c => c.ToChannel()).OfType<ContactChannel>()], DeviceShared, CodePhrase!, DuressPhrase!, WhatMayBeSaid!.Trim()) { FallbackPerson = FallbackPerson.Clean(), MailNotices = MailNotices };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var i = 0; i < Channels.Count; i++)
        {
            var channel = Channels[i];
            if (channel.Kind is not (null or ChannelKind.SecureSpace or ChannelKind.InPerson) && channel.Address.Clean() is null)
            {
                yield return new(S("Write the number, name or address of this channel, or leave the whole channel empty."), [$"{nameof(Channels)}[{i}].{nameof(ChannelForm.Address)}"]);
            }

            if (channel.Kind is null && channel.Address.Clean() is not null)
            {
                yield return new(S("Choose what kind of channel this is."), [$"{nameof(Channels)}[{i}].{nameof(ChannelForm.Kind)}"]);
            }
        }
    }

    private static List<ChannelForm> Boxes(IEnumerable<ContactChannel> filled) => [.. filled.Select(ChannelForm.Of), .. Enumerable.Range(0, Spare).Select(_ => new ChannelForm())];
}

/// <summary>The page of the safe-contact plan, the same for everybody who may plan.</summary>
public abstract class ContactPlanController(CaseDoor door) : ActController<ContactPlanForm>(door)
{
    protected override string Purpose => "contact";

    protected override string FormView => "/Shared/Reaching/Plan.cshtml";

    protected override string Done => S("The plan for safe contact is recorded.");

    protected override ContactPlanForm FirstForm(CaseView view) => view.File.Contact.Plans.Latest() is { } plan ? ContactPlanForm.Of(plan) : new ContactPlanForm();

    protected override Act ToAct(ContactPlanForm form) => form.ToAct();
}
