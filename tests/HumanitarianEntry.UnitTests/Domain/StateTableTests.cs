using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class StateTableTests
{
    [Fact]
    public void For_EveryState_IsItsOwnRow() => Assert.All(Enum.GetValues<CaseState>(), s => Assert.Equal(s, StateTable.For(s).State));

    [Fact]
    public void Rows_EveryGate_BelongsToExactlyOneState() =>
        Assert.All(Enum.GetValues<Gate>(), g => Assert.Single(StateTable.Rows, r => r.Gates.Contains(g)));

    [Fact]
    public void StateOf_EveryGateAlone_HasALabel() => Assert.All(Enum.GetValues<Gate>(), g => Assert.Contains(g, StateTable.For(At(g).State).Gates));

    [Fact]
    public void StateOf_GatesOfTwoStates_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => At(Gate.Interview, Gate.Vetting).State);
        Assert.Throws<InvalidOperationException>(() => At().State);
    }

    [Theory]
    [InlineData(Gate.Vetting, Gate.Evidence)]
    [InlineData(Gate.Evidence, Gate.Vetting)]
    [InlineData(Gate.Vetting, Gate.Vetting)]
    public void StateOf_VettingBesideEvidence_IsOneState(Gate one, Gate other) => Assert.Equal(CaseState.VettingAndEvidence, At(one, other).State);

    [Theory]
    [InlineData(SidePath.Emergency, CaseState.Emergency)]
    [InlineData(SidePath.Parked, CaseState.Parked)]
    [InlineData(SidePath.Sealed, CaseState.Sealed)]
    public void StateOf_SidePath_CoversTheGates(SidePath path, CaseState expected)
    {
        var frozen = At(Gate.Dossier) with { SidePath = path };

        Assert.Equal(expected, frozen.State);
        Assert.False(frozen.IsOpen(Gate.Dossier));
    }

    [Theory]
    [InlineData(StateTable.WithdrawnOutcome, CaseState.Withdrawn)]
    [InlineData("Closed", CaseState.Closed)]
    [InlineData(null, CaseState.Closed)]
    public void StateOf_FinishedRun_IsClosedOrWithdrawn(string? outcome, CaseState expected) => Assert.Equal(expected, new Position([], null, outcome, true).State);

    [Theory]
    [InlineData(CaseState.Referred, CaseState.Submitted)]
    [InlineData(CaseState.Intake, CaseState.VettingAndEvidence)]
    [InlineData(CaseState.VettingAndEvidence, CaseState.Dossier)]
    [InlineData(CaseState.Submitted, CaseState.Travelling)]
    [InlineData(CaseState.TravelDocument, CaseState.Travelling)]
    [InlineData(CaseState.Closed, CaseState.Submitted)]
    [InlineData(CaseState.Closed, CaseState.Closing)]
    [InlineData(CaseState.Withdrawn, CaseState.Closing)]
    public void IsLegal_MoveThatTheHandbookDoesNotKnow_IsFalse(CaseState from, CaseState to) => Assert.False(StateTable.IsLegal(from, to));

    [Theory]
    [InlineData(CaseState.Assessment, CaseState.Interviewing)]
    [InlineData(CaseState.Interviewing, CaseState.Assessment)]
    [InlineData(CaseState.Assessment, CaseState.VettingAndEvidence)]
    [InlineData(CaseState.Submitted, CaseState.InfoRequested)]
    [InlineData(CaseState.InfoRequested, CaseState.Submitted)]
    [InlineData(CaseState.ReviewOrAppeal, CaseState.Routing)]
    [InlineData(CaseState.Closed, CaseState.ConsentPending)]
    [InlineData(CaseState.Emergency, CaseState.TravelDocument)]
    public void IsLegal_MoveOfTheHandbook_IsTrue(CaseState from, CaseState to) => Assert.True(StateTable.IsLegal(from, to));

    [Fact]
    public void IsLegal_ClosingAndSidePaths_FromEveryRunningState()
    {
        foreach (var from in StateTable.Rows.Where(r => r.Gates.Length > 0).Select(r => r.State))
        {
            Assert.All(new[] { CaseState.Closing, CaseState.Withdrawn, CaseState.Emergency, CaseState.Parked, CaseState.Sealed }, to => Assert.True(StateTable.IsLegal(from, to), $"{from} -> {to}"));
        }
    }

    private static Position At(params Gate[] gates) => new([.. gates.Select(g => new OpenGate(g, DateTimeOffset.UnixEpoch))], null, null, false);
}
