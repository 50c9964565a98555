using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 10: what was checked, how, by which function, with which limits.</summary>
internal sealed class VettingSection(VettingTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        var vetting = content.Vetting;
        return
        [
            wording.Paragraph(vetting.Conclusion, ParagraphStyle.Lead),
            Wording.Subheading(texts.Method),
            .. wording.AllOr(vetting.Method, texts.NoMethod),
            Wording.Subheading(texts.Lists),
            Wording.TableOr(wording.None(content, DossierPart.VettingLists, texts.NoLists), texts.Lists, [new(texts.ListName, 5), new(texts.Issuer, 4), new(texts.ListVersion, 3), new(texts.ListDate, 3)],
                vetting.Lists.Select(IReadOnlyList<IReadOnlyList<Span>> (list) => [Span.Of(list.Name), Span.Of(list.Issuer), Span.Of(list.Version), Span.Of(wording.Date(list.Date))])),
            Wording.Subheading(texts.Results),
            Wording.TableOr(wording.None(content, DossierPart.VettingResults, texts.NoResults), texts.Results, [new(texts.Check, 3), new(texts.Result, 3), new(texts.Explanation, 6)],
                vetting.Results.Select(IReadOnlyList<IReadOnlyList<Span>> (result) =>
                    [Span.Of(result.Check), [new TextSpan(result.Result) { Style = SpanStyle.Strong }], wording.Cited(result.Explanation)])),
            Wording.Subheading(texts.Namesakes),
            Wording.TableOr(wording.None(content, DossierPart.Namesakes, texts.NoNamesakes), texts.Namesakes, [new(texts.Entry, 4), new(texts.WhyAnother, 6)],
                vetting.NearNamesakes.Select(IReadOnlyList<IReadOnlyList<Span>> (namesake) => [Span.Of(namesake.Entry), wording.Cited(namesake.WhyAnother)])),
            Wording.Subheading(texts.Unit),
            Wording.Paragraph(Wording.Fill(texts.UnitResult, vetting.UnitResult)),
            .. wording.AllOr(vetting.UnitAnalysis, wording.None(content, DossierPart.UnitAnalysis, texts.NoUnitAnalysis)),
            .. Exclusion(content, wording),
            Wording.Subheading(texts.Limits),
            .. wording.AllOr(vetting.Limits, texts.NoLimits),
            .. Reviewers(content, wording),
        ];
    }

    private IEnumerable<Block> Exclusion(DossierContent content, Wording wording) =>
    [
        Wording.Subheading(texts.Exclusion),
        content.Vetting.ExclusionTrigger is { } trigger ? new KeyValueBlock([wording.Row(texts.Trigger, trigger)]) : Wording.Absent(wording.None(content, DossierPart.ExclusionAssessment, texts.NoTrigger)),
        Wording.TableOr(wording.None(content, DossierPart.ExclusionAssessment, texts.NoElements), texts.Exclusion, [new(texts.Element, 3), new(texts.Finding, 7)],
            content.Vetting.ExclusionElements.Select(IReadOnlyList<IReadOnlyList<Span>> (element) => [Span.Of(element.Element), wording.Cited(element.Finding)])),
        new KeyValueBlock([wording.Row(texts.ExclusionConclusion, content.Vetting.ExclusionConclusion)]),
    ];

    private IEnumerable<Block> Reviewers(DossierContent content, Wording wording) =>
    [
        Wording.Subheading(texts.Acts),
        Wording.TableOr(wording.None(content, DossierPart.Reviewers, texts.NoActs), texts.Acts, [new(texts.Act, 4), new(texts.Function, 4), new(texts.Organisation, 4), new(texts.ActDate, 3)],
            content.Vetting.Acts.OrderBy(act => act.Date).Select(IReadOnlyList<IReadOnlyList<Span>> (act) =>
                [Span.Of(act.Act), Span.Of(act.Function), Span.Of(act.Organisation), Span.Of(wording.Date(act.Date))])),
        Wording.Subheading(texts.SecondReview),
        wording.Paragraph(content.Vetting.SecondReview),
        Wording.Subheading(texts.Dissents),
        .. wording.AllOr(content.Vetting.Dissents, wording.None(content, DossierPart.Dissents, texts.NoDissents)),
    ];
}

public sealed record VettingTexts
{
    public required string Title { get; init; }

    public required string Method { get; init; }

    public required string NoMethod { get; init; }

    public required string Lists { get; init; }

    public required string NoLists { get; init; }

    public required string ListName { get; init; }

    public required string Issuer { get; init; }

    public required string ListVersion { get; init; }

    public required string ListDate { get; init; }

    public required string Results { get; init; }

    public required string NoResults { get; init; }

    public required string Check { get; init; }

    public required string Result { get; init; }

    public required string Explanation { get; init; }

    public required string Namesakes { get; init; }

    public required string NoNamesakes { get; init; }

    public required string Entry { get; init; }

    public required string WhyAnother { get; init; }

    public required string Unit { get; init; }

    /// <summary>{0} result.</summary>
    public required string UnitResult { get; init; }

    public required string NoUnitAnalysis { get; init; }

    public required string Exclusion { get; init; }

    public required string Trigger { get; init; }

    public required string NoTrigger { get; init; }

    public required string Element { get; init; }

    public required string Finding { get; init; }

    public required string NoElements { get; init; }

    public required string ExclusionConclusion { get; init; }

    public required string Limits { get; init; }

    public required string NoLimits { get; init; }

    public required string Acts { get; init; }

    public required string NoActs { get; init; }

    public required string Act { get; init; }

    public required string Function { get; init; }

    public required string Organisation { get; init; }

    public required string ActDate { get; init; }

    public required string SecondReview { get; init; }

    public required string Dissents { get; init; }

    public required string NoDissents { get; init; }
}
