using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>The kinds of statement in a dossier on which an official relies; each has its own sentence in the texts of the dossier.</summary>
public enum ClaimKind
{
    Criterion,

    /// <summary>A finding of before criteria were a closed list.</summary>
    FindingInOwnWords,
    Identity,
    PaperHeld,
    PaperElsewhere,
    NoPassportHeld,
    NoneFromOwnState,
    NoneFromHostState,
    Stay,
    StayOpenEnded,
    RemovalRisk,
    AsylumProcedure,
    EntryIntoService,
    Service,
    ServiceOpenEnded,
    PresenceInUkraine,
    Voluntariness,
    Refusal,
    Leaving,
    Prosecution,
    ProsecutionUndated,
    Wanted,
    Engagement,
    NamesChecked,
    UnitsChecked,
    ExclusionChecked,
    RiskOfProsecution,
    RiskForServiceLeft,
    RiskForPublicActs,
    RiskInHostCountry,
    RiskOfHandOver,
    MedicalNeed,
    PsychologicalNeed,
    FamilyNeed,
    Reception,
    EarlierApplications,
    HostProcedure,
    RemovalOrder,
    CourtDay,
    ExitRestriction,
    RiskOfRemoval,
}

/// <summary>What a claim must rest on, so that it is not open.</summary>
public enum ClaimNeed
{
    /// <summary>The person's own word, confirmed, is enough.</summary>
    OwnWord,

    /// <summary>Evidence, a paper or a check; or it is said why there is none.</summary>
    Evidence,

    /// <summary>It follows from other claims.</summary>
    OtherClaim,
}

public enum ClaimSubject
{
    Date,
    Unit,
    Place,
    Person,
    Paper,
    Article,
}

/// <summary>A value that a claim is about.</summary>
public sealed record ClaimAbout(ClaimSubject Subject, string Value);

/// <summary>A closed code in a sentence; whoever shows it has words for it.</summary>
/// <param name="Type">What the code is one of, such as "criterion".</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Coded(string Type, string Code)
{
    public override string ToString() => Code;
}

/// <summary>A time in a sentence.</summary>
/// <param name="To">Null while it has no known end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DateSpan(PartialDate From, PartialDate? To)
{
    public override string ToString() => $"{From} – {To?.ToString() ?? "…"}";
}

/// <summary>One statement of the dossier on which an official relies.</summary>
/// <param name="Key">The same as long as the fact is on file, such as "service-S2".</param>
/// <param name="Section">Number of the section in which it stands (handbook section 6).</param>
/// <param name="Words">What is claimed, with its values; the dossier says the same in its own language.</param>
public sealed record MaterialClaim(string Key, ClaimKind Kind, int Section, ClaimNeed Need, Sentence Words)
{
    public ImmutableList<ClaimAbout> About { get; init; } = [];

    /// <summary>What it rests on by what is recorded, whether or not each counts.</summary>
    internal ImmutableList<BackingTarget> Computed { get; init; } = [];

    /// <summary>Not for those who interview: it is a result of the vetting, or of the assessment that came after.</summary>
    public bool IsAfterVetting { get; init; }

    /// <summary>Another one as soon as the claim says something else: what a person made of it then holds no more.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"claim/1|{Key}|{Words}|{string.Join('|', About.Select(a => $"{a.Subject}:{a.Value}"))}")))[..20];
}
