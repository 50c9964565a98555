using HumanitarianEntry.Domain.Gates;
using Xunit;

namespace HumanitarianEntry.WebTests.Hosting;

public sealed class CaseHostTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Theory]
    [InlineData(Gate.Referral)]
    [InlineData(Gate.Interview)]
    [InlineData(Gate.Recommendation)]
    public async Task CaseAt_Gate_ThatGateIsOpen(Gate gate)
    {
        var demo = await host.CaseAtAsync(gate);
        var file = await host.FileAsync(demo.Id);
        Assert.True(file.Position.IsOpen(gate));
        Assert.Contains(file.Assignments, a => a.StaffId == demo.Crew.SecondVetter.Id);
        Assert.Equal(20, demo.AccessCode.Count(char.IsAsciiDigit));
    }
}
