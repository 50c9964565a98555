using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.AntiWarActivity;

/// <summary>What bears an item out, or speaks against it.</summary>
public enum SupportKind
{
    /// <summary>Another evidence item of the case.</summary>
    OtherItem,

    /// <summary>A source outside the case, described.</summary>
    OutsideSource,

    /// <summary>The person's own device or account.</summary>
    OwnArtefact,
    Contradiction,
}

/// <summary>What ties a source to the person, to the item or to another source (handbook G5).</summary>
public enum SourceTie
{
    /// <summary>Another applicant who is linked with this one.</summary>
    LinkedApplicant,

    /// <summary>The campaign that the person belongs to.</summary>
    OwnCampaign,

    /// <summary>A film or text made together.</summary>
    JointWork,

    /// <summary>It goes back to the same file or witness.</summary>
    SameOrigin,

    /// <summary>The same publisher has both.</summary>
    SamePublisher,

    /// <summary>The person made or wrote it himself.</summary>
    OwnMaking,
}

/// <summary>One thing that bears an item out or contradicts it.</summary>
/// <param name="Label">Such as E2.1, the first of E2.</param>
/// <param name="Description">What it shows and how that is known.</param>
public sealed record Support(string Label, string Item, SupportKind Kind, string Description)
{
    /// <summary>The other evidence item.</summary>
    public string? Other { get; init; }

    /// <summary>Who the outside source is; the same name counts once.</summary>
    public string? Source { get; init; }

    /// <summary>What it is not independent of.</summary>
    public ImmutableList<SourceTie>? Ties { get; init; }

    /// <summary>The other support with which it shares origin or publisher; null: with the item itself.</summary>
    public string? SameAs { get; init; }

    /// <summary>Whether it comes from the person's own side.</summary>
    internal bool IsOfOwnSide => Ties?.Exists(t => t is SourceTie.LinkedApplicant or SourceTie.OwnCampaign or SourceTie.JointWork or SourceTie.OwnMaking) == true;

    /// <summary>Whoever names another support says so, also without ticking the tie.</summary>
    internal bool SharesOrigin => SameAs is not null || Ties?.Exists(t => t is SourceTie.SameOrigin or SourceTie.SamePublisher) == true;
}

/// <summary>A support that counts no more, with the reason; both stay on file.</summary>
public sealed record WithdrawnSupport(string Label, string Reason);

[ActKind("support-evidence", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian)]
public sealed record SupportEvidence(string Item, SupportKind Kind, string Description) : Act
{
    /// <summary>For another item: its label, such as E2.</summary>
    public string? Other { get; init; }

    /// <summary>For an outside source: who it is.</summary>
    public string? Source { get; init; }
    public ImmutableList<SourceTie> Ties { get; init; } = [];

    /// <summary>With same-origin or same-publisher: the other support, such as E1.1; nothing means the item itself.</summary>
    public string? SameAs { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Evidence.Find(Item) is null)
        {
            yield return new Blocker("evidence-unknown", $"There is no evidence item {Item}.");
            yield break;
        }

        if (string.IsNullOrWhiteSpace(Description))
        {
            yield return new Blocker("support-unexplained", "Say what it shows and how that is known.");
        }

        if (Kind == SupportKind.OtherItem && (Other is null || Other == Item || file.Evidence.Find(Other) is null))
        {
            yield return new Blocker("support-without-item", "Name another evidence item of this case.");
        }
        else if (Kind == SupportKind.OtherItem && CorroborationRule.RestsOn(file.Evidence, Other!, Item, file.Evidence.Supports.Values()))
        {
            yield return new Blocker("support-in-a-circle", $"{Other} is itself borne out by {Item}: they cannot bear each other out. Name who else does.");
        }

        if (Kind == SupportKind.OutsideSource && string.IsNullOrWhiteSpace(Source))
        {
            yield return new Blocker("support-without-source", "Say who the source is. The same source counts once.");
        }

        if (SameAs is { } same && !file.Evidence.SupportsOf(Item).Any(s => s.Value.Label == same))
        {
            yield return new Blocker("support-unknown", $"{Item} has no support {same}.");
        }

        if (file.Position.Finished)
        {
            yield return new Blocker("gate-is-not-open", $"The case is {file.Position.State}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Item}.{file.Evidence.SupportsOf(Item).Count() + 1}");
        var support = new Support(label, Item, Kind, Description.Trim())
        {
            Other = Kind == SupportKind.OtherItem ? Other : null,
            Source = Kind == SupportKind.OutsideSource ? Source!.Trim() : null,
            Ties = Ties.IsEmpty ? null : [.. Ties.Distinct().Order()],
            SameAs = string.IsNullOrWhiteSpace(SameAs) ? null : SameAs,
        };
        return new(file with { Evidence = file.Evidence with { Supports = file.Evidence.Supports.Add(context.Record(support, "worksheet", Confidence.Confirmed)) } });
    }
}

/// <summary>Takes a support or a contradiction out of the reckoning because it turned out not to hold.</summary>
[ActKind("withdraw-support", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian)]
public sealed record WithdrawSupport(string Support, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Evidence.Supports.Exists(s => s.Value.Label == Support) || file.Evidence.WithdrawalOf(Support) is not null)
        {
            yield return new Blocker("support-unknown", "There is no such support that still counts.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Say why it does not hold.");
        }

        if (file.Position.Finished)
        {
            yield return new Blocker("gate-is-not-open", $"The case is {file.Position.State}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var withdrawn = context.Record(new WithdrawnSupport(Support, Reason.Trim()), "worksheet", Confidence.Confirmed);
        return new(file with { Evidence = file.Evidence with { Withdrawn = file.Evidence.Withdrawn.Add(withdrawn) } });
    }
}
