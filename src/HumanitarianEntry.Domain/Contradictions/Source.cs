using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>Where something about the person stands on file.</summary>
public enum SourceKind
{
    Referral,
    Birth,
    Names,
    Paper,
    MachineZone,
    Answer,
    Statement,
    Service,
    Prosecution,
    Stay,
    Evidence,
    EvidenceCheck,
    ListEntry,
}

/// <summary>One side of a mismatch: what is said, where, in which words, and who wrote it down when.</summary>
/// <param name="Mark">What it is called inside the case: a question's code, D1, S1, E2; empty where there is only one.</param>
/// <param name="Says">The value that was compared, short: a date (1998-03-14, 1998-03, 1998), a number, a name.</param>
/// <param name="Quote">The exact words on file.</param>
public sealed record Source(SourceKind Kind, string Mark, Compartment Compartment, string Says, string Quote, Provenance Recorded)
{
    /// <summary>Number of the session in which it was said; null outside interviews.</summary>
    public int? Session { get; init; }

    /// <summary>Language in which it was said (ISO 639-1), as far as it is known.</summary>
    public string? Language { get; init; }

    /// <summary>Working code of the interpreter, or function of the translator; null when there was none.</summary>
    public string? InterpretedBy { get; init; }

    /// <summary>Is or may be part of an exclusion question: an answer on the war or marked as a trigger, service on Ukrainian territory.</summary>
    public bool TouchesExclusion { get; init; }

    /// <summary>Names the place on file, not what stands there: stays the same when it is corrected.</summary>
    internal string Id => $"{Kind}:{Mark}:{Session}";
}
