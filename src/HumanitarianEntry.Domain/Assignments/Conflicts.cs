using System.Collections.Immutable;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Assignments;

/// <summary>Why somebody must not work on a case.</summary>
public enum ConflictKind
{
    KnowsThePerson,
    SameUnit,
    SameTown,
    Other,
}

/// <summary>A declared conflict of interest. Kept with the decisions, where colleagues of the case and the person himself do not read.</summary>
public sealed record ConflictOfInterest(Guid StaffId, ConflictKind Kind, string Reason);

/// <summary>Somebody on the case says that he must not be. He is off it with the same act, in all his roles, and is not put on it again.</summary>
[ActKind("declare-conflict", Compartment.Dossier, Role.Screener, Role.IntakeOfficer, Role.EvidenceCustodian, Role.Vetter)]
public sealed record DeclareConflict(ConflictKind Kind, string Reason) : Act
{
    public const string Topic = "conflict-declared";
    public const int MaxReason = 2_000;

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Say in a sentence what the conflict is. Only coordinators read it.");
        }

        if (Reason.Length > MaxReason)
        {
            yield return new Blocker("text-too-long", $"The reason is longer than {MaxReason} signs.");
        }

        if (file.Assignments.Exists(a => a.StaffId == context.Actor.Id && a.Role == Role.Coordinator) && file.Assignments.Count(a => a.Role == Role.Coordinator) == 1)
        {
            yield return new Blocker("last-coordinator", "A case is never without a coordinator: put another one on it first.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var declared = context.Record(new ConflictOfInterest(context.Actor.Id, Kind, Reason.Trim()), "staff", Confidence.Confirmed);
        var outcome = new ActOutcome(file with { Dossier = file.Dossier with { Conflicts = file.Dossier.Conflicts.Add(declared) } });
        foreach (var seat in file.Assignments.Where(a => a.StaffId == context.Actor.Id))
        {
            var left = AssignmentRules.Change(outcome.File, context, new AssignmentChange(seat.StaffId, seat.Role, string.Empty, Ends: true));
            outcome = left with { Assignments = [.. outcome.Assignments, .. left.Assignments] };
        }

        // His talk is called off: nobody else has promised that time. The person sees that another one will be proposed.
        var talk = AppointmentBook.Open(file) is { } open && open.With == context.Actor.Id ? open : null;
        return outcome with
        {
            File = talk is null ? outcome.File : AppointmentRules.With(outcome.File, context, talk.Value.Id, AppointmentStepKind.Cancelled, null),
            Told = [new Told(Role.Coordinator, Topic), .. talk is null ? Array.Empty<Told>() : [new Told(Role.Applicant, ProposeAppointment.Topic)]],
        };
    }
}

/// <summary>Units and towns that a person of the staff comes from, as he wrote them.</summary>
public sealed record StaffTies(ImmutableList<string> Units, ImmutableList<string> Towns)
{
    public static readonly StaffTies None = new([], []);
}

/// <summary>What makes a conflict of interest likely. A hint for people; it bars nobody.</summary>
public static class ConflictHints
{
    private const int ShortestTown = 3;

    public static IReadOnlyList<ConflictKind> Of(CaseFile file, StaffTies ties)
    {
        var units = file.Interview.Service.Values().Select(s => Digits(s.Unit)).Where(u => u.Length > 0).ToHashSet(StringComparer.Ordinal);
        var places = file.Interview.Service.Values().Select(s => s.Place).Concat(file.Identity.Births.Values().Select(b => b.Place)).OfType<string>().Select(Plain).Where(p => p.Length > 0).ToList();
        var found = new List<ConflictKind>();
        if (ties.Units.Exists(u => units.Contains(Digits(u))))
        {
            found.Add(ConflictKind.SameUnit);
        }

        if (ties.Towns.Select(Plain).Any(town => town.Length >= ShortestTown && places.Exists(place => $" {place} ".Contains($" {town} ", StringComparison.Ordinal))))
        {
            found.Add(ConflictKind.SameTown);
        }

        return found;
    }

    private static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);

    /// <summary>Lower case, letters and digits, one space between words; the Russian letter with dots is the one without.</summary>
    private static string Plain(string text) =>
        string.Join(' ', new string([.. text.ToLowerInvariant().Replace('ё', 'е').Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
