using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.LegalSituation;

namespace HumanitarianEntry.Domain.SidePaths;

/// <summary>What befell the programme or the country that a case depends on (handbook P4).</summary>
public enum ProgrammeEvent
{
    /// <summary>Suspended or closed by the state.</summary>
    Stopped,

    /// <summary>Open after a stop.</summary>
    OpenAgain,

    /// <summary>The country of stay became more dangerous.</summary>
    HostRiskRaised,

    /// <summary>Something else is known of the law of the country of stay: its deadlines are counted anew.</summary>
    HostProfileChanged,
}

/// <summary>
/// P4, carried to one case by the program: between routing and travel paper it is parked and keeps its place, its priority rises, its coordinator is told.
/// Nothing is refused, nothing goes on by itself. A danger in the country parks nobody: leaving is what he needs.
/// </summary>
/// <param name="Change">Number of the change of the programmes that is carried to the case.</param>
[ActKind("follow-programme", Compartment.Dossier, Role.System)]
public sealed record FollowProgramme(int Change, ProgrammeEvent Event) : Act
{
    public const string StoppedTopic = "programme-stopped";
    public const string OpenAgainTopic = "programme-open-again";
    public const string HostRiskTopic = "host-risk-raised";
    public const string HostProfileTopic = "host-profile-changed";

    /// <summary>The gates G7 to G12. An appeal (P2) runs on: its deadlines do not wait for a programme.</summary>
    internal static readonly ImmutableArray<Gate> Parked =
        [Gate.Routing, Gate.Dossier, Gate.Nomination, Gate.Submission, Gate.InformationRequest, Gate.Decision, Gate.Commitment, Gate.TravelDocument];

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => ProgrammeFollowing.MayFollow(file, Change);

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var hurried = Event is ProgrammeEvent.OpenAgain or ProgrammeEvent.HostProfileChanged || file.Priority != Priority.Normal ? file : file with { Priority = Priority.Urgent };
        return Event switch
        {
            ProgrammeEvent.Stopped when file.Position.SidePath is null && file.Position.Open.Any(o => Parked.Contains(o.Gate)) =>
                SidePathRules.Enter(hurried, context, SidePath.Parked, StoppedTopic, "The programme was stopped.") with { Told = [new Told(Role.Coordinator, StoppedTopic)], Follows = Change },
            // Before routing nothing leans on the programme yet: work goes on, for another programme may take it up.
            ProgrammeEvent.Stopped => new(file) { Told = [new Told(Role.Coordinator, StoppedTopic)], Follows = Change },
            ProgrammeEvent.OpenAgain => new(file) { Told = [new Told(Role.Coordinator, OpenAgainTopic)], Follows = Change },
            ProgrammeEvent.HostRiskRaised => new(hurried) { Told = [new Told(Role.Coordinator, HostRiskTopic), new Told(Role.ProtectionOfficer, HostRiskTopic)], Follows = Change },
            ProgrammeEvent.HostProfileChanged => new(LegalUrgency.Hurried(file, context.Host, context.Now)) { Told = [new Told(Role.Counsel, HostProfileTopic), new Told(Role.Coordinator, HostProfileTopic)], Follows = Change },
        };
    }
}

/// <summary>The case's run moves to another version of its definition, or stays where it is when something it stands on is different there (engine rule S14).</summary>
[ActKind("move-run", Compartment.Dossier, Role.System)]
public sealed record MoveRun(int Change, string VersionId) : Act
{
    public const string StaysTopic = "version-kept";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => ProgrammeFollowing.MayFollow(file, Change);

    public override ActOutcome Apply(CaseFile file, ActContext context) => new(file) { MovesToVersion = VersionId, Follows = Change };
}

/// <summary>
/// The case goes another way: a new run of another programme from consent on, with all its facts. What was asked of him for one state is no yes to another,
/// so consents and decisions are taken anew (handbook G7, P4). A dossier that is with a post is asked back first of all: two states are never asked unknown to each other.
/// </summary>
[ActKind("reroute", Compartment.Dossier, Role.Coordinator)]
public sealed record RerouteCase(string ProgrammeId, string Reason) : Act
{
    public override string? TargetProgramme => ProgrammeId;

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Position.Finished)
        {
            yield return new Blocker("already-closed", "The case has ended. Begin it again first.");
        }

        if (file.Position.SidePath is { } path && path != SidePath.Parked)
        {
            yield return new Blocker("side-path-open", $"The case is in {path}: that comes first.");
        }

        if (file.Position.Open.Any(o => o.Gate is Gate.Journey or Gate.Reception or Gate.Closure))
        {
            yield return new Blocker("on-the-way", "He is on his way or has arrived: another programme cannot take over now.");
        }

        if (context.Target is null || context.Target.Id == file.ProgrammeId)
        {
            yield return new Blocker("programme-unknown", "Choose another programme than the one the case is in.");
        }
        else if (context.Target.Status != ProgrammeStatus.Open)
        {
            yield return new Blocker("programme-not-open", "That programme takes nobody now.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write the reason in a sentence or two.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var recalls = file.Dossier.Submissions.Exists(s => s.Provenance.At >= file.Position.BeganAt) ? ImmutableList.Create(new Told(Role.SubmissionOfficer, "recall-for-reroute")) : [];
        var left = file.Position.SidePath is null ? file : SidePathRules.Leave(file, context, SidePath.Parked, "rerouted", Reason.Trim()).File;
        var accepted = new GateDecision(Gate.Referral, "accept", Reason.Trim(), [], context.Provenance("another programme", Confidence.Confirmed), null, []);
        return GateRules.Decide(left with { ProgrammeId = ProgrammeId }, accepted) with { Restarts = true, MovesToProgramme = ProgrammeId, Told = recalls };
    }
}

internal static class ProgrammeFollowing
{
    /// <summary>A change is carried to a case once, and in the order of the numbers.</summary>
    public static IEnumerable<Blocker> MayFollow(CaseFile file, int change)
    {
        if (change <= file.ProgrammeChange)
        {
            yield return new Blocker("followed-already", "This change was carried to the case already.");
        }

        if (file.Position.Finished)
        {
            yield return new Blocker("already-closed", "The case has ended.");
        }
    }
}
