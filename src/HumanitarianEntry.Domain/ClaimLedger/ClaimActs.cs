using System.Globalization;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>A person's word that a claim rests on this. Never edited, only withdrawn; holds as long as the claim and what it rests on say what they said then.</summary>
/// <param name="Label">Such as T1.</param>
/// <param name="Claim">Key of the claim.</param>
/// <param name="Seen">Fingerprint of the claim.</param>
/// <param name="TargetSeen">See <see cref="BackingReading.Seen"/>.</param>
/// <param name="Reason">For ourselves; stands in no dossier.</param>
public sealed record ClaimTie(string Label, string Claim, string Seen, BackingKind Kind, string Mark, string TargetSeen, string Reason);

/// <summary>Why nothing bears a claim out; the dossier says so.</summary>
public enum UnsupportedBecause
{
    OwnWordOnly,

    /// <summary>The paper is with the unit or an authority of the persecuting state.</summary>
    PaperHeldElsewhere,

    /// <summary>The paper was lost, destroyed or left behind.</summary>
    PaperLost,
    SourceMustNotBeNamed,

    /// <summary>It could only be checked with the persecuting state or inside it.</summary>
    CannotBeCheckedFromHere,
    Other,
}

/// <summary>A person's word that nothing bears a claim out, and why.</summary>
/// <param name="Label">Such as U1.</param>
/// <param name="Words">Stand in the dossier as they are.</param>
public sealed record UnsupportedClaim(string Label, string Claim, string Seen, UnsupportedBecause Because, string? Words);

/// <summary>A tie or a mark that holds no more, with the reason; both stay on file.</summary>
public sealed record WithdrawnClaimEntry(string Label, string Reason);

/// <summary>Why two sections of the dossier say what they say; the dossier says so too.</summary>
public sealed record ExplainedDisagreement(string Disagreement, string Seen, string Words);

[ActKind("tie-claim", Compartment.Dossier, Role.Screener, Role.Coordinator, Role.DossierOfficer)]
public sealed record TieClaim(string Claim, BackingKind Kind, string Mark, string Reason) : Act
{
    /// <summary>Fingerprint of the claim as it was looked at; null: as it is now.</summary>
    public string? Seen { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in LedgerRules.CheckClaim(file, context, Claim, Seen).Concat(LedgerRules.CheckText(Reason, isNeeded: true)))
        {
            yield return blocker;
        }

        if (!BackingKinds.MayTie(context.Actor.Role, Kind))
        {
            yield return new Blocker("tie-not-for-this-role", "You cannot tie a claim to this: somebody who reads it must.");
        }
        else if (BackingRules.Read(LedgerRules.Settled(file), new BackingTarget(Kind, Mark)) is not { } reading)
        {
            yield return new Blocker("tie-target-unknown", $"There is no {Mark} on file that a claim could rest on.");
        }
        else if (reading.WhyNot is { } why)
        {
            yield return new Blocker("tie-target-does-not-count", $"{Mark} bears nothing out now. {why}");
        }
        else if (Ledger.Find(file, Claim) is { } status && status.Backings.Exists(b => b.Counts && b.Kind == Kind && b.Mark == Mark))
        {
            yield return new Blocker("tie-is-there", $"The claim rests on {Mark} already.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var settled = LedgerRules.Settled(file);
        var (seen, targetSeen) = (Ledger.Find(file, Claim)!.Claim.Fingerprint, BackingRules.Read(settled, new BackingTarget(Kind, Mark))!.Seen);
        var tie = new ClaimTie(string.Create(CultureInfo.InvariantCulture, $"T{file.Dossier.ClaimTies.Count + 1}"), Claim, seen, Kind, Mark, targetSeen, Reason.Trim());
        return new(file with { Dossier = file.Dossier with { ClaimTies = file.Dossier.ClaimTies.Add(context.Record(tie, "staff", Confidence.Confirmed)) } });
    }
}

[ActKind("mark-claim-unsupported", Compartment.Dossier, Role.Screener, Role.Coordinator, Role.DossierOfficer)]
public sealed record MarkClaimUnsupported(string Claim, UnsupportedBecause Because) : Act
{
    /// <summary>Fingerprint of the claim as it was looked at; null: as it is now.</summary>
    public string? Seen { get; init; }

