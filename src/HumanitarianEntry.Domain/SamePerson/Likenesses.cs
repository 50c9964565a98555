using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;

namespace HumanitarianEntry.Domain.SamePerson;

/// <summary>Why two cases may be one person's. The kind only: what agrees is never carried from one case to the other.</summary>
public enum LikenessReason
{
    /// <summary>The same address on the same kind of channel.</summary>
    Address,

    /// <summary>The same number of a paper.</summary>
    Paper,

    /// <summary>Names that are written alike in some spelling, and the same birth date, day and month in either order.</summary>
    NameAndBirthDate,

    /// <summary>Names that are written alike in some spelling, and the same year of birth.</summary>
    NameAndBirthYear,
}

/// <param name="Other">The other case.</param>
public sealed record Likeness(Guid Other, string OtherReference, ImmutableList<LikenessReason> Reasons);

/// <summary>Somebody looked and says that it is another person.</summary>
public sealed record LikenessDismissal(Guid Other, string Reason);

/// <summary>Which of two cases this is, when they are made one.</summary>
public enum MergeSide
{
    /// <summary>This case ends.</summary>
    Ends,

    /// <summary>This case goes on for both.</summary>
    GoesOn,
}

public enum MergeStage
{
    Asked,
    Agreed,
    Refused,
}

/// <param name="AskedBy">Who proposed it; somebody else must answer.</param>
public sealed record MergeStep(Guid Other, string OtherReference, MergeSide Side, MergeStage Stage, Guid AskedBy, string Reason);

/// <summary>What stands of likenesses and merges in a case.</summary>
public static class Likenesses
{
    /// <summary>Those that nobody has judged: newest word about each other case.</summary>
    public static IReadOnlyList<Recorded<Likeness>> Open(ContactFacts facts) =>
        [.. facts.Likenesses.GroupBy(l => l.Value.Other).Select(g => g.Last()).Where(l => !IsDismissed(facts, l) && MergeWith(facts, l.Value.Other) is not { Stage: MergeStage.Agreed })];

    /// <summary>The last step of making this case and the other one.</summary>
    public static MergeStep? MergeWith(ContactFacts facts, Guid other) => facts.Merges.Values().LastOrDefault(m => m.Other == other);

    /// <summary>Questions that wait for somebody on this case.</summary>
    public static IReadOnlyList<MergeStep> Asked(ContactFacts facts) =>
        [.. facts.Merges.Values().Select(m => m.Other).Distinct().Select(o => MergeWith(facts, o)!).Where(m => m is { Stage: MergeStage.Asked, Side: MergeSide.GoesOn })];

    /// <summary>New reasons open a dismissed likeness again.</summary>
    private static bool IsDismissed(ContactFacts facts, Recorded<Likeness> likeness) =>
        facts.LikenessDismissals.Exists(d => d.Value.Other == likeness.Value.Other && d.Provenance.At >= likeness.Provenance.At);
}
