using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 13: who receives the person.</summary>
internal sealed class ReceptionSection(ReceptionTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        if (content.Reception is not { } plan)
        {
            yield return Wording.Absent(wording.None(content, DossierPart.ReceptionPlan, texts.None));
            yield break;
        }
        yield return new KeyValueBlock([wording.Row(texts.Partner, plan.Partner), wording.Row(texts.Place, plan.Place), wording.Row(texts.Accommodation, plan.Accommodation), wording.Row(texts.Contact, plan.Contact)]);
        yield return Wording.Subheading(texts.Steps);
        foreach (var block in wording.AllOr(plan.Steps, texts.NoSteps))
            yield return block;
    }
}

public sealed record ReceptionTexts
{
    public required string Title { get; init; }

    public required string None { get; init; }

    public required string Partner { get; init; }

    public required string Place { get; init; }

    public required string Accommodation { get; init; }

    public required string Contact { get; init; }

    public required string Steps { get; init; }

    public required string NoSteps { get; init; }
}
