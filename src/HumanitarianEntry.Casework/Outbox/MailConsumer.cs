using System.Collections.Concurrent;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Notices.Mail;
using HumanitarianEntry.Notices.Neutral;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Outbox;

/// <summary>How often one of the staff gets the neutral mail at most; what is urgent does not wait.</summary>
public sealed record StaffMailPause(TimeSpan Between);

/// <summary>
/// Sends the one neutral mail. The address is unsealed only here, at the moment of sending. All mails are alike and say that something waits, so one that left after a thing was noted has told of
/// it: nobody gets a hundred of them on a day of a hundred referrals.
/// </summary>
public sealed class MailConsumer(CaseDatabase cases, CompartmentSealer sealer, StaffNames names, NoticeTexts texts, MailSettings settings, IMailTransport transport, StaffMailPause pause, TimeProvider time) : IOutboxConsumer
{
    private static readonly TimeSpan Stored = TimeSpan.FromSeconds(5);

    /// <summary>When this node's last mail to a person left. Forgotten at a restart: then one comes too early, never too late.</summary>
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> lastSent = new();

    public IReadOnlyCollection<string> Kinds { get; } = [OutboxRows.MailToStaff, OutboxRows.MailToApplicant];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var payload = OutboxRows.Read(row.Payload);
        if (row.Kind == OutboxRows.MailToStaff && Told(row, payload) is { } enough)
        {
            return enough;
        }

        var address = row.Kind == OutboxRows.MailToStaff
            ? await StaffAddressAsync(payload.To!.Value, cancellationToken)
            : await ApplicantAddressAsync(payload.To!.Value, cancellationToken);
        if (address is null)
        {
            // Nobody to write to any more (account without mail, opt-in withdrawn): done, not failed.
            return new OutboxVerdict.Done();
        }

        var locale = NoticeTexts.Locales.Contains(payload.Locale ?? string.Empty) ? payload.Locale! : "en";
        OutgoingMail mail;
        try
        {
            mail = texts.Compose(row.MessageId ?? row.Id.ToString("N"), settings.Sender, address, locale);
        }
        catch (ArgumentException)
        {
            return new OutboxVerdict.GiveUp("address-malformed");
        }

        var leaves = time.GetUtcNow();
        return await transport.SendAsync(mail, cancellationToken) switch
        {
            MailOutcome.Accepted or MailOutcome.SwitchedOff => Sent(row, payload, leaves),
            MailOutcome.TemporaryFailure later => new OutboxVerdict.TryAgain(Keys.Kebab(later.Reason.ToString())),
            MailOutcome.PermanentFailure never => new OutboxVerdict.GiveUp(Keys.Kebab(never.Reason.ToString())),
            var other => throw new InvalidOperationException($"Unknown mail outcome {other.GetType().Name}."),
        };
    }

    /// <summary>Null when the mail must leave now.</summary>
    private OutboxVerdict? Told(OutboxRow row, OutboxPayload payload)
    {
        if (pause.Between <= TimeSpan.Zero || !lastSent.TryGetValue(payload.To!.Value, out var last))
        {
            return null;
        }

        // The mail that left after this was noted has told of it too; a moment more, for noted is not yet stored.
        return last > row.CreatedAt + Stored ? new OutboxVerdict.Covered()
            : payload.Urgent != true && last + pause.Between is var next && next > time.GetUtcNow() ? new OutboxVerdict.Later(next)
            : null;
    }

    private OutboxVerdict.Done Sent(OutboxRow row, OutboxPayload payload, DateTimeOffset leaves)
    {
        if (row.Kind == OutboxRows.MailToStaff)
        {
            lastSent[payload.To!.Value] = leaves;
        }

        return new OutboxVerdict.Done();
    }

    private async Task<string?> StaffAddressAsync(Guid staffId, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == staffId && u.DeactivatedAt == null, cancellationToken) is { } account ? names.Mail(account) : null;
    }

    private async Task<string?> ApplicantAddressAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var file = await CaseLoader.ReadAsync(cases, sealer, caseId, [Compartment.Contact], cancellationToken);
        return file?.Contact.Plans.Latest() is { MailNotices: true } plan ? plan.Channels.Find(c => c.Kind == ChannelKind.Email)?.Handle : null;
    }
}
