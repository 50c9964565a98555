using System.Collections.Immutable;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Translations;

namespace HumanitarianEntry.Domain.Cases;

/// <summary>A person's role on this case. Access is role and assignment together (handbook section 5, statement 7).</summary>
public sealed record Assignment(Guid StaffId, Role Role, string Team, DateTimeOffset Since)
{
    /// <summary>Of a liaison: the recipient for which he is on the case (<see cref="PostWall"/>). Null: he sees what was handed to any post of it.</summary>
    public string? Post { get; init; }
}

public sealed record AssignmentChange(Guid StaffId, Role Role, string Team, bool Ends)
{
    /// <inheritdoc cref="Assignment.Post"/>
    public string? Post { get; init; }
}

/// <summary>Takes a case from the pool in one's own role.</summary>
[ActKind("claim-case", Compartment.Contact, Role.IntakeOfficer, Role.Coordinator, Role.ProtectionOfficer, NeedsAssignment = false)]
public sealed record ClaimCase : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Assignments.Exists(a => a.StaffId == context.Actor.Id && a.Role == context.Actor.Role))
        {
            yield return new Blocker("already-assigned", "You are on this case already.");
        }
        else if (file.Assignments.Exists(a => a.Role == context.Actor.Role))
        {
            yield return new Blocker("claimed-by-another", "Somebody else has taken this case in this role; ask the coordinator.");
        }

        foreach (var blocker in AssignmentRules.Conflicts(file, context.Actor.Id, context.Actor.Role))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        AssignmentRules.Change(file, context, new AssignmentChange(context.Actor.Id, context.Actor.Role, context.Actor.Team, false));
}

/// <summary>Puts a person on the case in a role.</summary>
[ActKind("assign", Compartment.Contact, Role.Coordinator)]
public sealed record AssignStaff(Guid StaffId, Role Role, string Team) : Act
{
    /// <inheritdoc cref="Assignment.Post"/>
    public string? Post { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Role is Role.Applicant or Role.System or Role.Administrator or Role.ProgrammeDesigner or Role.Translator)
        {
            yield return new Blocker("role-not-assignable", $"Nobody is put on a case as {Role}.");
        }

        if (file.Assignments.Exists(a => a.StaffId == StaffId && a.Role == Role))
        {
            yield return new Blocker("already-assigned", "This person has the role on this case already.");
        }

        if (Post is not null && Role != Role.EmbassyLiaison)
        {
            yield return new Blocker("post-for-liaisons-only", "Only a liaison is put on a case for a post.");
        }
        else if (Post is not null && !context.Programme.Recipients.Contains(Post))
        {
            yield return new Blocker("recipient-not-of-programme", $"This programme has these recipients: {string.Join("; ", context.Programme.Recipients)}.");
        }

        foreach (var blocker in AssignmentRules.Conflicts(file, StaffId, Role))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        AssignmentRules.Change(file, context, new AssignmentChange(StaffId, Role, Team, false) { Post = Post }) with { Told = [new Told(Role, "assigned") { To = StaffId }] };
}

/// <summary>Takes a person off the case; he loses sight of it with the same act.</summary>
[ActKind("unassign", Compartment.Contact, Role.Coordinator)]
public sealed record UnassignStaff(Guid StaffId, Role Role, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Assignments.Exists(a => a.StaffId == StaffId && a.Role == Role))
        {
            yield return new Blocker("not-assigned", "This person does not have that role on this case.");
        }

        if (Role == Role.Coordinator && file.Assignments.Count(a => a.Role == Role.Coordinator) == 1)
        {
            yield return new Blocker("last-coordinator", "A case is never without a coordinator: put another one on it first.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        AssignmentRules.Change(file, context, new AssignmentChange(StaffId, Role, string.Empty, true));
}

/// <summary>Roles that one person may not hold on the same case, because one checks what the other did.</summary>
public static class AssignmentRules
{
    private static readonly ImmutableArray<(Role, Role)> Apart =
    [
        (Role.Screener, Role.Vetter),
        (Role.Interpreter, Role.Vetter),
        (Role.Interpreter, Role.DossierOfficer),
        (Role.Vetter, Role.Coordinator),
    ];

    /// <summary>Outside people see only what is released to them and may hold no inside role.</summary>
    private static readonly ImmutableArray<Role> Outside = [Role.EmbassyLiaison, Role.ReceptionPartner];

    public static IEnumerable<Blocker> Conflicts(CaseFile file, Guid staffId, Role role)
    {
        var held = file.Assignments.Where(a => a.StaffId == staffId && a.Role != role).Select(a => a.Role).ToHashSet();
        foreach (var (one, other) in Apart.Where(pair => (pair.Item1 == role && held.Contains(pair.Item2)) || (pair.Item2 == role && held.Contains(pair.Item1))))
        {
            yield return new Blocker("roles-must-differ", $"One person may not be {one} and {other} of the same case.");
        }

        if (file.Dossier.Conflicts.Values().Any(c => c.StaffId == staffId))
        {
            yield return new Blocker("conflict-of-interest", "This person declared a conflict of interest on this case.");
        }

        // What a translator gets is his segment; a seat on the case would give him the rest.
        if (TranslationRules.Of(file).Any(j => j.Order.Translator == staffId && j.Standing is not (TranslationStanding.Withdrawn or TranslationStanding.Declined)))
        {
            yield return new Blocker("translates-for-the-case", $"This person translates for this case and sees no more of it than what is translated.");
        }

        if (role == Role.Vetter && file.Interview.Interviewers.Contains(staffId))
        {
            yield return new Blocker("vetter-must-not-be-interviewer", "This person interviewed the applicant; somebody else must vet him.");
        }

        if (held.Count > 0 && (Outside.Contains(role) || held.Overlaps(Outside)))
        {
            yield return new Blocker("outside-and-inside", "Embassy liaisons and reception partners hold no other role on a case.");
        }
    }

    internal static ActOutcome Change(CaseFile file, ActContext context, AssignmentChange change)
    {
        var assignments = change.Ends
            ? file.Assignments.RemoveAll(a => a.StaffId == change.StaffId && a.Role == change.Role)
            : file.Assignments.Add(new Assignment(change.StaffId, change.Role, change.Team, context.Now) { Post = change.Post });
        return new ActOutcome(file with { Assignments = assignments }) { Assignments = [change] };
    }
}
