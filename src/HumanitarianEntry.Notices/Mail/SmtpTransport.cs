using System.Net.Sockets;
using System.Security.Authentication;

namespace HumanitarianEntry.Notices.Mail;

/// <summary>
/// Hands one mail to a relay over its own connection, within one deadline. Why not the framework's SmtpClient: it greets with the machine's name,
/// writes its own date, goes on without signing in when the password is wrong, and ignores its deadline at the end (src/decisions/0050).
/// </summary>
public sealed class SmtpTransport(SmtpRelay relay, string neutralDomain, TimeProvider clock) : IMailTransport
{
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        byte[] message = MimeText.Write(mail, neutralDomain, clock.GetUtcNow());
        using CancellationTokenSource deadline = new(relay.Deadline, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        SmtpStage stage = new();
        try
        {
            await using SmtpConversation conversation = await SmtpConversation.OpenAsync(relay, stage, either.Token);
            MailOutcome outcome = await HandOverAsync(conversation, mail, message, either.Token);
            await conversation.LeaveAsync(either.Token);
            return outcome;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new MailOutcome.TemporaryFailure(stage.WhenTimeIsUp);
        }
        catch (AuthenticationException)
        {
            return new MailOutcome.TemporaryFailure(MailFailure.EncryptionFailed);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            return new MailOutcome.TemporaryFailure(stage.WhenBroken);
        }
    }

    private async Task<MailOutcome> HandOverAsync(
        SmtpConversation conversation, OutgoingMail mail, byte[] message, CancellationToken cancellationToken)
    {
        try
        {
            await conversation.GreetAsync(neutralDomain, cancellationToken);
            await conversation.SignInAsync(cancellationToken);
            await conversation.DeliverAsync(mail.From, mail.To, message, cancellationToken);
            return new MailOutcome.Accepted();
        }
        catch (SmtpRefusal refusal)
        {
            return refusal.Outcome;
        }
    }
}

/// <summary>How far a conversation came: decides what a timeout or a broken line means.</summary>
internal sealed class SmtpStage
{
    public MailFailure WhenTimeIsUp { get; private set; } = MailFailure.CannotConnect;

    public MailFailure WhenBroken { get; private set; } = MailFailure.CannotConnect;

    public void Connected() => (WhenTimeIsUp, WhenBroken) = (MailFailure.NoGreeting, MailFailure.ConnectionLost);

    public void Greeted() => (WhenTimeIsUp, WhenBroken) = (MailFailure.DeadlinePassed, MailFailure.ConnectionLost);

    public void HandedOver() => (WhenTimeIsUp, WhenBroken) = (MailFailure.AnswerLost, MailFailure.AnswerLost);
}

/// <summary>The server's answer, or the lack of an offer, ended the conversation with this outcome.</summary>
internal sealed class SmtpRefusal(MailOutcome outcome) : Exception("The relay did not take the mail.")
{
    public MailOutcome Outcome { get; } = outcome;

    public static SmtpRefusal Later(MailFailure reason, int? code = null) => new(new MailOutcome.TemporaryFailure(reason, code));

    public static SmtpRefusal Never(MailFailure reason, int? code = null) => new(new MailOutcome.PermanentFailure(reason, code));
}
