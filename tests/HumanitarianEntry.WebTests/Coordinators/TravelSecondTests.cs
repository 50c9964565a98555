using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Coordinators;

public sealed class TravelSecondTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task TravelSafety_Proposed_CoordinatorSecondsWithoutSeeingThePlan()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.TravelDocument);
        var (officer, protection) = (demo.Crew.SubmissionOfficer.Actor, demo.Crew.Protection.Actor);
        await host.DoAsync(
            officer, demo.Id,
            new RecordTravelPaper(TravelPaperKind.LaissezPasser, "DEMO-9", new DateOnly(2026, 1, 1), new DateOnly(2099, 1, 1)) { CarrierAccepts = true },
            new DecideGate(Gate.TravelDocument, "issued", "DEMO: in hand."));
        await host.DoAsync(
            protection, demo.Id,
            new CheckTravel(WantedScope.None, "DEMO list", Finding.No, Finding.No, Finding.No, Finding.No) { Route = ["KZ", "DE", "FR"], Carrier = "DEMO carrier", CounselOnCall = true },
            new ProposeDecision(Gate.TravelSafety, "go", "DEMO route reason"));
        var path = $"/coordinators/cases/{demo.Reference}";
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);

        var gate = await coordinator.GetAsync(path + "/gates/travel-safety");

        Assert.Contains("Decide as the second person", gate.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO route reason", gate.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO carrier", (await coordinator.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(path, (await coordinator.SubmitAsync(gate, new() { ["Form.Outcome"] = "go", ["Form.Reason"] = "DEMO: I agree." })).Location);
        Assert.True((await host.FileAsync(demo.Id)).Position.IsOpen(Gate.Journey));
        var partner = RoleView.For(Role.ReceptionPartner, await host.FileAsync(demo.Id));
        Assert.Empty(partner.Travel.Checks);
    }
}
