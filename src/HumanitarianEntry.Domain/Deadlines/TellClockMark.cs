using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Deadlines;

/// <summary>A mark of a gate's clock that was told, and with it every lower one.</summary>
public sealed record MarkTold(string WaitId, ClockMark Mark);

/// <summary>Tells who must know that a gate's clock has reached a mark (handbook section 2: 50 % and 80 % who must act, 100 % the case lead, 150 % the duty officer). Telling it twice is refused.</summary>
[ActKind("tell-clock-mark", Compartment.Dossier, Role.System)]
public sealed record TellClockMark(string WaitId, Gate Gate, ClockMark Mark) : Act
{
    /// <summary>Lower marks that were reached while nobody looked; they are not told any more.</summary>
    public ImmutableList<ClockMark> Passed { get; init; } = [];

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Waiting(file) is not { } open || file.Position.SidePath is not null || context.Programme.Clocks.For(file, open)?.Due(open.Told, context.Now) != Mark)
        {
            yield return new Blocker("mark-not-due", "This mark is not due: it was told, the gate is decided, or the case stands still.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) => new(file)
    {
        MarkTold = new MarkTold(WaitId, Mark),
        Told = Mark switch
        {
            ClockMark.FirstReminder => [.. MustAct(file).Select(role => new Told(role, "clock-half") { At = Gate })],
            ClockMark.SecondReminder => [.. MustAct(file).Select(role => new Told(role, "clock-four-fifths") { At = Gate })],
            ClockMark.ToCaseLead => [new Told(Role.Coordinator, "clock-overdue") { At = Gate }],
            ClockMark.ToDutyOfficer => [new Told(Role.ProtectionOfficer, "clock-far-overdue") { At = Gate }],
        },
    };

    private OpenGate? Waiting(CaseFile file) => file.Position.Open.Find(open => open.WaitId == WaitId && open.Gate == Gate);

    /// <summary>Whose turn it is: the second person once a proposal waits, else the role that the definition names. A state's post is not hurried by us; who deals with it is. An outside partner who is not on the case cannot be told: then the case lead is.</summary>
    private IEnumerable<Role> MustAct(CaseFile file)
    {
        var (row, open) = (GateTable.For(Gate), Waiting(file)!);
        IEnumerable<Role> roles = row.Eyes != Eyes.Two && file.ProposalOn(Gate)?.By.At >= open.Since ? row.Deciders
            : open.Role is { } named && named != Role.EmbassyLiaison ? [named]
            : row.Proposers.IsEmpty ? row.Deciders : row.Proposers;
        return roles.Where(role => role != Role.EmbassyLiaison)
            .Select(role => role == Role.ReceptionPartner && !file.Assignments.Exists(a => a.Role == role) ? Role.Coordinator : role).Distinct();
    }
}
