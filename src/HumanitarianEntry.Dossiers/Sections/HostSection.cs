using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 6: stay, asylum procedure and danger in the country of stay.</summary>
internal sealed class HostSection(HostTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        var host = content.Host;
        yield return new KeyValueBlock([wording.Row(texts.Country, host.Country), wording.Row(texts.Arrival, host.Arrival), new KeyValueRow(texts.RemovalRisk, [.. host.RemovalRisks.SelectMany((risk, i) => i == 0 ? wording.Cited(risk) : [new TextSpan(" "), .. wording.Cited(risk)])])]);
        yield return Wording.Subheading(texts.Stays);
        yield return Wording.TableOr(wording.None(content, DossierPart.Stays, texts.NoStays), texts.Stays, [new(texts.StayCountry, 3), new(texts.Basis, 4), new(texts.Period, 4)],
            host.Stays.OrderBy(stay => stay.From.Earliest).Select(IReadOnlyList<IReadOnlyList<Span>> (stay) => [Span.Of(stay.Country), wording.Cited(stay.Basis), Span.Of(wording.Period(stay.From, stay.Until))]));
        yield return Wording.Subheading(texts.Procedures);
        yield return wording.TimelineOr(wording.None(content, DossierPart.HostEvents, texts.NoProcedures), host.Procedures);
        yield return Wording.Subheading(texts.Incidents);
        yield return wording.TimelineOr(wording.None(content, DossierPart.HostEvents, texts.NoIncidents), host.Incidents);
    }
}

public sealed record HostTexts
{
    public required string Title { get; init; }

    public required string Country { get; init; }

    public required string Arrival { get; init; }

    public required string RemovalRisk { get; init; }

    public required string Stays { get; init; }

    public required string NoStays { get; init; }

    public required string Basis { get; init; }

    public required string Period { get; init; }

    public required string StayCountry { get; init; }

    public required string Procedures { get; init; }

    public required string NoProcedures { get; init; }

    public required string Incidents { get; init; }

    public required string NoIncidents { get; init; }
}
