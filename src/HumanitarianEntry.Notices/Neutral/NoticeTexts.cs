using System.Text;
using HumanitarianEntry.Notices.Mail;

namespace HumanitarianEntry.Notices.Neutral;

/// <summary>The one neutral text of a language.</summary>
public sealed record NoticeText(string Locale, string Subject, string Body);

/// <summary>
/// The texts that leave the system: one a language, the same for good and bad news, for every gate and everybody (design: 11.5, handbook section 5,
/// statements 1 and 2). There is nothing to fill in, so nothing can leak in.
/// </summary>
public sealed class NoticeTexts
{
    private const string FileName = "notice.md";
    private readonly Dictionary<string, NoticeText> texts;

    private NoticeTexts(Dictionary<string, NoticeText> texts) => this.texts = texts;

    /// <summary>Languages that must be there.</summary>
    public static IReadOnlyList<string> Locales { get; } = ["en", "ru", "fr", "de", "kk"];

    /// <summary>Reads <c>folder/LOCALE/notice.md</c>: a first line <c># Subject</c>, then the text.</summary>
    /// <exception cref="TemplateException">A file is missing, malformed, too long, or says more than that there is news. It is named.</exception>
    public static NoticeTexts Load(string folder, IReadOnlyList<string>? locales = null) =>
        new((locales ?? Locales).ToDictionary(locale => locale, locale => Read(folder, locale), StringComparer.Ordinal));

    /// <summary>The text in one language.</summary>
    /// <exception cref="KeyNotFoundException">The language was not loaded. There is no silent other language.</exception>
    public NoticeText In(string locale) =>
        texts.TryGetValue(locale, out NoticeText? text) ? text : throw new KeyNotFoundException($"No notice text in the language '{locale}'.");

    /// <summary>Makes the mail for one reader.</summary>
    /// <param name="messageId">Stable over repeats, see <see cref="OutgoingMail.MessageId"/>.</param>
    public OutgoingMail Compose(string messageId, string from, string to, string locale)
    {
        NoticeText text = In(locale);
        return OutgoingMail.Create(messageId, from, to, locale, text.Subject, text.Body);
    }

    private static NoticeText Read(string folder, string locale)
    {
        string path = Path.Combine(folder, locale, FileName);
        if (!File.Exists(path))
        {
            throw new TemplateException(path, "is missing");
        }

        string[] lines = File.ReadAllText(path, Encoding.UTF8).ReplaceLineEndings("\n").Trim().Split('\n');
        if (!lines[0].StartsWith("# ", StringComparison.Ordinal) || lines.Length < 2)
        {
            throw new TemplateException(path, "must have a first line '# Subject' and a text below it");
        }

        NoticeText text = new(locale, lines[0][2..].Trim(), string.Join('\n', lines[1..]).Trim());
        if (NoticeLeak.Find($"{text.Subject}\n{text.Body}", []) is [var leak, ..])
        {
            throw new TemplateException(path, $"may not contain {leak.Kind.InWords()}: '{leak.Fragment}'");
        }

        try
        {
            OutgoingMail.Create("0000000000000000", "a@b.invalid", "a@b.invalid", locale, text.Subject, text.Body);
            return text;
        }
        catch (ArgumentException fault)
        {
            throw new TemplateException(path, $"cannot become a mail: {fault.Message}");
        }
    }
}
