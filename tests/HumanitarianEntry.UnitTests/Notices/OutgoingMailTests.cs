using System.Text;
using HumanitarianEntry.Notices.Mail;
using Xunit;

namespace HumanitarianEntry.UnitTests.Notices;

public sealed class OutgoingMailTests
{
    private const string Id = "0123456789abcdef0123";

    [Theory]
    [InlineData("0123456789abcdef0123\r\nBcc: other@mail.invalid")]
    [InlineData("short")]
    [InlineData("0123456789ABCDEF0123")]
    [InlineData("0123456789abcdef012>")]
    public void Create_MalformedMessageId_IsRefused(string id) => AssertRefused("messageId", () => Make(id: id));

    [Theory]
    [InlineData("reader@mail.invalid\r\nBcc: other@mail.invalid")]
    [InlineData("reader@mail.invalid\n")]
    [InlineData("reader@mail.invalid> RCPT TO:<other@mail.invalid")]
    [InlineData("Reader Name <reader@mail.invalid>")]
    [InlineData("reader@mail.invalid,other@mail.invalid")]
    [InlineData("\"a b\"@mail.invalid")]
    [InlineData("reader")]
    [InlineData("@mail.invalid")]
    [InlineData("reader@mail")]
    [InlineData("читатель@mail.invalid")]
    [InlineData("")]
    public void Create_MalformedRecipient_IsRefusedWithoutRepeatingIt(string to)
    {
        ArgumentException refusal = AssertRefused("to", () => Make(to: to));
        Assert.DoesNotContain("other", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("News\r\nBcc: other@mail.invalid")]
    [InlineData("News\nX: y")]
    [InlineData("News\0")]
    [InlineData(" ")]
    [InlineData("Это слишком длинная тема для письма")]
    public void Create_MalformedSubject_IsRefused(string subject) => AssertRefused("subject", () => Make(subject: subject));

    [Fact]
    public void Create_BodyWithCarriageReturn_IsRefused() => AssertRefused("body", () => Make(body: "There is news.\r\n.\r\nMAIL FROM:<x@y.invalid>"));

    [Fact]
    public void Create_BodyLongerThanTheCommonSize_IsRefused() => AssertRefused("body", () => Make(body: new string('a', OutgoingMail.BodyBytes + 1)));

    [Fact]
    public void Create_InternationalDomain_BecomesPunycode() =>
        Assert.Equal("reader@xn--e1afmkfd.invalid", Make(to: " reader@Пример.invalid ").To);

    [Fact]
    public void ToString_AnyMail_ShowsNoAddressAndNoText() => Assert.Equal($"OutgoingMail {Id}", Make().ToString());

    [Fact]
    public void Write_TextsOfDifferentLanguagesAndLengths_HaveOneSize()
    {
        DateTimeOffset date = new(2026, 3, 2, 8, 5, 0, TimeSpan.FromHours(5));
        int[] sizes =
        [
            MimeText.Write(Make(), "notices.invalid", date).Length,
            MimeText.Write(Make(subject: "Есть новости", body: "Есть новости."), "notices.invalid", date.AddDays(200)).Length,
            MimeText.Write(Make(subject: "Es gibt Neuigkeiten", body: new string('ä', OutgoingMail.BodyBytes / 2)), "notices.invalid", date).Length,
            MimeText.Write(Make(body: "a\n\nb\nc"), "notices.invalid", date).Length,
        ];
        Assert.Single(sizes.Distinct());
    }

    [Fact]
    public void Write_AnyMail_HasOnlyTheHeadersItNeeds()
    {
        string message = Encoding.ASCII.GetString(MimeText.Write(Make(), "notices.invalid", new DateTimeOffset(2026, 3, 2, 8, 5, 0, TimeSpan.FromHours(5))));

        string[] headers = message.Split("\r\n\r\n", 2)[0].Split("\r\n");

        Assert.Equal(
            ["Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"],
            headers.Select(header => header.Split(':')[0]));
        Assert.Equal("Date: Mon, 02 Mar 2026 03:05:00 +0000", headers[0]);
        Assert.All(message.Split("\r\n"), line => Assert.True(line.Length <= 76));
    }

    [Fact]
    public void Write_NeutralDomainWithLineBreak_IsRefused() =>
        Assert.Throws<ArgumentException>(() => MimeText.Write(Make(), "notices.invalid>\r\nX: y", DateTimeOffset.UnixEpoch));

    private static OutgoingMail Make(
        string id = Id, string from = "post@notices.invalid", string to = "reader@mail.invalid", string subject = "There is news", string body = "There is news.") =>
        OutgoingMail.Create(id, from, to, "en", subject, body);

    private static ArgumentException AssertRefused(string part, Func<OutgoingMail> make)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => make());
        Assert.Equal(part, refusal.ParamName);
        return refusal;
    }
}
