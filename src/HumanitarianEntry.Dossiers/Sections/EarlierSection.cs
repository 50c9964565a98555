using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 14: earlier applications and refusals, all states.</summary>
internal sealed class EarlierSection(EarlierTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        if (content.EarlierAccount is { } account)
            yield return wording.Paragraph(account);
        if (content.EarlierAccount is not null && content.EarlierApplications.Count == 0)
            yield break;
        yield return Wording.TableOr(wording.None(content, DossierPart.EarlierApplications, texts.None), texts.Caption,
            [new(texts.State, 2), new(texts.Kind, 3), new(texts.Date, 2), new(texts.Outcome, 3), new(texts.Remark, 4)],
            content.EarlierApplications.OrderBy(application => application.Date.Earliest).Select(IReadOnlyList<IReadOnlyList<Span>> (application) =>
                [Span.Of(application.State), Span.Of(application.Kind), Span.Of(wording.Date(application.Date)), Span.Of(application.Outcome), wording.Cited(application.Remark)]));
    }
}

public sealed record EarlierTexts
{
    public required string Title { get; init; }

    public required string None { get; init; }

    public required string Caption { get; init; }

    public required string State { get; init; }

    public required string Kind { get; init; }

    public required string Date { get; init; }

    public required string Outcome { get; init; }

    public required string Remark { get; init; }
}
