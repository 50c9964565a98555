using System.Xml.Linq;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 2: priority, size, linked cases by number.</summary>
internal sealed class CaseSection(CaseTexts texts) : IDossierSection
{
    /// <summary>Share of the text width at which the words on the boxes are as large as the notes of the text.</summary>
    private const double DrawingWidth = 0.39;

    public string Title => texts.Title;

    public bool OnPageOfItsOwn => true;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        var summary = content.Case;
        yield return new KeyValueBlock(
        [
            wording.Row(texts.Priority, summary.Priority),
            wording.Row(texts.PriorityReason, summary.PriorityReason),
            wording.Row(texts.Persons, Wording.Fill(summary.Persons == 1 ? texts.OnePerson : texts.SeveralPersons, summary.Persons)),
            wording.Row(texts.Opened, wording.Date(summary.Opened)),
            wording.Row(texts.LinkedCases, summary.LinkedCases.Count == 0 ? wording.None(content, DossierPart.LinkedCases, texts.NoLinkedCases) : string.Join(", ", summary.LinkedCases)),
        ]);
        if (summary.Way is not { } way)
        {
            yield break;
        }

        yield return Wording.Subheading(texts.Way);
        if (way.Drawing is { } drawing)
        {
            yield return new FigureBlock(new DrawnPicture(drawing.ToString(SaveOptions.DisableFormatting)) { Alternative = texts.WayAlternative, Width = DrawingWidth }, texts.WayFigure);
        }

        yield return new TableBlock(
            texts.WayTable, [new(texts.Step, 3), new(texts.PassedOn, 2)],
            [.. way.Steps.Select(IReadOnlyList<IReadOnlyList<Span>> (step) => [Span.Of(step.Name), Span.Of(step.PassedOn is { } day ? wording.Date(day) : texts.NotPassed)])]);
    }
}

public sealed record CaseTexts
{
    public required string Title { get; init; }

    public required string Priority { get; init; }

    public required string PriorityReason { get; init; }

    public required string Persons { get; init; }

    /// <summary>{0} number.</summary>
    public required string OnePerson { get; init; }

    /// <summary>{0} number.</summary>
    public required string SeveralPersons { get; init; }

    public required string Opened { get; init; }

    public required string LinkedCases { get; init; }

    public required string NoLinkedCases { get; init; }

    public required string Way { get; init; }

    /// <summary>What the drawing shows, for those who cannot see it.</summary>
    public required string WayAlternative { get; init; }

    public required string WayFigure { get; init; }

    public required string WayTable { get; init; }

    public required string Step { get; init; }

    public required string PassedOn { get; init; }

    public required string NotPassed { get; init; }
}
