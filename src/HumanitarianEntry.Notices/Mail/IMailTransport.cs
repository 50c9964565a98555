namespace HumanitarianEntry.Notices.Mail;

/// <summary>Carries one mail out of the system, or says exactly why it could not.</summary>
public interface IMailTransport
{
    /// <summary>
    /// Tries once. What went wrong on the way is an outcome, never an exception; only cancellation by the caller throws.
    /// Delivery is at least once: after a lost answer the same mail, with the same Message-ID, may be sent again (design: 11.5).
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; whether the mail left is not known.</exception>
    Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
