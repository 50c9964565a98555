using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>
/// How far the double vetting of a case has come (handbook 4g). A reviewer seals his review by giving his outcome at the gate; a finding that another person made is closed to a reviewer until both have sealed
/// or the gate was decided after it.
/// </summary>
/// <param name="Proposal">What waits at the vetting gate; null when nobody has sealed.</param>
/// <param name="SettledAt">When vetting was decided the last time.</param>
/// <param name="IsOpen">The gate waits, also while a side path keeps the case still.</param>
public sealed record ReviewRound(Proposal? Proposal, DateTimeOffset? SettledAt, bool IsOpen)
{
    public static ReviewRound Of(CaseFile file) => new(
        file.ProposalOn(Gate.Vetting) is { } proposal && !GateRules.IsOutdated(file, proposal) ? proposal : null,
        file.Vetting.Decisions.LastOrDefault(d => d.Gate == Gate.Vetting)?.By.At,
        file.Position.Open.Exists(o => o.Gate == Gate.Vetting));

    /// <summary>Both reviewers have given their outcome and a third person is needed.</summary>
    public bool IsPanel => Proposal is { Opinions.Count: > 0 };

    public bool IsSealedBy(Guid person) => Proposal is { } sealedBy && (sealedBy.By.By == person || sealedBy.Opinions.Exists(o => o.By.By == person));

    /// <summary>The person may decide as the third: both reviews lie open to him and neither is his.</summary>
    public bool IsThird(Guid person) => IsPanel && !IsSealedBy(person);

    /// <summary>Nobody but its author may know a finding of this time.</summary>
    public bool IsClosed(DateTimeOffset findingAt) => !IsPanel && !IsSettled(findingAt) && (IsOpen || SettledAt is null);

    /// <summary>The gate was decided after it.</summary>
    public bool IsSettled(DateTimeOffset findingAt) => findingAt <= SettledAt;
}
