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

/// <summary>Sends the one neutral mail. The address is unsealed only here, at the moment of sending.</summary>
public sealed class MailConsumer(CaseDatabase cases, CompartmentSealer sealer, StaffNames names, NoticeTexts texts, MailSettings settings, IMailTransport transport) : IOutboxConsumer
{
    public IReadOnlyCollection<string> Kinds { get; } = [OutboxRows.MailToStaff, OutboxRows.MailToApplicant];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var payload = OutboxRows.Read(row.Payload);
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

        return await transport.SendAsync(mail, cancellationToken) switch
        {
            MailOutcome.Accepted or MailOutcome.SwitchedOff => new OutboxVerdict.Done(),
            MailOutcome.TemporaryFailure later => new OutboxVerdict.TryAgain(Keys.Kebab(later.Reason.ToString())),
            MailOutcome.PermanentFailure never => new OutboxVerdict.GiveUp(Keys.Kebab(never.Reason.ToString())),
            var other => throw new InvalidOperationException($"Unknown mail outcome {other.GetType().Name}."),
        };
    }

    private async Task<string?> StaffAddressAsync(Guid staffId, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == staffId && u.DeactivatedAt == null, cancellationToken) is { } account ? names.Mail(account) : null;
    }

    private async Task<string?> ApplicantAddressAsync(Guid caseId, CancellationToken cancellationToken)
    {
        using var keys = await sealer.OpenAsync(caseId, cancellationToken);
        await using var db = cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellationToken);
        var loaded = await CaseLoader.LoadAsync(db, keys, row, [Compartment.Contact], cancellationToken);
        return loaded.File.Contact.Plans.Latest() is { MailNotices: true } plan ? plan.Channels.Find(c => c.Kind == ChannelKind.Email)?.Handle : null;
    }
}
