using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class HandOverTests
{
    private static readonly PrepareReception Package = new("Artyom", "ru", "A quiet room.");

    [Fact]
    public void Package_BeforeBoarding_IsDisclosedWithTheBoarding()
    {
        var leaving = A.Case().To(Gate.Journey).Do(People.Coordinator, Package);

        Assert.Empty(leaving.Last!.Disclosures);
        Assert.Empty(leaving.Do(People.Applicant, new RecordCheckIn(TravelEvent.PassedExitControl)).Last!.Disclosures);
        Assert.Equal("Hand-over package", Assert.Single(leaving.Do(People.Applicant, new RecordCheckIn(TravelEvent.Boarded)).Last!.Disclosures).What);
        Assert.Empty(leaving.Do(People.Applicant, new RecordCheckIn(TravelEvent.Landed)).Last!.Disclosures);
        Assert.Single(leaving.Do(People.Coordinator, Package with { Needs = "A doctor." }).Last!.Disclosures);
    }

    [Fact]
    public void Package_AfterTheCaseBeganAgain_WaitsForTheNewBoarding()
    {
        var arrived = A.Case().To(Gate.Journey).Do(People.Applicant, new RecordCheckIn(TravelEvent.Boarded)).Do(People.Coordinator, Package);
        Assert.Single(RoleView.For(Role.ReceptionPartner, arrived.File).Reception.Packages);

        var again = arrived.Do(People.Coordinator, new CloseEarly("removed", "Turned back at the border.")).Do(People.Coordinator, new ReopenCase(ReopeningCause.NewFacts, "A new route."));

        Assert.Empty(RoleView.For(Role.ReceptionPartner, again.File).Reception.Packages);
        Assert.False(HandOver.HasBegun(again.File));
    }

    [Fact]
    public void CheckIn_InAnEmergency_IsTakenAndToldToThoseWhoProtectHim()
    {
        var frozen = A.Case().To(Gate.Journey).Do(People.Protection, new OpenEmergency("missing", "No sign for an hour."));

        Assert.Contains(frozen.Do(People.Applicant, new RecordCheckIn(TravelEvent.Admitted)).Last!.Told, t => t.Role == Role.ProtectionOfficer);
        Assert.Equal(TravelEvent.Admitted, frozen.File.Travel.CheckIns[^1].Value.Event);
    }

    [Fact]
    public void Message_ReachesSomebodyWhoReadsIt()
    {
        var alone = A.Case().To(Gate.Consent).Do(People.Applicant, new SendMessage("Help."));
        Assert.Equal([Role.Coordinator], alone.Last!.Told.Select(t => t.Role));

        alone.Do(People.Applicant, new OpenEmergency("detained", "")).Do(People.Applicant, new SendMessage("Help."));
        Assert.Equal([Role.Coordinator, Role.ProtectionOfficer], alone.Last!.Told.Select(t => t.Role));

        var accompanied = A.Case().To(Gate.Identity).Do(People.Coordinator, new AssignStaff(People.Screener.Id, Role.Screener, People.Screener.Team));
        Assert.Equal([Role.Screener], accompanied.Do(People.Applicant, new SendMessage("A question.")).Last!.Told.Select(t => t.Role));
    }
}
