using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 7: service periods, presence in Ukraine, voluntariness.</summary>
internal sealed class ServiceSection(ServiceTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        var service = content.Service;
        yield return wording.Paragraph(service.EntryIntoService);
        yield return Wording.Subheading(texts.Periods);
        yield return Wording.TableOr(texts.NoPeriods, texts.Periods,
            [new(texts.Period, 4), new(texts.Unit, 3), new(texts.Place, 3), new(texts.Rank, 3), new(texts.Post, 4)],
            service.Periods.OrderBy(period => period.From.Earliest).Select(IReadOnlyList<IReadOnlyList<Span>> (period) =>
                [Span.Of(wording.Period(period.From, period.Until)), Span.Of(period.Unit), Span.Of(period.Place), Span.Of(period.Rank), wording.Cited(period.Post)]));
        yield return Wording.Subheading(texts.Presence);
        yield return Wording.TableOr(texts.NoPresence, texts.Presence, [new(texts.Period, 4), new(texts.Place, 4), new(texts.Task, 6)],
            service.PresenceInUkraine.OrderBy(presence => presence.From.Earliest).Select(IReadOnlyList<IReadOnlyList<Span>> (presence) =>
                [Span.Of(wording.Period(presence.From, presence.Until)), Span.Of(presence.Place), wording.Cited(presence.Task)]));
        yield return Wording.Subheading(texts.Voluntariness);
        yield return wording.Paragraph(service.VoluntarinessFinding, ParagraphStyle.Lead);
        foreach (var block in wording.AllOr(service.VoluntarinessReasons, wording.None(content, DossierPart.Voluntariness, texts.NoReasons)))
            yield return block;
    }
}

public sealed record ServiceTexts
{
    public required string Title { get; init; }

    public required string Periods { get; init; }

    public required string NoPeriods { get; init; }

    public required string Period { get; init; }

    public required string Unit { get; init; }

    public required string Place { get; init; }

    public required string Rank { get; init; }

    public required string Post { get; init; }

    public required string Presence { get; init; }

    public required string NoPresence { get; init; }

    public required string Task { get; init; }

    public required string Voluntariness { get; init; }

    public required string NoReasons { get; init; }
}
