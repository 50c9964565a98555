using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Contradictions;

public enum MismatchStepKind
{
    /// <summary>Somebody ticked how it may come about.</summary>
    Explained,

    /// <summary>It cannot be explained now and is left open with a reason.</summary>
    KeptOpen,

    /// <summary>To be asked about, without leading, in the next session.</summary>
    Asked,

    /// <summary>A second person agrees.</summary>
    Confirmed,

    /// <summary>A second person does not: open again.</summary>
    NotAgreed,
}

/// <summary>What somebody made of a mismatch. Holds only as long as both sources say what they said then.</summary>
/// <param name="RestsOn">Compartments of the two sources; who may not read one of them does not see the step either.</param>
public sealed record MismatchStep(string Key, string Fingerprint, MismatchStepKind Kind, ImmutableList<InnocentReason> Reasons, string? Words, ImmutableList<Compartment> RestsOn);

public enum MismatchStanding
{
    Open,
    Asked,
    WaitsForSecondLook,
    Explained,

    /// <summary>Left open with a reason that a second person has confirmed.</summary>
    KeptOpen,
}

/// <summary>A mismatch and how it stands.</summary>
/// <param name="Steps">What was made of it on these very sources, in order.</param>
/// <param name="IsReopened">Something was made of it before, and a source has changed since.</param>
public sealed record MismatchStatus(Mismatch Mismatch, MismatchStanding Standing, ImmutableList<Recorded<MismatchStep>> Steps, bool IsReopened)
{
    public bool IsSettled => Standing is MismatchStanding.Explained or MismatchStanding.KeptOpen;

    /// <summary>The step on which a second person must look now; null when none waits.</summary>
    public Recorded<MismatchStep>? Waiting => Standing == MismatchStanding.WaitsForSecondLook ? Steps.FindLast(s => s.Value.Kind is MismatchStepKind.Explained or MismatchStepKind.KeptOpen) : null;

    internal static MismatchStatus Of(Mismatch mismatch, ImmutableList<Recorded<MismatchStep>> steps)
    {
        var (mine, standing, waits) = (steps.FindAll(s => s.Value.Key == mismatch.Key), MismatchStanding.Open, MismatchStanding.Open);
        var now = mine.FindAll(s => s.Value.Fingerprint == mismatch.Fingerprint);
        for (var i = 0; i < now.Count; i++)
        {
            // Two vetters explain it each for himself: nobody looks at the other's explanation, and both together are the second look.
            var byTwo = now[i].Provenance.Role == Role.Vetter && now.Take(i).Any(s => s.Value.Kind == MismatchStepKind.Explained && s.Provenance.Role == Role.Vetter && s.Provenance.By != now[i].Provenance.By);
            (standing, waits) = now[i].Value.Kind switch
            {
                MismatchStepKind.Explained => (mismatch.NeedsSecondLook && !byTwo ? MismatchStanding.WaitsForSecondLook : MismatchStanding.Explained, MismatchStanding.Explained),
                MismatchStepKind.KeptOpen => (MismatchStanding.WaitsForSecondLook, MismatchStanding.KeptOpen),
                MismatchStepKind.Asked => (MismatchStanding.Asked, MismatchStanding.Open),
                MismatchStepKind.Confirmed => (waits, waits),
                MismatchStepKind.NotAgreed => (MismatchStanding.Open, MismatchStanding.Open),
            };
        }

        return new MismatchStatus(mismatch, standing, now, mine.Count > 0 && now.Count == 0);
    }
}
