using System.Globalization;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Images;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 9: acts against the war on one timeline, each with its grade.</summary>
internal sealed class EngagementSection(EngagementTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public bool OnPageOfItsOwn => true;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        var record = content.Engagement;
        var items = record.Items.OrderBy(item => item.Date.Earliest).ThenBy(item => item.Number, StringComparer.Ordinal).ToList();
        return
        [
            wording.Paragraph(record.Finding, ParagraphStyle.Lead),
            new KeyValueBlock([.. record.Flight is { } left ? [wording.Row(texts.Flight, wording.Date(left))] : Array.Empty<KeyValueRow>(), wording.Row(texts.FirstContact, wording.Date(record.FirstContact))]),
            .. items.Count == 0 ? [Wording.Absent(texts.NoItems)] : Items(record, items, wording),
            Wording.Subheading(texts.Contrary),
            .. wording.AllOr(record.ContraryActs, wording.None(content, DossierPart.ContraryActs, texts.NoContrary)),
        ];
    }

    private IEnumerable<Block> Items(EngagementRecord record, IReadOnlyList<EvidenceItem> items, Wording wording) =>
    [
        new FigureBlock(
            EvidenceTimeline.Draw(record, new(
                texts.Table, Wording.Fill(texts.FigureAlternative, items.Count, wording.Date(items[0].Date), wording.Date(items[^1].Date)),
                texts.Flight, texts.FirstContact, texts.LegendTwo, texts.LegendOne, texts.LegendOther, texts.LegendContrary)),
            texts.Figure),
        new TableBlock(texts.Table, [new(texts.Item, 1.1), new(texts.Date, 3), new(texts.Period, 3.4), new(texts.Kind, 4), new(texts.Grade, 2.4)],
            [.. items.Select(IReadOnlyList<IReadOnlyList<Span>> (item) =>
                [Span.Of(item.Number), Span.Of(wording.Date(item.Date)), Span.Of(Phase(item, record)), Span.Of(item.Kind), [new TextSpan(Grade(item)) { Style = SpanStyle.Strong }]])]),
        Wording.Paragraph(texts.GradeKey, ParagraphStyle.Note),
        Wording.Subheading(texts.Register),
        new RegisterBlock([.. items.Select(item => new RegisterEntry(item.Number, [new TextSpan($"{item.Kind}, {wording.Date(item.Date)}")])
        {
            Facts =
            [
                wording.Row(texts.Description, item.Description),
                wording.Row(texts.Period, $"{Phase(item, record)} — {(item.PublicUnderOwnName ? texts.Public : texts.NotPublic)}"),
                new(texts.Grade, [new TextSpan(Grade(item)) { Style = SpanStyle.Strong }, new TextSpan($" — {Spelled(item)}")]),
                wording.Row(texts.Verification, item.HowVerified),
            ],
        })]),
    ];

    // Where nobody knows when he left, nothing is said of before or after it.
    private string Phase(EvidenceItem item, EngagementRecord record) => item.Period switch
    {
        ActPeriod.BeforeFlight => texts.BeforeFlight,
        ActPeriod.BeforeContact => record.Flight is null ? texts.BeforeContactOnly : texts.BeforeContact,
        ActPeriod.AfterContact => texts.AfterContact,
    };

    private static string Code(Corroboration corroboration) => corroboration switch
    {
        Corroboration.None => "K0",
        Corroboration.OwnDevice => "K1",
        Corroboration.OneIndependent => "K2",
        Corroboration.TwoIndependent => "K3",
        Corroboration.Contradicted => "KX",
    };

    private string Grade(EvidenceItem item) =>
        Wording.Fill(texts.GradeOf, string.Create(CultureInfo.InvariantCulture, $"{item.Reliability}{(int)item.Credibility}"), Code(item.Corroboration));

    private string Spelled(EvidenceItem item) => string.Join("; ",
        texts.Reliability[item.Reliability.ToString()],
        texts.Credibility[((int)item.Credibility).ToString(CultureInfo.InvariantCulture)],
        texts.CorroborationLevels[Code(item.Corroboration)]);
}

public sealed record EngagementTexts
{
    public required string Title { get; init; }

    public required string Period { get; init; }

    public required string BeforeFlight { get; init; }

    public required string BeforeContact { get; init; }

    /// <summary>Where the day of departure is not established.</summary>
    public required string BeforeContactOnly { get; init; }

    public required string AfterContact { get; init; }

    public required string Flight { get; init; }

    public required string FirstContact { get; init; }

    public required string Figure { get; init; }

    /// <summary>{0} number of items, {1} first date, {2} last date.</summary>
    public required string FigureAlternative { get; init; }

    public required string Table { get; init; }

    public required string Item { get; init; }

    public required string Date { get; init; }

    public required string Kind { get; init; }

    public required string Grade { get; init; }

    public required string Verification { get; init; }

    public required string NoItems { get; init; }

    public required IReadOnlyDictionary<string, string> Reliability { get; init; }

    public required IReadOnlyDictionary<string, string> Credibility { get; init; }

    public required IReadOnlyDictionary<string, string> CorroborationLevels { get; init; }

    /// <summary>{0} reliability and credibility, {1} corroboration.</summary>
    public required string GradeOf { get; init; }

    public required string GradeKey { get; init; }

    public required string Public { get; init; }

    public required string NotPublic { get; init; }

    public required string Description { get; init; }

    public required string Register { get; init; }

    public required string Contrary { get; init; }

    public required string NoContrary { get; init; }

    public required string LegendTwo { get; init; }

    public required string LegendOne { get; init; }

    public required string LegendOther { get; init; }

    public required string LegendContrary { get; init; }
}
