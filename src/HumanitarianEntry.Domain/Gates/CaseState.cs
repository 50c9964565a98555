namespace HumanitarianEntry.Domain.Gates;

/// <summary>The label of a case: a function of its open gates, its side path and how its run ended (design 11.2). Never stored as a choice.</summary>
public enum CaseState
{
    Referred,
    ConsentPending,
    Intake,
    Interviewing,
    VettingAndEvidence,
    Assessment,
    Routing,
    Dossier,
    Submitted,
    InfoRequested,
    ReviewOrAppeal,
    CommitmentIssued,
    TravelDocument,
    TravelHold,
    Travelling,
    Arrived,
    Closing,
    Closed,
    Withdrawn,
    Emergency,
    Parked,
    Sealed,
}
