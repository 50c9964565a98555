namespace HumanitarianEntry.Notices.Mail;

/// <summary>Mail is off by the settings: says so for every mail, so that nobody mistakes silence for delivery.</summary>
public sealed class SwitchedOffTransport : IMailTransport
{
    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<MailOutcome>(new MailOutcome.SwitchedOff());
    }
}
