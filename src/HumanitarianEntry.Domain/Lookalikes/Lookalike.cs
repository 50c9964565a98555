using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Lookalikes;

public enum LookalikeKind
{
    /// <summary>The same bytes.</summary>
    SameFile,

    /// <summary>Pictures that are nearly the same to the eye.</summary>
    SamePicture,
}

/// <summary>A file of this case that is the same as, or nearly the same as, another one.</summary>
/// <param name="Label">L1, L2 and so on within the case.</param>
/// <param name="Item">Label of the evidence item of this case.</param>
public sealed record Lookalike(string Label, string Item, LookalikeKind Kind)
{
    /// <summary>The item of this very case that it looks like; null where the other one is of another case.</summary>
    public string? OtherItem { get; init; }

    /// <summary>The other case, for the coordinator alone; null within one case, for other readers, and where it is in more cases than are named.</summary>
    public Guid? Other { get; init; }
    public string? OtherReference { get; init; }

    /// <summary>So many other cases have it that none is named: probably it is public.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsInMany { get; init; }

    [JsonIgnore]
    public bool IsAlarm => OtherItem is null;
}

/// <summary>What a coordinator found an alarm to be.</summary>
public enum LookalikeVerdict
{
    /// <summary>A picture that anybody could take from the web.</summary>
    PublicPicture,

    /// <summary>Somebody who is tied to this person handed in the same: not independent of him.</summary>
    SharedByLinkedPerson,

    /// <summary>It is somebody else's, and this person gave it for his own.</summary>
    BorrowedByThisPerson,

    /// <summary>It is this person's; the other one took it.</summary>
    TakenFromThisPerson,

    NotTheSame,
}

/// <param name="Label">Of the lookalike.</param>
public sealed record LookalikeAnswer(string Label, LookalikeVerdict Verdict, string Reason);

/// <summary>What lookalikes mean for an item.</summary>
public static class LookalikeRules
{
    /// <summary>Alarms that nobody has answered.</summary>
    public static IEnumerable<Recorded<Lookalike>> Open(EvidenceFacts facts) => facts.Lookalikes.Where(l => l.Value.IsAlarm && AnswerTo(facts, l.Value.Label) is null);

    public static IEnumerable<Recorded<Lookalike>> Of(EvidenceFacts facts, string item) => facts.Lookalikes.Where(l => l.Value.Item == item || l.Value.OtherItem == item);

    /// <summary>The answer that counts: the last.</summary>
    public static Recorded<LookalikeAnswer>? AnswerTo(EvidenceFacts facts, string label) => facts.LookalikeAnswers.LastOrDefault(a => a.Value.Label == label);

    public static bool IsOpen(EvidenceFacts facts, string item) => Open(facts).Any(l => l.Value.Item == item);

    /// <summary>A coordinator found that somebody tied to the person handed in the same.</summary>
    public static bool IsShared(EvidenceFacts facts, string item) => Has(facts, item, LookalikeVerdict.SharedByLinkedPerson);

    /// <summary>A coordinator found it to be somebody else's.</summary>
    public static bool IsBorrowed(EvidenceFacts facts, string item) => Has(facts, item, LookalikeVerdict.BorrowedByThisPerson);

    /// <summary>Whether two items of the case look alike.</summary>
    public static bool AreAlike(EvidenceFacts facts, string one, string other) =>
        facts.Lookalikes.Values().Any(l => (l.Item == one && l.OtherItem == other) || (l.Item == other && l.OtherItem == one));

    /// <summary>What stands against deciding that the evidence suffices, or recommending.</summary>
    public static IEnumerable<Blocker> AgainstGate(EvidenceFacts facts) => Open(facts).Select(l => l.Value.Item).Distinct()
        .Select(item => new Blocker("lookalike-open", $"The file of {item} looks like one of another case. A coordinator says first what that means."));

    /// <summary>Without which case the other one is, and why an answer was given: that is for coordinators, and the reason for those who work on the evidence.</summary>
    public static EvidenceFacts For(Role role, EvidenceFacts facts) => role is Role.Coordinator or Role.System || facts.Lookalikes.IsEmpty ? facts : facts with
    {
        Lookalikes = facts.Lookalikes.ConvertAll(l => l with { Value = l.Value with { Other = null, OtherReference = null } }),
        LookalikeAnswers = role is Role.Screener or Role.EvidenceCustodian or Role.Vetter ? facts.LookalikeAnswers : facts.LookalikeAnswers.ConvertAll(a => a with { Value = a.Value with { Reason = string.Empty } }),
    };

    /// <summary>What a dossier's grades rest on; null where nothing does.</summary>
    public static ImmutableList<string>? ForDossier(EvidenceFacts facts)
    {
        ImmutableList<string> lines = [.. facts.Items.Values().Where(i => IsShared(facts, i.Label) || IsBorrowed(facts, i.Label)).Select(i => $"{i.Label} {IsShared(facts, i.Label)} {IsBorrowed(facts, i.Label)}")];
        return lines.IsEmpty ? null : lines;
    }

    private static bool Has(EvidenceFacts facts, string item, LookalikeVerdict verdict) =>
        facts.Lookalikes.Values().Any(l => l.IsAlarm && l.Item == item && AnswerTo(facts, l.Label)?.Value.Verdict == verdict);
}
