using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>What stands against a release because of the claims, and what holds for every entry in the ledger.</summary>
public static class LedgerRules
{
    public const int MaxLength = 2_000;

    /// <summary>So many open claims are named in a blocker; the rest is counted.</summary>
    private const int MostNamed = 4;

    /// <summary>Without what a review found that is not decided: no dossier says it.</summary>
    internal static CaseFile Settled(CaseFile file) => BlindReview.Settled(file);

    internal static IEnumerable<Blocker> AgainstRelease(CaseFile file)
    {
        var open = Ledger.Of(file).FindAll(s => s.IsOpen);
        if (open.Count > 0)
        {
            var named = new Listed(open.Take(MostNamed).Select(s => Sentence.Of($"{s.Claim.Words} (section {s.Claim.Section})")));
            yield return open.Count <= MostNamed
                ? new Blocker("claims-open", $"Statements of the dossier that rest on nothing yet, {open.Count} in all: {named}. Tie each to what bears it out, or say why nothing does.")
                : new Blocker("claims-open", $"Statements of the dossier that rest on nothing yet, {open.Count} in all: {named}, and {open.Count - MostNamed} more. Tie each to what bears it out, or say why nothing does.");
        }

        var against = SectionDisagreements.With(file).FindAll(d => d.Explanation is null);
        foreach (var (disagreement, _) in against.Take(MostNamed))
        {
            yield return new Blocker("sections-disagree", $"Section {disagreement.SectionOne} says: {disagreement.One} Section {disagreement.SectionOther} says: {disagreement.Other} Mend what is wrong, or write why both stand.");
        }

        if (against.Count > MostNamed)
        {
            yield return new Blocker("sections-disagree", $"Further pairs of sections that do not agree: {against.Count - MostNamed}.");
        }
    }

    /// <summary>Ties and marks on claims that the role knows of; and what follows by itself, where the role could tie it.</summary>
    internal static bool MayTakeBack(CaseFile file, Role role, string label)
    {
        var claim = file.Dossier.ClaimTies.Find(t => t.Value.Label == label)?.Value.Claim ?? file.Dossier.UnsupportedClaims.Find(u => u.Value.Label == label)?.Value.Claim;
        var seen = Ledger.For(role, file);
        return claim is null
            ? seen.Exists(s => s.Backings.Exists(b => b.Tie is null && b.Counts && BackingKinds.MayTie(role, b.Kind) && b.Kind is not (BackingKind.VettingResult or BackingKind.Finding) && b.LabelOn(s.Claim.Key) == label))
            : seen.Exists(s => s.Claim.Key == claim);
    }

    internal static IEnumerable<Blocker> CheckClaim(CaseFile file, ActContext context, string key, string? seen)
    {
        if (Ledger.For(context.Actor.Role, file).Find(s => s.Claim.Key == key) is not { } status)
        {
            yield return new Blocker("claim-unknown", "The dossier does not say this any more, or never did. Look at the list again.");
        }
        else if (seen is not null && status.Claim.Fingerprint != seen)
        {
            yield return new Blocker("claim-changed", "The claim says something else since you looked. Look at it again.");
        }

        foreach (var blocker in CheckOpen(file))
        {
            yield return blocker;
        }
    }

    internal static IEnumerable<Blocker> CheckOpen(CaseFile file)
    {
        if (file.Position.Finished)
        {
            yield return new Blocker("gate-is-not-open", $"The case is {file.Position.State}.");
        }
    }

    internal static IEnumerable<Blocker> CheckText(string? text, bool isNeeded)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(text))
        {
            yield return new Blocker("reason-missing", "Write the reason in a sentence or two.");
        }

        if (text?.Length > MaxLength)
        {
            yield return new Blocker("text-too-long", $"Your words are longer than {MaxLength} signs.");
        }
    }
}
