using System.Globalization;
using System.Text.Encodings.Web;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Notices.Labelling;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Html;

namespace HumanitarianEntry.Web.Shared.Texts;

/// <summary>
/// The words of staff pages. The English sentence stands where it is used and is its own key; Shared/Texts/Staff/*.json say it in the other languages
/// (decision 0023). Used everywhere in this project without a prefix.
/// </summary>
public static class StaffWords
{
    private static readonly StaffCatalogue Catalogue = StaffCatalogue.FromAssembly();

    /// <summary>The words of states, gates and roles; set at the start.</summary>
    public static Labels? Labels { get; set; }

    /// <summary>The sentence in the reader's language.</summary>
    public static string S(string english) => Catalogue.Find(Language, english);

    /// <summary>The sentence with its values, each as the reader's language writes it: days, moments, states and roles by their words.</summary>
    public static string S(Sentence sentence) => sentence.Fill(Catalogue.Find(Language, sentence.Pattern), Written);

    /// <summary>The same for a sentence with marked-up values, such as a link or a reference in bold. All else is encoded.</summary>
    public static IHtmlContent H(Sentence sentence) => new HtmlString(sentence.Fill(
        HtmlEncoder.Default.Encode(Catalogue.Find(Language, sentence.Pattern)),
        static part => part.Value is IHtmlContent markup ? Rendered(markup) : HtmlEncoder.Default.Encode(Written(part))));

    /// <summary>A number and what is counted, in the right plural form; {n} is the number.</summary>
    public static string Counted(int number, string one, string other) =>
        Catalogue.Find(Language, one, other, number).Replace("{n}", number.ToString(CultureInfo.CurrentCulture), StringComparison.Ordinal);

    /// <summary>Marks a sentence that stands in a list and is given to <see cref="S(string)"/> when it is shown; it is not translated here.</summary>
    public static string N(string english) => english;

    /// <summary>A value of an enumeration in words.</summary>
    public static string InWords(Enum value) => (value, Labels) switch
    {
        (CaseState state, { } labels) => labels.ForState(Language, LabelAudience.Staff, state.ToString())!.Text,
        (Gate gate, { } labels) => labels.ForGate(Language, LabelAudience.Staff, GateTable.For(gate).Key)!.Text,
        (Role role and not (Role.Applicant or Role.System), { } labels) => labels.ForRole(Language, Casework.Acts.Keys.Of(role)),
        _ => Catalogue.Find(Language, value),
    };

    /// <summary>Words that stood alone, inside a sentence: with a small first letter where the language has it so.</summary>
    public static string Inside(string words) => Language == "de" || words.Length == 0 ? words : char.ToLower(words[0], CultureInfo.CurrentCulture) + words[1..];

    /// <summary>A closed code, such as "internal-passport", in words; keys of gates by their labels.</summary>
    public static string InWords(string code) => Labels is { } labels && GateTable.Exists(code)
        ? labels.ForGate(Language, LabelAudience.Staff, code)!.Text
        : Catalogue.FindCode(Language, code);

    /// <summary>A sentence that may be of this file or already in the reader's language, such as one from a form's rule.</summary>
    public static string OrSame(string text) => Catalogue.FindOrNull(Language, text) ?? text;

    public static IHtmlContent Bold(string text) => Tag("strong", null, text);

    public static IHtmlContent Reference(string reference) => Tag("span", "reference", reference);

    public static IHtmlContent Code(string text) => Tag("code", null, text);

    public static IHtmlContent Link(string path, string text) => new HtmlString($"<a href=\"{HtmlEncoder.Default.Encode(path)}\">{HtmlEncoder.Default.Encode(text)}</a>");

    /// <summary>The language staff read: English for whoever reads one that they have no words in.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is var language && Languages.OfStaff.Contains(language) ? language : Languages.Staff;

    private static string Written(Sentence.Part part) => part switch
    {
        { Value: DateOnly day, Format: null } => Words.On(day),
        { Value: PartialDate day, Format: null } => FactWords.On(day),
        { Value: DateTimeOffset instant, Format: null } => Words.At(instant),
        { Value: Enum value } => InWords(value),
        { Value: Coded { Type: "country" } country } => FactWords.Country(country.Code),
        { Value: Coded { Type: "identity-grade" } grade } => grade.Code,
        { Value: Coded coded } => InWords(coded.Code),
        { Value: DateSpan span } => $"{FactWords.On(span.From)} – {FactWords.On(span.To, "…")}",
        { Value: Sentence inner } => S(inner),
        { Value: Listed several } => string.Join(", ", several.Values.Select(v => v is Enum ? Inside(Written(new Sentence.Part(v, null))) : Written(new Sentence.Part(v, null)))),
        { Value: GateOutcome decided } when Labels is { } labels => labels.ForOutcome(Language, GateTable.For(decided.Gate).Key, decided.Outcome),
        { Value: IFormattable number } => number.ToString(part.Format, CultureInfo.CurrentCulture),
        _ => part.Value?.ToString() ?? string.Empty,
    };

    private static HtmlString Tag(string name, string? css, string text) =>
        new($"<{name}{(css is null ? string.Empty : $" class=\"{css}\"")}>{HtmlEncoder.Default.Encode(text)}</{name}>");

    private static string Rendered(IHtmlContent markup)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        markup.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
