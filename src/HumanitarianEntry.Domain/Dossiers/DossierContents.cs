using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Domain.Dossiers;

/// <summary>Chooses the picture of the person for the person sheet, from the working copies only; no item: none is shown any more.</summary>
[ActKind("choose-photograph", Compartment.Dossier, Role.DossierOfficer, Role.Coordinator)]
public sealed record ChoosePhotograph(string? Item) : Act
{
    /// <summary>The person has seen this very picture and agrees that the post gets it.</summary>
    public bool PersonAgrees { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Item is null)
        {
            yield break;
        }

        if (file.Evidence.Find(Item) is not { } item)
        {
            yield return new Blocker("evidence-unknown", $"There is no evidence item {Item}.");
            yield break;
        }

        if (FileRules.IsProtected(item) || FileRules.IsGraphic(file.Evidence, Item) == true)
        {
            yield return new Blocker("photograph-not-fit", $"{Item} may give somebody else away or shows wounds or abuse: it is no picture for the person sheet.");
        }
        else if (FileRules.PictureOf(file.Evidence, item) is null)
        {
            yield return new Blocker("photograph-without-copy", $"{Item} has no cleaned copy that is a picture. Only cleaned copies are shown.");
        }
        else if (FileRules.IsGraphic(file.Evidence, Item) is null)
        {
            yield return new Blocker("photograph-not-looked-at", $"Nobody of us has looked yet whether {Item} shows wounds, death or abuse. A screener or evidence custodian says so on the page of the item; then it can be chosen.");
        }

        if (!PersonAgrees)
        {
            yield return new Blocker("photograph-not-agreed", "Show the person this picture and ask whether the post may get it; only then choose it.");
        }

        if (!file.IsAllowed(ConsentPurpose.Submit, context.Now, context.Programme.DestinationState))
        {
            yield return new Blocker("consent-to-submit-missing", $"He has not allowed his file to go to {context.Programme.DestinationState}, or took it back.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { Photographs = file.Dossier.Photographs.Add(context.Record(new ChosenPhotograph(Item), "applicant", Confidence.Confirmed)) } });
}

/// <summary>Names another case that belongs to this one, or takes that back. The dossier gives its number only.</summary>
[ActKind("link-case", Compartment.Dossier, Role.Coordinator)]
public sealed record LinkCase(string Reference, bool Stands) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (CaseReference.Normalise(Reference) is not { } reference)
        {
            yield return new Blocker("reference-unknown", "This is not the number of a case. It looks like K7Q-4MZ.");
        }
        else if (reference == file.Reference)
        {
            yield return new Blocker("reference-own", "This is the number of this case.");
        }
        else if (file.Dossier.CurrentLinks.Contains(reference) == Stands)
        {
            yield return new Blocker("link-known", Stands ? (Sentence)"This case is linked already." : (Sentence)"This case is not linked.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { LinkedCases = file.Dossier.LinkedCases.Add(context.Record(new LinkedCase(CaseReference.Normalise(Reference)!, Stands), "coordinator", Confidence.Confirmed)) } });
}
