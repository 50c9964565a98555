using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.SidePaths;

/// <summary>What froze the case, or what ended the freeze.</summary>
public sealed record Incident(SidePath Path, bool Begins, string What, string Reason);

/// <summary>P1: detained, abducted, missing, at risk of removal. Freezes the ordinary clocks; anyone on the case may start it.</summary>
[ActKind("open-emergency", Compartment.Dossier, Role.Applicant, Role.IntakeOfficer, Role.Screener, Role.Coordinator, Role.ProtectionOfficer, Role.Counsel, Role.System)]
public sealed record OpenEmergency(string What, string Reason) : Act
{
    /// <summary>The one word for the danger of being removed.</summary>
    public const string RemovalRisk = "removal-risk";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => SidePathRules.MayEnter(file, SidePath.Emergency);

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        SidePathRules.Enter(file with { Priority = Priority.Emergency }, context, SidePath.Emergency, What, Reason) with { Told = [new Told(Role.ProtectionOfficer, "emergency"), new Told(Role.Counsel, "emergency")] };
}

[ActKind("close-emergency", Compartment.Dossier, Role.ProtectionOfficer)]
public sealed record CloseEmergency(string Outcome, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => SidePathRules.MayLeave(file, SidePath.Emergency).Concat(SidePathRules.Reasoned(Outcome));

    public override ActOutcome Apply(CaseFile file, ActContext context) => SidePathRules.Leave(file, context, SidePath.Emergency, Outcome, Reason);
}

/// <summary>P4: the programme or the country of stay changed; the case waits without losing its place. Nothing is refused.</summary>
[ActKind("park", Compartment.Dossier, Role.Coordinator)]
public sealed record ParkCase(string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => SidePathRules.MayEnter(file, SidePath.Parked).Concat(SidePathRules.Reasoned(Reason));

    public override ActOutcome Apply(CaseFile file, ActContext context) => SidePathRules.Enter(file, context, SidePath.Parked, "parked", Reason);
}

[ActKind("unpark", Compartment.Dossier, Role.Coordinator)]
public sealed record UnparkCase(string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => SidePathRules.MayLeave(file, SidePath.Parked);

    public override ActOutcome Apply(CaseFile file, ActContext context) => SidePathRules.Leave(file, context, SidePath.Parked, "unparked", Reason);
}

/// <summary>P3: the person stops, at any time, without giving a reason. Everyone who received something is asked to give it back.</summary>
[ActKind("withdraw", Compartment.Contact, Role.Applicant, Role.Coordinator, Role.Screener, Role.Counsel)]
public sealed record WithdrawCase : Act
{
    public const string Event = "applicant-withdrew";

    public string? Reason { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Position.Finished)
        {
            yield return new Blocker("already-closed", "The case has ended already.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var asked = FormalRules.With(file, context, FormalRequestKind.Withdraw, Reason?.Trim() ?? string.Empty);
        return Stop(FormalRules.With(asked, context, new FormalAnswer(asked.Contact.FormalRequests.Count, FormalOutcome.Granted, string.Empty), "at once"), context, Reason);
    }

    /// <summary>What stopping sets in motion, also where it is part of more.</summary>
    internal static ActOutcome Stop(CaseFile file, ActContext context, string? reason)
    {
        var withdrawal = context.Record(new Withdrawal(reason), "applicant", Confidence.Confirmed);
        var recalls = file.Dossier.Submissions.Values().Select(s => s.RecipientFunction).Distinct(StringComparer.Ordinal);
        return new(file with { Contact = file.Contact with { Withdrawals = file.Contact.Withdrawals.Add(withdrawal) } })
        {
            Event = Event,
            SidePath = file.Position.SidePath is null ? null : new SidePathChange(null),
            Told = [.. recalls.Select(_ => new Told(Role.SubmissionOfficer, "recall-due")), new Told(Role.Coordinator, "withdrawn")],
        };
    }
}

/// <summary>G16 from any gate: signposted, duplicate, consent refused, removed, deceased ... (design 11.2). The reason is checked as at the closure gate.</summary>
[ActKind("close-early", Compartment.Dossier, Role.Coordinator)]
public sealed record CloseEarly(string Outcome, string Reason) : Act
{
    public const string Event = "case-closed-early";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        var row = GateTable.For(Gate.Closure);
        if (!row.Outcomes.Contains(Outcome) || Outcome == "withdrawn")
        {
            yield return new Blocker("outcome-unknown", $"A case is closed early with one of: {string.Join(", ", row.Outcomes.Where(o => o != "withdrawn"))}. Who wants to stop withdraws.");
            yield break;
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write the reason in a sentence or two.");
        }

        if (file.Position.Finished || file.Position.SidePath is not null)
        {
            yield return new Blocker("already-closed", $"The case is {file.Position.State}.");
        }

        foreach (var blocker in ClosureGate.Check(file, context, Outcome))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var decision = new GateDecision(Gate.Closure, Outcome, Reason.Trim(), [], context.Provenance("decision", Confidence.Confirmed), null, []);
        return new(file with { Dossier = file.Dossier with { Decisions = file.Dossier.Decisions.Add(decision) } }) { Event = Event, EventWord = Outcome, Told = [new Told(Role.Applicant, "closed")] };
    }
}

internal static class SidePathRules
{
    /// <summary>Clocks stop and start again only with a reason (handbook section 2). A panic button needs none.</summary>
    public static IEnumerable<Blocker> Reasoned(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? [new Blocker("reason-missing", "Say why the case is frozen or goes on.")] : [];

    public static IEnumerable<Blocker> MayEnter(CaseFile file, SidePath path)
    {
        // An emergency can start from everywhere; parking never covers an emergency or a seal (handbook, states: from any state).
        if (file.Position.SidePath is { } current && (current == path || path == SidePath.Parked))
        {
            yield return new Blocker("side-path-open", $"The case is in {current} already.");
        }

        if (file.Position.Finished && path != SidePath.Emergency)
        {
            yield return new Blocker("already-closed", "The case has ended.");
        }
    }

    public static IEnumerable<Blocker> MayLeave(CaseFile file, SidePath path)
    {
        if (file.Position.SidePath != path)
        {
            yield return new Blocker("side-path-not-open", $"The case is not in {path}.");
        }
    }

    public static ActOutcome Enter(CaseFile file, ActContext context, SidePath path, string what, string reason) =>
        new(With(file, context, new Incident(path, true, what, reason))) { SidePath = new SidePathChange(path) };

    public static ActOutcome Leave(CaseFile file, ActContext context, SidePath path, string what, string reason) =>
        new(With(file, context, new Incident(path, false, what, reason))) { SidePath = new SidePathChange(null) };

    private static CaseFile With(CaseFile file, ActContext context, Incident incident) =>
        file with { Dossier = file.Dossier with { Incidents = file.Dossier.Incidents.Add(context.Record(incident, "staff")) } };
}
