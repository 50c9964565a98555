using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.HostCountries;
using HumanitarianEntry.Domain.SidePaths;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.Building;

/// <summary>
/// A case that becomes what it is only through real acts: each is checked first and must meet no blocker. Stands in for the runner: clock, act ids and the
/// position of the run. Facts are never set by hand.
/// </summary>
public sealed partial class CaseBuilder
{
    public static readonly DateTimeOffset FirstContact = new(2023, 5, 2, 9, 0, 0, TimeSpan.Zero);
    private int acts;

    public CaseBuilder()
    {
        File = new CaseFile
        {
            Id = new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]),
            Reference = "K7Q-4MZ",
            ProgrammeId = Programmes.France.Id,
            CountryOfStay = "KZ",
            Priority = Priority.Normal,
            OpenedAt = FirstContact,
        };
    }

    public CaseFile File { get; private set; }
    public DateTimeOffset Now { get; private set; } = FirstContact;
    public ProgrammeRules Programme { get; private set; } = Programmes.France;
    public ActOutcome? Last { get; private set; }

    /// <summary>Does an act that nothing stands against.</summary>
    public CaseBuilder Do(Actor actor, Act act)
    {
        var context = Context(actor);
        var blockers = Codes(act, context);
        Assert.True(blockers.Count == 0, $"{act.GetType().Name} at {string.Join("+", Open)} was refused: {string.Join(", ", act.Check(File, context).Select(b => b.Code + " (" + b.Message + ")"))}");
        Last = act.Apply(File, context);
        acts++;
        File = Last.File;
        Move(Last);
        Now = Now.AddMinutes(1);
        return this;
    }

    /// <summary>The codes of what stands against an act; asking changes nothing.</summary>
    public IReadOnlyList<string> Refusals(Actor actor, Act act) => Codes(act, Context(actor));

    public IReadOnlyList<string> GateBlockers(Gate gate, string outcome, Actor actor) => [.. GateRules.Check(File, Context(actor), gate, outcome).Blockers.Select(b => b.Code)];

    public CaseBuilder Later(double days)
    {
        Now = Now.AddDays(days);
        return this;
    }

    /// <summary>The profile of the country of stay.</summary>
    public HostRules Host { get; private set; } = HostRules.None;

    public CaseBuilder Hosted(HostRules host)
    {
        Host = host;
        return this;
    }

    public CaseBuilder Under(Func<ProgrammeRules, ProgrammeRules> change)
    {
        Programme = change(Programme);
        return this;
    }

    public ActContext Context(Actor actor) => new(new Guid(acts + 1, 9, 9, [0, 0, 0, 0, 0, 0, 0, 2]), actor, Now, Programme) { Host = Host };

    private IEnumerable<Gate> Open => File.Position.Open.Select(o => o.Gate);

    private List<string> Codes(Act act, ActContext context)
    {
        Assert.Contains(context.Actor.Role, ActCatalogue.RuleOf(act).Roles);
        return [.. act.Check(File, context).Select(b => b.Code)];
    }

    private void Move(ActOutcome outcome)
    {
        var position = outcome.Restarts ? Position.BeforeStart with { BeganAt = Now } : File.Position;
        if (outcome.SidePath is { } side)
        {
            position = position with { SidePath = side.Enter };
        }

        if (outcome.Event is WithdrawCase.Event or CloseEarly.Event)
        {
            position = position with { Open = [], RunOutcome = outcome.Event == WithdrawCase.Event ? StateTable.WithdrawnOutcome : "Closed", Finished = true };
        }

        if (outcome is { StaysPut: false, Decided: { } decided })
        {
            var rest = position.Open.RemoveAll(o => o.Gate == decided.Gate);
            var joinWaits = decided.Gate is Gate.Vetting or Gate.Evidence && rest.Count > 0;
            var next = joinWaits ? [] : Flow.After(decided.Gate, decided.Outcome);
            position = position with { Open = rest.AddRange(next.Select(g => new OpenGate(g, Now))), Finished = next.Length == 0 && !joinWaits, RunOutcome = next.Length == 0 && !joinWaits ? "Closed" : null };
        }

        File = File with { Position = position };
    }

    private void Opens(Gate gate) => File = File with { Position = new Position(ImmutableList.Create(new OpenGate(gate, Now)), null, null, false) };
}
