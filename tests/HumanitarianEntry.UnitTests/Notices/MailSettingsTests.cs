using HumanitarianEntry.Notices.Mail;
using Xunit;

namespace HumanitarianEntry.UnitTests.Notices;

public sealed class MailSettingsTests
{
    private static readonly SmtpRelay Relay = new() { Host = "relay.invalid", User = "user", Password = "word" };

    private static readonly MailSettings Smtp = new()
    {
        Mode = MailMode.Smtp, Sender = "post@notices.invalid", NeutralDomain = "notices.invalid", Relay = Relay,
    };

    [Fact]
    public void Problems_CompleteSettings_AreNone() => Assert.Empty(Smtp.Problems());

    [Fact]
    public void CreateTransport_ImplicitTlsPort_IsRefusedAndNamesTheOtherWay()
    {
        MailSettings settings = Smtp with { Relay = Relay with { Port = 465 } };

        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => settings.CreateTransport(TimeProvider.System));

        Assert.Contains("implicit TLS", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("587", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RelayEncryption.None)]
    [InlineData(RelayEncryption.StartTlsIfOffered)]
    public void Problems_PasswordWithoutRequiredEncryption_IsOne(RelayEncryption encryption) =>
        Assert.Contains("STARTTLS required", Assert.Single((Smtp with { Relay = Relay with { Encryption = encryption } }).Problems()), StringComparison.Ordinal);

    [Fact]
    public void Problems_UserWithoutPassword_IsOne() =>
        Assert.Contains("belong together", Assert.Single((Smtp with { Relay = Relay with { Password = null } }).Problems()), StringComparison.Ordinal);

    [Fact]
    public void Problems_EmptySmtpSettings_NamesEveryMissingPart() => Assert.Equal(3, new MailSettings { Mode = MailMode.Smtp }.Problems().Count);

    [Fact]
    public void ToString_Relay_ShowsNeitherUserNorPassword() => Assert.Equal("SmtpRelay relay.invalid:587", Relay.ToString());

    [Fact]
    public async Task SendAsync_ModeOff_SaysThatItIsOff()
    {
        IMailTransport transport = new MailSettings { Mode = MailMode.Off }.CreateTransport(TimeProvider.System);
        OutgoingMail mail = OutgoingMail.Create("0123456789abcdef0123", "a@notices.invalid", "b@mail.invalid", "en", "News", "News");

        Assert.IsType<MailOutcome.SwitchedOff>(await transport.SendAsync(mail, CancellationToken.None));
    }
}
