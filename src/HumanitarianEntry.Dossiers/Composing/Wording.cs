using System.Globalization;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Composing;

/// <summary>Turns content into spans and blocks with the words of one language.</summary>
public sealed class Wording(DossierTexts texts)
{
    /// <summary>The code for a language that is not known (BCP 47).</summary>
    public const string UnknownLanguage = "und";

    private const char NoBreak = '\u00A0';

    public static string Fill(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);

    public string Date(DateOnly day) => Date(PartialDate.On(day));

    public string Date(PartialDate date)
    {
        var plain = (date.Month, date.Day) switch
        {
            (null, _) => date.Year.ToString(CultureInfo.InvariantCulture),
            ({ } month, null) => Fill(texts.Dates.Month, texts.Dates.Months[month - 1], date.Year),
            ({ } month, { } day) => Fill(texts.Dates.Day, day == 1 ? texts.Dates.FirstOfMonth : day.ToString(CultureInfo.InvariantCulture), texts.Dates.Months[month - 1], date.Year),
        };
        return date.Approximate ? Fill(texts.Dates.About, plain) : plain;
    }

    public string Period(PartialDate from, PartialDate? until) =>
        until is null ? Fill(texts.Dates.Since, Date(from)) : from == until ? Date(from) : Fill(texts.Dates.Period, Date(from), Date(until));

    public IReadOnlyList<Span> Cited(CitedText cited) => [new TextSpan(cited.Text), .. Annexes(cited.Annexes)];

    /// <summary>" [annexe 3]" or " [annexes 2, 5]", each number a reference.</summary>
    public IReadOnlyList<Span> Annexes(IReadOnlyList<int> numbers)
    {
        if (numbers.Count == 0)
            return [];
        if (numbers.Count == 1)
            return [new TextSpan(" ["), new AnnexSpan(numbers[0], Fill(texts.Document.Annex, numbers[0])), new TextSpan("]")];
        List<Span> spans = [new TextSpan($" [{texts.Document.Annexes}{NoBreak}")];
        for (var i = 0; i < numbers.Count; i++)
        {
            if (i > 0)
                spans.Add(new TextSpan($",{NoBreak}"));
            spans.Add(new AnnexSpan(numbers[i], numbers[i].ToString(CultureInfo.InvariantCulture)));
        }
        spans.Add(new TextSpan("]"));
        return spans;
    }

    public KeyValueRow Row(string label, CitedText value) => new(label, Cited(value));

    public Block Paragraph(CitedText text, ParagraphStyle style = ParagraphStyle.Body) => new ParagraphBlock(Cited(text)) { Style = style };

    public static Block Paragraph(string text, ParagraphStyle style = ParagraphStyle.Body) => new ParagraphBlock(Span.Of(text)) { Style = style };

    /// <summary>The texts as paragraphs of one style; when there are none, the sentence that says so.</summary>
    public IEnumerable<Block> AllOr(IReadOnlyList<CitedText> statements, string absent, ParagraphStyle style = ParagraphStyle.Item) =>
        statements.Count == 0 ? [Absent(absent)] : statements.Select(statement => Paragraph(statement, style));

    public string NotDisclosed => texts.Document.NotDisclosed;

    /// <summary>The sentence for nothing: that there is nothing, or that this recipient does not get it.</summary>
    public string None(DossierContent content, DossierPart part, string none) => content.Withheld.Contains(part) ? texts.Document.NotDisclosed : none;

    public static Block Absent(string sentence) => Paragraph(sentence, ParagraphStyle.Absent);

    /// <summary>A table, or the sentence that says that there is nothing to put in it.</summary>
    public static Block TableOr(string absent, string caption, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<IReadOnlyList<Span>>> rows)
    {
        IReadOnlyList<IReadOnlyList<IReadOnlyList<Span>>> all = [.. rows];
        return all.Count == 0 ? Absent(absent) : new TableBlock(caption, columns, all);
    }

    public Block TimelineOr(string absent, IReadOnlyList<DatedFact> facts) => facts.Count == 0
        ? Absent(absent)
        : new TimelineBlock([.. facts.OrderBy(fact => fact.When.Earliest).Select(fact => new TimelineEntry(Date(fact.When), Cited(fact.What)))]);

    public Block Quotation(QuotedStatement quoted) => new QuotationBlock(quoted.Original)
    {
        // "other" is an answer of a form, no language code.
        Language = quoted.OriginalLanguage.Length is 2 or 3 ? quoted.OriginalLanguage : UnknownLanguage,
        Introduction = quoted.Context,
        Translation = NeedsTranslation(quoted) ? quoted.Translation : null,
        Attribution = NeedsTranslation(quoted)
            ? [new TextSpan(Fill(texts.Document.TranslatedBy, quoted.TranslatorFunction, FromLanguage(quoted.OriginalLanguage))), .. Annexes(quoted.Annexes)]
            : Annexes(quoted.Annexes),
    };

    public static HeadingBlock Subheading(string text) => new(2, text);

    public bool IsOwn(string language) => language == texts.Language;

    /// <summary>A language by its name, or by its code where the texts do not name it.</summary>
    public string Language(string code) => texts.Facts.Words.GetValueOrDefault("language." + code) ?? code;

    private bool NeedsTranslation(QuotedStatement quoted) => !IsOwn(quoted.OriginalLanguage);

    private string FromLanguage(string code) =>
        texts.Document.FromLanguages.GetValueOrDefault(code) ?? throw new InvalidDataException($"The texts of the dossier do not name the language \"{code}\".");
}
