using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace HumanitarianEntry.Notices.Mail;

/// <summary>One mail's way into a relay: greeting, STARTTLS, sign-in, envelope, text (RFC 5321, 3207, 4954). A step succeeds or ends it.</summary>
internal sealed class SmtpConversation : IAsyncDisposable
{
    private readonly SmtpRelay relay;
    private readonly SmtpStage stage;
    private readonly TcpClient client;
    private Stream stream;
    private SmtpLine line;
    private IReadOnlyList<string> offers = [];

    private SmtpConversation(SmtpRelay relay, SmtpStage stage, TcpClient client)
    {
        (this.relay, this.stage, this.client) = (relay, stage, client);
        stream = client.GetStream();
        line = new SmtpLine(stream);
    }

    private bool IsEncrypted => stream is SslStream;

    public static async Task<SmtpConversation> OpenAsync(SmtpRelay relay, SmtpStage stage, CancellationToken cancellationToken)
    {
        // Short lines in turn: waiting to fill a packet would cost some 40 ms a mail.
        TcpClient opened = new() { NoDelay = true };
        try
        {
            await opened.ConnectAsync(relay.Host, relay.Port, cancellationToken);
            stage.Connected();
            return new SmtpConversation(relay, stage, opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public async Task GreetAsync(string ourName, CancellationToken cancellationToken)
    {
        Require(await line.ReadReplyAsync(cancellationToken), MailFailure.NotUnderstood);
        stage.Greeted();
        await SayHelloAsync(ourName, cancellationToken);
        bool offered = offers.Contains("STARTTLS", StringComparer.OrdinalIgnoreCase);
        switch (relay.Encryption)
        {
            case RelayEncryption.StartTlsRequired when !offered:
                throw SmtpRefusal.Later(MailFailure.EncryptionNotOffered);
            case RelayEncryption.StartTlsRequired:
            case RelayEncryption.StartTlsIfOffered when offered:
                await EncryptAsync(cancellationToken);
                await SayHelloAsync(ourName, cancellationToken);
                break;
        }
    }

    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(relay.User))
        {
            return;
        }

        if (!IsEncrypted)
        {
            throw SmtpRefusal.Later(MailFailure.EncryptionNotOffered);
        }

        string[] mechanisms =
        [
            .. offers.Where(offer => offer.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase)).SelectMany(offer => offer[5..].Split(' ')),
        ];
        if (mechanisms.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            RequireSignIn(await line.AskAsync($"AUTH PLAIN {Base64($"\0{relay.User}\0{relay.Password}")}", cancellationToken), 235);
            return;
        }

        if (!mechanisms.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            throw SmtpRefusal.Later(MailFailure.SignInNotOffered);
        }

        RequireSignIn(await line.AskAsync("AUTH LOGIN", cancellationToken), 334);
        RequireSignIn(await line.AskAsync(Base64(relay.User), cancellationToken), 334);
        RequireSignIn(await line.AskAsync(Base64(relay.Password ?? string.Empty), cancellationToken), 235);
    }

    public async Task DeliverAsync(string from, string to, byte[] message, CancellationToken cancellationToken)
    {
        SmtpReply sender = await line.AskAsync($"MAIL FROM:<{from}>", cancellationToken);
        RefuseMissingSignIn(sender);
        // A refused sender is wrong for every mail: the settings are to blame, so the mail stays queued.
        Require(sender, MailFailure.SenderRefused);
        SmtpReply recipient = await line.AskAsync($"RCPT TO:<{to}>", cancellationToken);
        RefuseMissingSignIn(recipient);
        if (recipient.IsPolicy)
        {
            // "Relaying denied" is about us, not about the reader: the mail stays queued until somebody mends it.
            throw SmtpRefusal.Later(MailFailure.RecipientRefused, recipient.Code);
        }

        RequireForGood(recipient, MailFailure.RecipientRefused, recipient.IsGood);
        SmtpReply go = await line.AskAsync("DATA", cancellationToken);
        RequireForGood(go, MailFailure.MessageRefused, go.Code is 354);
        // Our text is headers and base64: no line can begin with a dot, so there is nothing to stuff.
        await line.WriteAsync(message, cancellationToken);
        stage.HandedOver();
        SmtpReply taken = await line.AskAsync(".", cancellationToken);
        RequireForGood(taken, MailFailure.MessageRefused, taken.IsGood);
    }

    /// <summary>Good manners only: what became of the mail is known by now, and what happens here cannot change that.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        if (stream is SslStream { IsAuthenticated: false })
        {
            return;
        }

        try
        {
            await line.WriteAsync("QUIT\r\n"u8.ToArray(), cancellationToken);
            if (stream is SslStream encrypted)
            {
                await encrypted.ShutdownAsync();
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // The relay gave its answer already.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        client.Dispose();
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static void Require(SmtpReply reply, MailFailure reason)
    {
        if (!reply.IsGood)
        {
            throw SmtpRefusal.Later(reply.IsLater ? MailFailure.ServerBusy : reason, reply.Code);
        }
    }

    private static void RequireForGood(SmtpReply reply, MailFailure reason, bool good)
    {
        if (!good)
        {
            throw reply.IsLater ? SmtpRefusal.Later(MailFailure.ServerBusy, reply.Code)
                : reply.Code is >= 500 and < 600 ? SmtpRefusal.Never(reason, reply.Code)
                : SmtpRefusal.Later(MailFailure.NotUnderstood, reply.Code);
        }
    }

    private static void RequireSignIn(SmtpReply reply, int expected)
    {
        if (reply.Code != expected)
        {
            throw SmtpRefusal.Later(reply.IsLater ? MailFailure.ServerBusy : MailFailure.SignInRefused, reply.Code);
        }
    }

    private static void RefuseMissingSignIn(SmtpReply reply)
    {
        if (reply.Code is 530)
        {
            throw SmtpRefusal.Later(MailFailure.SignInRequired, reply.Code);
        }
    }

    private async Task SayHelloAsync(string ourName, CancellationToken cancellationToken)
    {
        SmtpReply reply = await line.AskAsync($"EHLO {ourName}", cancellationToken);
        Require(reply, MailFailure.NotUnderstood);
        offers = reply.Lines;
    }

    private async Task EncryptAsync(CancellationToken cancellationToken)
    {
        SmtpReply reply = await line.AskAsync("STARTTLS", cancellationToken);
        // Bytes behind the reply were put there before the line was encrypted: somebody on the way is speaking in the relay's name.
        if (!reply.IsGood || line.HasUnreadBytes)
        {
            throw SmtpRefusal.Later(reply.IsLater ? MailFailure.ServerBusy : MailFailure.EncryptionNotOffered, reply.Code);
        }

        RelayCertificate certificate = new(relay.TrustedRootFile);
        SslStream encrypted = new(stream, leaveInnerStreamOpen: false);
        stream = encrypted;
        line = new SmtpLine(encrypted);
        try
        {
            await encrypted.AuthenticateAsClientAsync(certificate.OptionsFor(relay.Host), cancellationToken);
        }
        catch (System.Security.Authentication.AuthenticationException) when (certificate.WasRefused)
        {
            throw SmtpRefusal.Later(MailFailure.CertificateNotTrusted);
        }
    }
}
