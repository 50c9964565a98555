using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 2: priority, size, linked cases by number.</summary>
internal sealed class CaseSection(CaseTexts texts) : IDossierSection
{
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
            wording.Row(texts.LinkedCases, summary.LinkedCases.Count == 0 ? texts.NoLinkedCases : string.Join(", ", summary.LinkedCases)),
        ]);
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
}
