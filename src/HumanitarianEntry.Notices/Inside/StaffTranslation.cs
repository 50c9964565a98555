namespace HumanitarianEntry.Notices.Inside;

/// <summary>The staff's inside texts in another language: each English template once, and what it is there. The same sentence at two gates is one entry.</summary>
internal sealed class StaffTranslation
{
    /// <summary>Says at the head of the file who has checked the language; for translators, never shown.</summary>
    private const string Review = "_review";

    private readonly Dictionary<string, PlainTemplate> byEnglish;

    private StaffTranslation(Dictionary<string, PlainTemplate> byEnglish) => this.byEnglish = byEnglish;

    public PlainTemplate Of(PlainTemplate english) => byEnglish[english.Text];

    /// <exception cref="TemplateException">A text is missing or superfluous, or has other places for values than the English one.</exception>
    public static StaffTranslation Load(string path, StaffTexts staff)
    {
        Dictionary<string, string> texts = TemplateJson.Read<Dictionary<string, string>>(path);
        texts.Remove(Review);
        var english = staff.Entries.Values.SelectMany(audiences => audiences.Values).Select(told => told.Template).OfType<PlainTemplate>().DistinctBy(template => template.Text).ToDictionary(template => template.Text, StringComparer.Ordinal);
        TemplateJson.RequireExactly(path, "staff texts", english.Keys, texts.Keys);
        return new StaffTranslation(texts.ToDictionary(pair => pair.Key, pair => Read(path, english[pair.Key], pair.Value), StringComparer.Ordinal));
    }

    private static PlainTemplate Read(string path, PlainTemplate english, string text)
    {
        PlainTemplate template = PlainTemplate.Parse(text, out string? fault) ?? throw new TemplateException(path, $"'{english.Text}' {fault}");
        return template.Names.ToHashSet(StringComparer.Ordinal).SetEquals(english.Names)
            ? template
            : throw new TemplateException(path, $"'{english.Text}' must have the places for values {string.Join(", ", english.Names)}");
    }
}