    /// <summary>Stands in the dossier; needed where the reason is none of the list.</summary>
    public string? Words { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in LedgerRules.CheckClaim(file, context, Claim, Seen).Concat(LedgerRules.CheckText(Words, isNeeded: Because == UnsupportedBecause.Other)))
        {
            yield return blocker;
        }

        if (Ledger.Find(file, Claim) is not { } status)
        {
            yield break;
        }

        if (status.Standing == ClaimStanding.BorneOut)
        {
            yield return new Blocker("claim-is-borne-out", "Something bears this claim out. Withdraw that first if it does not hold.");
        }

        if (Because == UnsupportedBecause.OwnWordOnly && !status.HasOwnWord)
        {
            yield return new Blocker("own-word-missing", "There is no answer or statement of the person on this that was confirmed. Choose another reason, or have it read back.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var mark = new UnsupportedClaim(string.Create(CultureInfo.InvariantCulture, $"U{file.Dossier.UnsupportedClaims.Count + 1}"), Claim, Ledger.Find(file, Claim)!.Claim.Fingerprint, Because, string.IsNullOrWhiteSpace(Words) ? null : Words.Trim());
        return new(file with { Dossier = file.Dossier with { UnsupportedClaims = file.Dossier.UnsupportedClaims.Add(context.Record(mark, "staff", Confidence.Confirmed)) } });
    }
}

/// <summary>Takes a tie or a mark back, or says that something which follows from what is recorded does not bear the claim out.</summary>
/// <param name="Label">Such as T1 or U1; of what nobody tied, <see cref="Backing.LabelOn"/>.</param>
[ActKind("untie-claim", Compartment.Dossier, Role.Screener, Role.Coordinator, Role.DossierOfficer)]
public sealed record UntieClaim(string Label, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Dossier.WithdrawnClaimEntries.Exists(w => w.Value.Label == Label) || !LedgerRules.MayTakeBack(file, context.Actor.Role, Label))
        {
            yield return new Blocker("claim-entry-unknown", "There is no such tie or mark that still holds.");
        }

        foreach (var blocker in LedgerRules.CheckText(Reason, isNeeded: true).Concat(LedgerRules.CheckOpen(file)))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { WithdrawnClaimEntries = file.Dossier.WithdrawnClaimEntries.Add(context.Record(new WithdrawnClaimEntry(Label, Reason.Trim()), "staff", Confidence.Confirmed)) } });
}

[ActKind("explain-disagreement", Compartment.Dossier, Role.Coordinator, Role.DossierOfficer)]
public sealed record ExplainDisagreement(string Disagreement, string Words) : Act
{
    /// <summary>Fingerprint of the disagreement as it was looked at; null: as it is now.</summary>
    public string? Seen { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (SectionDisagreements.In(LedgerRules.Settled(file)).Find(d => d.Key == Disagreement) is not { } found)
        {
            yield return new Blocker("disagreement-unknown", "These two sections agree now, or there is no such pair. Look at the list again.");
        }
        else if (Seen is not null && found.Fingerprint != Seen)
        {
            yield return new Blocker("disagreement-changed", "One of the two sections says something else since you looked. Look at both again.");
        }

        foreach (var blocker in LedgerRules.CheckText(Words, isNeeded: true).Concat(LedgerRules.CheckOpen(file)))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { ExplainedDisagreements = file.Dossier.ExplainedDisagreements.Add(context.Record(new ExplainedDisagreement(Disagreement, SectionDisagreements.In(LedgerRules.Settled(file)).Find(d => d.Key == Disagreement)!.Fingerprint, Words.Trim()), "staff", Confidence.Confirmed)) } });
}
