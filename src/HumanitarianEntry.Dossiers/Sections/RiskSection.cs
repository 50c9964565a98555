using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 11: danger on return and in the country of stay, with sources.</summary>
internal sealed class RiskSection(RiskTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        var risk = content.Risk;
        yield return Wording.Subheading(texts.OnReturn);
        foreach (var block in wording.AllOr(risk.OnReturn, texts.NoOnReturn))
            yield return block;
        yield return Wording.Subheading(texts.InHostCountry);
        foreach (var block in wording.AllOr(risk.InHostCountry, texts.NoInHostCountry))
            yield return block;
        yield return Wording.Subheading(texts.Sources);
        yield return Wording.TableOr(texts.NoSources, texts.Sources, [new(texts.SourceTitle, 5), new(texts.Publisher, 3), new(texts.Date, 2), new(texts.Finding, 6)],
            risk.Sources.Select(IReadOnlyList<IReadOnlyList<Span>> (source) => [TitleOf(source), Named(source.Publisher), Span.Of(wording.Date(source.Date)), Finding(source, wording)]));
    }

    /// <summary>The address stands beneath the title in a line of its own, to be copied as a whole. It is no link: whoever follows one tells somebody that he reads.</summary>
    private static IReadOnlyList<Span> TitleOf(CountrySource source) => source.Address.Length > 0
        ? [.. Named(source.Title), new TextSpan("\n" + source.Address) { Style = SpanStyle.Code }]
        : Named(source.Title);

    /// <summary>A name in whatever language it has.</summary>
    private static IReadOnlyList<Span> Named(string name) => [new TextSpan(name) { Language = Wording.UnknownLanguage }];

    private IReadOnlyList<Span> Finding(CountrySource source, Wording wording) => wording.IsOwn(source.FindingLanguage)
        ? Span.Of(source.Finding)
        : [new TextSpan(source.Finding) { Language = source.FindingLanguage }, new TextSpan("\n" + Wording.Fill(texts.InLanguage, wording.Language(source.FindingLanguage))) { Style = SpanStyle.Aside }];
}

public sealed record RiskTexts
{
    public required string Title { get; init; }

    public required string OnReturn { get; init; }

    public required string NoOnReturn { get; init; }

    public required string InHostCountry { get; init; }

    public required string NoInHostCountry { get; init; }

    public required string Sources { get; init; }

    public required string NoSources { get; init; }

    public required string SourceTitle { get; init; }

    public required string Publisher { get; init; }

    public required string Date { get; init; }

    public required string Finding { get; init; }

    /// <summary>{0} language; behind what is said in another one than the dossier's.</summary>
    public required string InLanguage { get; init; }
}
