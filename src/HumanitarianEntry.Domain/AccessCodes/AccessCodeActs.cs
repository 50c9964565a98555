using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.SidePaths;

namespace HumanitarianEntry.Domain.AccessCodes;

public enum AccessCodeMove
{
    /// <summary>Somebody of the staff asks for a new code.</summary>
    Proposed,

    /// <summary>A second person agreed; the old code died.</summary>
    Issued,

    /// <summary>The person made himself a code for danger.</summary>
    DangerCodeMade,
}

/// <summary>What happened to the applicant's way into his space. A code itself is never a fact of the case.</summary>
/// <param name="KnownBy">How the staff member knew that it was the person who asked.</param>
public sealed record AccessCodeStep(AccessCodeMove Move, string KnownBy, string Reason);

/// <summary>Who lost his code needs two of the staff for a new one: whoever talks one person over must not get a door into the case.</summary>
public static class AccessCodeRules
{
    public static readonly TimeSpan ProposalLives = TimeSpan.FromDays(3);

    /// <summary>The proposal that waits for a second person; null when none does.</summary>
    public static Recorded<AccessCodeStep>? OpenProposal(CaseFile file, DateTimeOffset now) =>
        file.Contact.AccessCodes.LastOrDefault(s => s.Value.Move != AccessCodeMove.DangerCodeMade) is { Value.Move: AccessCodeMove.Proposed } proposal && now - proposal.Provenance.At <= ProposalLives
            ? proposal
            : null;
}

[ActKind("propose-access-code", Compartment.Contact, Role.IntakeOfficer, Role.Screener, Role.Coordinator)]
public sealed record ProposeAccessCode(string KnownBy, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(KnownBy) || string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Say why a new code is needed and how you know that it is the person who asks.");
        }

        if (AccessCodeRules.OpenProposal(file, context.Now) is not null)
        {
            yield return new Blocker("proposal-open", "A proposal waits for a second person already.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var step = context.Record(new AccessCodeStep(AccessCodeMove.Proposed, KnownBy.Trim(), Reason.Trim()), "staff");
        return new(file with { Contact = file.Contact with { AccessCodes = file.Contact.AccessCodes.Add(step) } })
        {
            Told = [new Told(Role.Coordinator, "access-code-proposed"), new Told(Role.Screener, "access-code-proposed")],
        };
    }
}

/// <summary>The second of two pairs of eyes. The storage makes the code and ends every session of the old one.</summary>
[ActKind("issue-access-code", Compartment.Contact, Role.Screener, Role.Coordinator)]
public sealed record IssueAccessCode(string KnownBy) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(KnownBy))
        {
            yield return new Blocker("reason-missing", "Say how you made sure for yourself that it is the person who asks.");
        }

        if (AccessCodeRules.OpenProposal(file, context.Now) is not { } proposal)
        {
            yield return new Blocker("proposal-missing", "No proposal waits. Somebody else proposes first; a proposal lives three days.");
        }
        else if (proposal.Provenance.By == context.Actor.Id)
        {
            yield return new Blocker("same-person", "You proposed it. Another person must agree.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var step = context.Record(new AccessCodeStep(AccessCodeMove.Issued, KnownBy.Trim(), string.Empty), "staff", Confidence.Confirmed);
        return new(file with { Contact = file.Contact with { AccessCodes = file.Contact.AccessCodes.Add(step) } })
        {
            Told = [new Told(Role.ProtectionOfficer, "access-code-issued"), new Told(Role.Coordinator, "access-code-issued")],
        };
    }
}

/// <summary>The person makes a second code that opens a harmless space and calls for help; an older one dies.</summary>
[ActKind("make-danger-code", Compartment.Contact, Role.Applicant)]
public sealed record MakeDangerCode : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Position.Finished)
        {
            yield return new Blocker("already-closed", "The case has ended already.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Contact = file.Contact with { AccessCodes = file.Contact.AccessCodes.Add(context.Record(new AccessCodeStep(AccessCodeMove.DangerCodeMade, "his own session", string.Empty), "applicant", Confidence.Confirmed)) } });
}

/// <summary>Handbook section 5, statement 4: the code for danger opens P1 silently. While an emergency is open already, its owners are alarmed again.</summary>
[ActKind("danger-code-used", Compartment.Dossier, Role.System)]
public sealed record RecordDangerCodeUse : Act
{
    private const string What = "danger code used";

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var outcome = file.Position.SidePath == SidePath.Emergency
            ? new ActOutcome(file with { Dossier = file.Dossier with { Incidents = file.Dossier.Incidents.Add(context.Record(new Incident(SidePath.Emergency, true, What, string.Empty), "applicant")) } })
            : SidePathRules.Enter(file with { Priority = Priority.Emergency }, context, SidePath.Emergency, What, string.Empty);
        return outcome with { Told = [new Told(Role.ProtectionOfficer, "danger-code-used"), new Told(Role.Coordinator, "danger-code-used")] };
    }
}
