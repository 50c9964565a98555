using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Reception;

namespace HumanitarianEntry.Domain.Travel;

[ActKind("record-travel-paper", Compartment.Travel, Role.SubmissionOfficer, Role.EmbassyLiaison, Role.ProtectionOfficer)]
public sealed record RecordTravelPaper(TravelPaperKind Kind, string Number, DateOnly ValidFrom, DateOnly ValidUntil) : Act
{
    public bool SingleJourney { get; init; } = true;
    public ImmutableList<string> RouteAllowed { get; init; } = [];
    public bool CarrierAccepts { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Position.IsOpen(Gate.TravelDocument))
        {
            yield return new Blocker("gate-is-not-open", $"No travel paper is due: the case is at {file.Position.State}.");
        }

        if (ValidUntil < ValidFrom)
        {
            yield return new Blocker("document-expires-before-issue", "The paper would expire before it is valid.");
        }

        if (string.IsNullOrWhiteSpace(Number))
        {
            yield return new Blocker("number-missing", "Write the number of the paper.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var paper = new TravelPaper(Kind, Number.Trim(), ValidFrom, ValidUntil, SingleJourney, RouteAllowed, CarrierAccepts);
        return new(file with { Travel = file.Travel with { Papers = file.Travel.Papers.Add(context.Record(paper, "post")) } });
    }
}

[ActKind("check-travel", Compartment.Travel, Role.ProtectionOfficer)]
public sealed record CheckTravel(WantedScope Wanted, string WantedSource, Finding ExitBan, Finding OpenHostCase, Finding OverstayFine, Finding RemovalOrder) : Act
{
    public ImmutableList<string> Route { get; init; } = [];
    public string Carrier { get; init; } = string.Empty;
    public string CheckInTimes { get; init; } = string.Empty;
    public string AbortCriteria { get; init; } = string.Empty;
    public bool CounselOnCall { get; init; }
    public ImmutableList<string> ConditionsMet { get; init; } = [];

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(WantedSource))
        {
            yield return new Blocker("source-missing", "Say how the wanted status was established: offline list, lawyer, relative.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var check = new TravelCheck(Wanted, WantedSource, ExitBan, OpenHostCase, OverstayFine, RemovalOrder, Route, Carrier, CheckInTimes, AbortCriteria, CounselOnCall, ConditionsMet);
        return new(file with { Travel = file.Travel with { Checks = file.Travel.Checks.Add(context.Record(check, WantedSource, Confidence.Confirmed)) } });
    }
}

[ActKind("check-in", Compartment.Travel, Role.ProtectionOfficer, Role.Applicant)]
public sealed record RecordCheckIn(TravelEvent Event) : Act
{
    public string? Note { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        // A freeze does not close it: the way to say "I am safe" stays open in an emergency (design 11.7).
        if (!file.Position.Open.Any(o => o.Gate == Gate.Journey))
        {
            yield return new Blocker("gate-is-not-open", $"No journey is under way: the case is at {file.Position.State}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var after = file with { Travel = file.Travel with { CheckIns = file.Travel.CheckIns.Add(context.Record(new CheckIn(Event, Note), "check-in")) } };
        var (opened, disclosed, isHalted) = HandOver.Opened(file, after, context);
        return new(opened)
        {
            // The partner hears of a journey only when nobody can be stopped at the exit any more (handbook G14).
            Told = [
                .. Event == TravelEvent.Boarded ? [new Told(Role.ReceptionPartner, "person-is-on-the-way")] : Array.Empty<Told>(),
                .. isHalted ? [new Told(Role.Coordinator, HandOver.NotAllowedTopic)] : Array.Empty<Told>(),
                .. file.Position.SidePath is null ? Array.Empty<Told>() : [new Told(Role.ProtectionOfficer, "check-in-in-emergency")],
            ],
            Disclosures = disclosed,
        };
    }
}
