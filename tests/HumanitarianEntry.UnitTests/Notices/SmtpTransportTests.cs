using HumanitarianEntry.Notices.Mail;
using HumanitarianEntry.TestKit.Mail;
using Xunit;

namespace HumanitarianEntry.UnitTests.Notices;

/// <summary>Against a real SMTP server. Skipped, by name, where python3-aiosmtpd or openssl is missing.</summary>
public sealed class SmtpTransportTests
{
    private const string Password = "throw-away-9f2c";
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task SendAsync_PlainRelay_DeliversExactlyOurBytes()
    {
        await using SmtpServerProcess server = await StartAsync(new());

        MailOutcome outcome = await Transport(InClear(server)).SendAsync(Notice(), CancellationToken.None);

        Assert.IsType<MailOutcome.Accepted>(outcome);
        CapturedMail mail = await server.NextMailAsync();
        Assert.Equal(MimeText.Write(Notice(), "notices.invalid", Noon), mail.Message);
        Assert.Equal("post@notices.invalid", mail.From);
        Assert.Equal(["reader@mail.invalid"], mail.To);
        Assert.Equal("Есть новости. Откройте своё защищённое пространство.", mail.Text);
    }

    [Fact]
    public async Task SendAsync_AnyRelay_GreetsWithTheNeutralDomainAndNeverWithTheMachine()
    {
        await using SmtpServerProcess server = await StartAsync(new());

        await Transport(InClear(server)).SendAsync(Notice(), CancellationToken.None);

        CapturedMail mail = await server.NextMailAsync();
        Assert.Equal("notices.invalid", mail.Helo);
        Assert.All(mail.Headers, header => Assert.DoesNotContain(Environment.MachineName, header.Split(':')[1], StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task SendAsync_StartTlsAndPassword_DeliversEncryptedAndSignedIn(string withoutMechanism)
    {
        using ThrowAwayCertificate certificate = MakeCertificate();
        await using SmtpServerProcess server = await StartAsync(SignIn(certificate) with { WithoutAuth = [withoutMechanism] });

        MailOutcome outcome = await Transport(Encrypted(server, certificate)).SendAsync(Notice(), CancellationToken.None);

        Assert.IsType<MailOutcome.Accepted>(outcome);
        CapturedMail mail = await server.NextMailAsync();
        Assert.True(mail.Encrypted);
        Assert.True(mail.SignedIn);
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("auth-optional")]
    public async Task SendAsync_WrongPassword_SaysSoAndSendsNothing(string mode)
    {
        using ThrowAwayCertificate certificate = MakeCertificate();
        await using SmtpServerProcess server = await StartAsync(SignIn(certificate) with { Mode = mode });

        MailOutcome outcome = await Transport(Encrypted(server, certificate) with { Password = "wrong" }).SendAsync(Notice(), CancellationToken.None);

        AssertFailure(outcome, MailFailure.SignInRefused, needsOperator: true);
        Assert.Empty(server.Captured);
    }

    [Fact]
    public async Task SendAsync_RelayWithoutAuthButUserConfigured_SaysSoAndSendsNothing()
    {
        using ThrowAwayCertificate certificate = MakeCertificate();
        await using SmtpServerProcess server = await StartAsync(SignIn(certificate) with { Mode = "auth-optional", WithoutAuth = ["PLAIN", "LOGIN"] });

        MailOutcome outcome = await Transport(Encrypted(server, certificate)).SendAsync(Notice(), CancellationToken.None);

        AssertFailure(outcome, MailFailure.SignInNotOffered, needsOperator: true);
        Assert.Empty(server.Captured);
    }

    [Fact]
    public async Task SendAsync_RelayWantsSignInAndNoneConfigured_SaysSo()
    {
        using ThrowAwayCertificate certificate = MakeCertificate();
        await using SmtpServerProcess server = await StartAsync(SignIn(certificate));

        MailOutcome outcome = await Transport(Encrypted(server, certificate) with { User = null, Password = null }).SendAsync(Notice(), CancellationToken.None);

        AssertFailure(outcome, MailFailure.SignInRequired, needsOperator: true);
    }

    [Fact]
    public async Task SendAsync_UnknownCertificate_RefusesIt()
    {
        using ThrowAwayCertificate certificate = MakeCertificate();
        await using SmtpServerProcess server = await StartAsync(SignIn(certificate));

        MailOutcome outcome = await Transport(Encrypted(server, certificate) with { TrustedRootFile = null }).SendAsync(Notice(), CancellationToken.None);

        AssertFailure(outcome, MailFailure.CertificateNotTrusted, needsOperator: true);
    }

    [Fact]
    public async Task SendAsync_CertificateOfAnotherHost_RefusesIt()
    {
        using ThrowAwayCertificate certificate = MakeCertificate("DNS:other.invalid");
        await using SmtpServerProcess server = await StartAsync(SignIn(certificate));

        MailOutcome outcome = await Transport(Encrypted(server, certificate)).SendAsync(Notice(), CancellationToken.None);

        AssertFailure(outcome, MailFailure.CertificateNotTrusted, needsOperator: true);
    }

    [Fact]
    public async Task SendAsync_StartTlsRequiredAndNotOffered_SendsNothing()
    {
        await using SmtpServerProcess server = await StartAsync(new());

        MailOutcome outcome = await Transport(InClear(server) with { Encryption = RelayEncryption.StartTlsRequired }).SendAsync(Notice(), CancellationToken.None);

        AssertFailure(outcome, MailFailure.EncryptionNotOffered, needsOperator: true);
        Assert.Empty(server.Captured);
    }

    [Fact]
    public async Task SendAsync_StartTlsIfOffered_EncryptsWhenItIs()
    {
        using ThrowAwayCertificate certificate = MakeCertificate();
        await using SmtpServerProcess server = await StartAsync(new() { CertificateFile = certificate.CertificateFile, KeyFile = certificate.KeyFile });
        SmtpRelay relay = Encrypted(server, certificate) with { Encryption = RelayEncryption.StartTlsIfOffered, User = null, Password = null };

        await Transport(relay).SendAsync(Notice(), CancellationToken.None);

        Assert.True((await server.NextMailAsync()).Encrypted);
    }

    [Fact]
    public async Task SendAsync_StartTlsIfOffered_DeliversInClearWhenItIsNot()
    {
        await using SmtpServerProcess server = await StartAsync(new());

        await Transport(InClear(server) with { Encryption = RelayEncryption.StartTlsIfOffered }).SendAsync(Notice(), CancellationToken.None);

        Assert.False((await server.NextMailAsync()).Encrypted);
    }

    [Fact]
    public async Task SendAsync_BytesBehindTheStartTlsReply_EndsTheConversation()
    {
        using ThrowAwayCertificate certificate = MakeCertificate();
        await using SmtpServerProcess server = await StartAsync(SignIn(certificate) with { Mode = "starttls-injection" });

        MailOutcome outcome = await Transport(Encrypted(server, certificate)).SendAsync(Notice(), CancellationToken.None);

        AssertFailure(outcome, MailFailure.EncryptionNotOffered, needsOperator: true);
    }

    [Theory]
    [InlineData("rcpt-4xx", MailFailure.ServerBusy, 451)]
    [InlineData("first-4xx", MailFailure.ServerBusy, 451)]
    [InlineData("sender-5xx", MailFailure.SenderRefused, 550)]
    [InlineData("rcpt-policy", MailFailure.RecipientRefused, 550)]
    public async Task SendAsync_RelayPutsUsOff_IsTemporaryWithItsCode(string mode, MailFailure reason, int code)
    {
        await using SmtpServerProcess server = await StartAsync(new() { Mode = mode });

        MailOutcome outcome = await Transport(InClear(server)).SendAsync(Notice(), CancellationToken.None);

        Assert.Equal(new MailOutcome.TemporaryFailure(reason, code), outcome);
    }

    [Theory]
    [InlineData("rcpt-5xx", MailFailure.RecipientRefused, 550)]
    [InlineData("data-5xx", MailFailure.MessageRefused, 554)]
    public async Task SendAsync_RelayRefusesTheMail_IsPermanentWithItsCode(string mode, MailFailure reason, int code)
    {
        await using SmtpServerProcess server = await StartAsync(new() { Mode = mode });

        MailOutcome outcome = await Transport(InClear(server)).SendAsync(Notice(), CancellationToken.None);

        Assert.Equal(new MailOutcome.PermanentFailure(reason, code), outcome);
    }

    [Fact]
    public async Task SendAsync_SecondTryAfterTemporaryFailure_HasTheSameMessageId()
    {
        await using SmtpServerProcess server = await StartAsync(new() { Mode = "first-4xx" });
        SmtpTransport transport = Transport(InClear(server));

        MailOutcome first = await transport.SendAsync(Notice(), CancellationToken.None);
        MailOutcome second = await transport.SendAsync(Notice(), CancellationToken.None);

        Assert.IsType<MailOutcome.TemporaryFailure>(first);
        Assert.IsType<MailOutcome.Accepted>(second);
        Assert.Contains("Message-ID: <0123456789abcdef0123@notices.invalid>", (await server.NextMailAsync()).Headers);
    }

    [Theory]
    [InlineData("black-hole", MailFailure.NoGreeting)]
    [InlineData("slow-answer", MailFailure.AnswerLost)]
    public async Task SendAsync_RelayDoesNotAnswer_EndsAtOurDeadline(string mode, MailFailure reason)
    {
        await using SmtpServerProcess server = await StartAsync(new() { Mode = mode });
        SmtpRelay relay = InClear(server) with { Deadline = TimeSpan.FromSeconds(2) };

        Task<MailOutcome> sending = Transport(relay).SendAsync(Notice(), CancellationToken.None);
        MailOutcome outcome = await sending.WaitAsync(TimeSpan.FromSeconds(15));

        AssertFailure(outcome, reason, needsOperator: false);
    }

    [Theory]
    [InlineData("hang-up", MailFailure.ConnectionLost, false)]
    [InlineData("babble", MailFailure.NotUnderstood, true)]
    public async Task SendAsync_NoProperRelay_IsAFailureWithItsReason(string mode, MailFailure reason, bool needsOperator)
    {
        await using SmtpServerProcess server = await StartAsync(new() { Mode = mode });

        MailOutcome outcome = await Transport(InClear(server)).SendAsync(Notice(), CancellationToken.None);

        AssertFailure(outcome, reason, needsOperator);
    }

    [Fact]
    public async Task SendAsync_NobodyListens_CannotConnect()
    {
        SmtpServerProcess server = await StartAsync(new());
        await server.DisposeAsync();

        MailOutcome outcome = await Transport(InClear(server)).SendAsync(Notice(), CancellationToken.None);

        AssertFailure(outcome, MailFailure.CannotConnect, needsOperator: false);
    }

    [Fact]
    public async Task SendAsync_CallerCancels_ThrowsInsteadOfInventingAnOutcome()
    {
        await using SmtpServerProcess server = await StartAsync(new() { Mode = "black-hole" });
        using CancellationTokenSource cancelled = new(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transport(InClear(server)).SendAsync(Notice(), cancelled.Token));
    }

    private static OutgoingMail Notice() => OutgoingMail.Create(
        "0123456789abcdef0123", "post@notices.invalid", "reader@mail.invalid", "ru", "Есть новости", "Есть новости. Откройте своё защищённое пространство.");

    private static async Task<SmtpServerProcess> StartAsync(SmtpServerOptions options)
    {
        Assert.SkipWhen(SmtpServerProcess.Missing is not null, $"SMTP server: {SmtpServerProcess.Missing}");
        return await SmtpServerProcess.StartAsync(options);
    }

    private static ThrowAwayCertificate MakeCertificate(string name = "IP:127.0.0.1")
    {
        ThrowAwayCertificate? certificate = ThrowAwayCertificate.Make(name);
        Assert.SkipWhen(certificate is null, "openssl is not installed (Debian package openssl)");
        return certificate!;
    }

    private static SmtpServerOptions SignIn(ThrowAwayCertificate certificate) =>
        new() { CertificateFile = certificate.CertificateFile, KeyFile = certificate.KeyFile, User = "relay-user", Password = Password };

    private static SmtpRelay InClear(SmtpServerProcess server) =>
        new() { Host = SmtpServerProcess.Host, Port = server.Port, Encryption = RelayEncryption.None, Deadline = TimeSpan.FromSeconds(20) };

    private static SmtpRelay Encrypted(SmtpServerProcess server, ThrowAwayCertificate certificate) => InClear(server) with
    {
        Encryption = RelayEncryption.StartTlsRequired, User = "relay-user", Password = Password, TrustedRootFile = certificate.CertificateFile,
    };

    private static SmtpTransport Transport(SmtpRelay relay) => new(relay, "notices.invalid", new FixedDateClock(Noon));

    private static void AssertFailure(MailOutcome outcome, MailFailure reason, bool needsOperator)
    {
        MailOutcome.TemporaryFailure failure = Assert.IsType<MailOutcome.TemporaryFailure>(outcome);
        Assert.Equal(reason, failure.Reason);
        Assert.Equal(needsOperator, failure.NeedsOperator);
    }
}
