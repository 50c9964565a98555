using System.Text;
using HumanitarianEntry.Notices;
using HumanitarianEntry.Notices.Mail;
using HumanitarianEntry.Notices.Neutral;
using Xunit;

namespace HumanitarianEntry.UnitTests.Notices;

public sealed class NoticeTextsTests
{
    /// <summary>What a case may hold, in the languages and scripts it may be written in: nothing of it may ever be found in a notice.</summary>
    private static readonly string[] Hostile =
    [
        "Demidov", "Демидов", "DEMO", "HE-2026", "A7K", "accepted", "accepté", "принят", "angenommen", "refused", "refusé", "отказ", "abgelehnt",
        "decision", "décision", "решение", "entscheid", "vetting", "проверка", "interview", "собеседование", "entretien", "dossier", "досье",
        "visa", "виза", "шешім", "бас тарт", "қабылда", "сұхбат", "істі", "елшілік", "Қазақстан", "Ресей", "баспана", "сапар", "шұғыл", "laissez", "passport", "паспорт", "case", "дело", "embassy", "посольство", "ambassade", "botschaft", "consul", "консул",
        "France", "Франция", "Germany", "Германия", "Deutschland", "Kazakhstan", "Казахстан", "Russia", "Россия", "Ukraine", "Украина", "Astana",
        "asylum", "asile", "убежище", "army", "армия", "desert", "дезертир", "war", "войн", "guerre", "krieg", "соғыс", "travel", "voyage", "reise", "поездка",
        "flight", "airport", "Monday", "понедельник", "lundi", "January", "января", "HumanitarianEntry", "humanitarian", "гуманитар", "evidence",
        "доказательств", "preuve", "urgent", "срочно", "dringend", "refugee", "беженец", "réfugié",
    ];

    public static TheoryData<string> Locales => [.. NoticeTexts.Locales];

    [Theory]
    [MemberData(nameof(Locales))]
    public void Write_EveryLanguageWithAHostileCase_LeaksNothing(string locale)
    {
        NoticeTexts texts = NoticeTexts.Load(Templates.Folder("notices"));
        OutgoingMail mail = texts.Compose("0123456789abcdef0123", "post@notices.invalid", "reader@mail.invalid", locale);

        string sent = Encoding.ASCII.GetString(MimeText.Write(mail, "notices.invalid", DateTimeOffset.UnixEpoch));
        string body = Encoding.UTF8.GetString(Convert.FromBase64String(sent.Split("\r\n\r\n", 2)[1]));

        Assert.Empty(NoticeLeak.Find($"{mail.Subject}\n{body}", Hostile));
    }

    [Fact]
    public void Write_AllLanguages_HaveOneSizeOnTheWire()
    {
        NoticeTexts texts = NoticeTexts.Load(Templates.Folder("notices"));
        Assert.Single(NoticeTexts.Locales
            .Select(locale => texts.Compose("0123456789abcdef0123", "post@notices.invalid", "reader@mail.invalid", locale))
            .Select(mail => MimeText.Write(mail, "notices.invalid", DateTimeOffset.UnixEpoch).Length)
            .Distinct());
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Load_MissingFile_IsNamed(string locale)
    {
        DirectoryInfo copy = Templates.CopyOf("notices");
        Directory.Delete(Path.Combine(copy.FullName, locale), recursive: true);

        TemplateException fault = Assert.Throws<TemplateException>(() => NoticeTexts.Load(copy.FullName));

        Assert.EndsWith(Path.Combine(locale, "notice.md"), fault.Path, StringComparison.Ordinal);
        Assert.Contains(fault.Path, fault.Message, StringComparison.Ordinal);
        copy.Delete(recursive: true);
    }

    [Theory]
    [InlineData("# News\n\nDear {{name}}, there is news.")]
    [InlineData("# News\n\nThere is news since 3 March.")]
    [InlineData("# News\n\nThere is news: https://space.invalid/x")]
    [InlineData("# News\n\nWrite to help@space.invalid")]
    [InlineData("# News\n\nOpen space.invalid now")]
    [InlineData("There is news.")]
    [InlineData("# News")]
    [InlineData("")]
    [InlineData("# A subject far too long for one header line\n\nThere is news.")]
    public void Load_TextThatSaysMoreThanNews_IsRefusedByFile(string text)
    {
        DirectoryInfo copy = Templates.CopyOf("notices");
        File.WriteAllText(Path.Combine(copy.FullName, "en", "notice.md"), text);

        TemplateException fault = Assert.Throws<TemplateException>(() => NoticeTexts.Load(copy.FullName));

        Assert.EndsWith(Path.Combine("en", "notice.md"), fault.Path, StringComparison.Ordinal);
        copy.Delete(recursive: true);
    }

    [Fact]
    public void Load_TextAnOperatorEdited_IsUsed()
    {
        DirectoryInfo copy = Templates.CopyOf("notices");
        File.WriteAllText(Path.Combine(copy.FullName, "en", "notice.md"), "# Hello\r\n\r\nPlease look in.\r\n");

        Assert.Equal(new NoticeText("en", "Hello", "Please look in."), NoticeTexts.Load(copy.FullName).In("en"));
        copy.Delete(recursive: true);
    }

    [Fact]
    public void In_LanguageThatWasNotLoaded_IsRefused() =>
        Assert.Throws<KeyNotFoundException>(() => NoticeTexts.Load(Templates.Folder("notices")).In("uk"));

    [Theory]
    [InlineData("Your file HE-2026 is ready", "he-2026", LeakKind.Word)]
    [InlineData("Le REFUSE\u0301 est la", "refusé", LeakKind.Word)]
    [InlineData("ac\u200Bcepted", "Accepted", LeakKind.Word)]
    [InlineData("Новости: Демидов", "демидов", LeakKind.Word)]
    [InlineData("Come at \u0663", "-", LeakKind.Digit)]
    [InlineData("Part \u2163", "-", LeakKind.Digit)]
    [InlineData("Hello {name}", "-", LeakKind.Placeholder)]
    [InlineData("mailto:a@b", "-", LeakKind.Link)]
    public void Find_TextThatGivesSomethingAway_FindsIt(string text, string forbidden, LeakKind kind) =>
        Assert.Contains(NoticeLeak.Find(text, [forbidden]), leak => leak.Kind == kind);

    [Fact]
    public void Find_NeutralText_FindsNothing() => Assert.Empty(NoticeLeak.Find("There is news. Open your secure space.", ["Demidov", ""]));
}
