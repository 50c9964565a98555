using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>What a claim can rest on.</summary>
public enum BackingKind
{
    EvidenceItem,

    /// <summary>A paper of the inventory (D1).</summary>
    Paper,

    /// <summary>A result of the vetting, by its code.</summary>
    VettingResult,

    /// <summary>A check of the identity that staff made.</summary>
    StaffCheck,

    /// <summary>What a partner or a member of the staff put on file, such as the offer of a place.</summary>
    Record,

    /// <summary>A criterion on which the recommendation speaks: our own conclusion, no evidence.</summary>
    Finding,

    /// <summary>An answer in the interview, by its question (D3).</summary>
    Answer,

    /// <summary>The person's signed statement.</summary>
    Statement,

    /// <summary>A fact as the person told it, recorded in a form of its own.</summary>
    Account,

    /// <summary>Another claim of the ledger.</summary>
    OtherClaim,
}

/// <param name="Mark">What it is called on file: E2, D1, D3, a code.</param>
public sealed record BackingTarget(BackingKind Kind, string Mark);

/// <summary>How something that a claim rests on stands now.</summary>
/// <param name="WhyNot">Why it does not count; null when it counts.</param>
/// <param name="Seen">Another one as soon as what stands there is another: a tie to it holds no more.</param>
public sealed record BackingReading(BackingTarget Target, Sentence Words, Sentence? WhyNot, string Seen)
{
    public bool Counts => WhyNot is null;
}

/// <summary>One thing on which a claim rests, or would.</summary>
/// <param name="Tie">The tie that a person set; null when it follows from what is recorded.</param>
public sealed record Backing(BackingReading Reading, Recorded<ClaimTie>? Tie)
{
    public BackingKind Kind => Reading.Target.Kind;

    public string Mark => Reading.Target.Mark;

    public bool Counts => Reading.Counts;

    /// <summary>By what it is taken back: the label of the tie, or the claim and what it rests on by itself.</summary>
    public string LabelOn(string claim) => Tie?.Value.Label ?? $"{claim}/{Kind}/{Mark}";
}

/// <summary>How far kinds of backing carry.</summary>
public static class BackingKinds
{
    /// <summary>Somebody besides the person bears it out.</summary>
    public static bool IsEvidence(BackingKind kind) => kind is BackingKind.EvidenceItem or BackingKind.Paper or BackingKind.VettingResult or BackingKind.StaffCheck;

    public static bool IsOwnWord(BackingKind kind) => kind is BackingKind.Answer or BackingKind.Statement or BackingKind.Account;

    /// <summary>What a person may tie a claim to. All else follows from what is recorded.</summary>
    public static bool MayBeTied(BackingKind kind) => kind is BackingKind.EvidenceItem or BackingKind.Paper or BackingKind.VettingResult or BackingKind.Finding or BackingKind.Answer or BackingKind.Statement;

    /// <summary>Nobody ties a claim to what he may not read.</summary>
    public static bool MayTie(Role role, BackingKind kind) => MayBeTied(kind) && role switch
    {
        Role.Screener => kind is not (BackingKind.VettingResult or BackingKind.Finding),
        Role.DossierOfficer => kind is not BackingKind.Answer,
        Role.Coordinator => true,
        _ => false,
    };
}
