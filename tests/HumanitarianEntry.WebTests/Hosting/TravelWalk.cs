using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Travel;

namespace HumanitarianEntry.WebTests.Hosting;

/// <summary>Walks an invented case (DEMO) on from the travel document to the arrival.</summary>
public static class TravelWalk
{
    private static readonly Gate[] Steps = [Gate.TravelDocument, Gate.TravelSafety, Gate.Journey];

    /// <summary>A case that waits at this gate between travel document and reception; nothing of the gate's own work is done yet.</summary>
    public static async Task<DemoCase> CaseOnTheWayAsync(this CaseHost host, Gate gate)
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.TravelDocument);
        foreach (var step in Steps.TakeWhile(s => s != gate))
        {
            await host.PassTravelAsync(demo, step);
        }

        return demo;
    }

    public static async Task PassTravelAsync(this CaseHost host, DemoCase demo, Gate gate)
    {
        var (id, crew) = (demo.Id, demo.Crew);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        switch (gate)
        {
            case Gate.TravelDocument:
                await host.DoAsync(
                    crew.SubmissionOfficer.Actor, id, new RecordTravelPaper(TravelPaperKind.LaissezPasser, "DEMO 00", today.AddDays(-1), today.AddDays(30)) { CarrierAccepts = true },
                    new DecideGate(Gate.TravelDocument, "issued", "DEMO: in hand."));
                break;
            case Gate.TravelSafety:
                await host.DoAsync(crew.Protection.Actor, id, Safe, new ProposeDecision(Gate.TravelSafety, "go", "DEMO: nobody holds him."));
                await host.ActAsync(crew.Counsel.Actor, id, new SecondDecision(Gate.TravelSafety, "go", "DEMO: agreed."));
                break;
            case Gate.Journey:
                await host.DoAsync(crew.Protection.Actor, id, new RecordCheckIn(TravelEvent.Boarded), new RecordCheckIn(TravelEvent.Admitted), new DecideGate(Gate.Journey, "arrived", "DEMO: admitted."));
                break;
            default:
                throw new ArgumentException($"This walk does not pass {gate}.", nameof(gate));
        }
    }

    private static CheckTravel Safe => new(WantedScope.None, "DEMO offline list", Finding.No, Finding.No, Finding.No, Finding.No) { Route = ["KZ", "TR", "FR"], CounselOnCall = true };
}
