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
        yield return Wording.TableOr(texts.NoSources, texts.Sources, [new(texts.SourceTitle, 5), new(texts.Publisher, 3), new(texts.Date, 2)],
            risk.Sources.Select(IReadOnlyList<IReadOnlyList<Span>> (source) => [Span.Of(source.Title), Span.Of(source.Publisher), Span.Of(wording.Date(source.Date))]));
    }
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
}
