using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>An open gate with what stands against passing it, and whose turn it is.</summary>
/// <param name="Outcome">The passing outcome, the first of the gate's row.</param>
public sealed record GateAhead(GateRow Row, string Outcome, IReadOnlyList<Blocker> Blockers, GateStep Step)
{
    /// <summary>The person can act at the gate now, whatever the outcome.</summary>
    public bool IsMine => Step is GateStep.Decide or GateStep.Propose or GateStep.Second;

    /// <summary>Whose turn it is, in a sentence.</summary>
    public string Turn(Words words) => Step switch
    {
        GateStep.Decide => S("You decide."),
        GateStep.Propose => S("You propose; another person decides."),
        GateStep.Second => S("A proposal waits for you as the second person."),
        GateStep.WaitForSecond => S("You have given your opinion; another person decides."),
        GateStep.NotYours => S($"Decided by: {string.Join(", ", Row.Deciders.Select(words.Role))}."),
    };
}

/// <summary>The checklist "to pass this gate" of a case page.</summary>
/// <param name="Gates">Open gates, those of the person first.</param>
/// <param name="Mends">Where a blocker is mended in this audience, by its code.</param>
public sealed record Checklist(IReadOnlyList<GateAhead> Gates, string CaseUrl, IReadOnlyDictionary<string, Mend> Mends)
{
    /// <summary>The one thing to do next: mend what stands against one's own gate, else decide there; null when it is somebody else's turn.</summary>
    public Mend? MainAction(Func<GateRow, string> nameOf) => Gates.FirstOrDefault(g => g.IsMine) switch
    {
        null => null,
        { Step: GateStep.Second } gate => new Mend($"gates/{gate.Row.Key}", S($"{nameOf(gate.Row)}: decide as the second person")),
        { Blockers: var blockers } when blockers.Select(b => Mends.GetValueOrDefault(b.Code)).FirstOrDefault(m => m is not null) is { } mend => mend,
        { Blockers.Count: > 0 } gate => new Mend($"gates/{gate.Row.Key}", S($"{nameOf(gate.Row)}: see what stands against it")),
        { Step: GateStep.Propose } gate => new Mend($"gates/{gate.Row.Key}", S($"{nameOf(gate.Row)}: propose a decision")),
        { } gate => new Mend($"gates/{gate.Row.Key}", S($"{nameOf(gate.Row)}: decide")),
    };
}

/// <summary>What else can be done on a case page; the main action is not repeated among it.</summary>
/// <param name="Waits">Path of a link that cannot wait; null when there is none.</param>
public sealed record WorkLinks(Checklist Next, IReadOnlyList<Mend> Links, string? Waits = null);

/// <param name="Path">Below the case page.</param>
/// <param name="Label">What the link does, as a command, in the reader's language.</param>
public sealed record Mend(string Path, string Label);

/// <summary>Builds the checklist from the verdicts on the whole case.</summary>
public static class GatesAhead
{
    public static async Task<Checklist> OfAsync(
        GateVerdicts verdicts, CaseView view, Actor actor, string caseUrl, IReadOnlyDictionary<string, Mend> mends, CancellationToken cancellationToken)
    {
        var gates = (await verdicts.OfOpenAsync(view, actor, cancellationToken))
            .Select(v => new GateAhead(v.Row, v.Row.Outcomes[0], v.Against[v.Row.Outcomes[0]], GateTurn.Of(view.File, v.Row, actor.Id, [actor.Role])));
        return new Checklist([.. gates.OrderByDescending(g => g.IsMine)], caseUrl, mends);
    }
}
