using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class WalkTests
{
    [Fact]
    public void To_EveryGateOfCaseA_IsReached()
    {
        foreach (var gate in Enum.GetValues<Gate>().Except([Gate.InformationRequest, Gate.Review, Gate.Nomination, Gate.Commitment]))
        {
            Assert.True(A.Case().To(gate).File.Position.IsOpen(gate), $"{gate} was not reached.");
        }
    }

    [Fact]
    public void Pass_Closure_ClosesTheCase()
    {
        var closed = A.Case().To(Gate.Closure).Pass(Gate.Closure).File;

        Assert.True(closed.Position.Finished);
        Assert.Equal(CaseState.Closed, closed.Position.State);
        Assert.Equal("arrived-settled", closed.DecisionOn(Gate.Closure)!.Outcome);
    }
}
