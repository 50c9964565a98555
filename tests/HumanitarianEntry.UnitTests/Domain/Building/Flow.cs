using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.UnitTests.Domain.Building;

/// <summary>The order of gates of handbook section 2, so that the rules can be walked without the workflow engine.</summary>
internal static class Flow
{
    /// <summary>Gates that open after a decision; the gate itself means that it stays open for another round.</summary>
    public static Gate[] After(Gate gate, string outcome) => (gate, outcome) switch
    {
        (Gate.Referral, "accept") => [Gate.Consent],
        (Gate.Referral, "signpost" or "duplicate") => [Gate.Closure],
        (Gate.Consent, "consented" or "partial") => [Gate.Identity],
        (Gate.Consent, "refused") => [Gate.Closure],
        (Gate.Identity, "verified") => [Gate.Interview],
        (Gate.Interview, "complete" or "trigger") => [Gate.Vetting, Gate.Evidence],
        (Gate.Vetting or Gate.Evidence, _) => [Gate.Recommendation],
        (Gate.Recommendation, "recommend") => [Gate.Routing],
        (Gate.Recommendation, "return-to-interview") => [Gate.Interview],
        (Gate.Recommendation, "return-to-vetting") => [Gate.Vetting],
        (Gate.Recommendation, "return-to-evidence") => [Gate.Evidence],
        (Gate.Recommendation, "not-recommended") => [Gate.Closure],
        (Gate.Routing, "route") => [Gate.Dossier],
        (Gate.Routing, "none-open") => [Gate.Closure],
        (Gate.Dossier, "released") => [Gate.Submission],
        (Gate.Nomination, "agreed") => [Gate.Submission],
        (Gate.Submission, "sent") => [Gate.Decision],
        (Gate.Decision, "information-requested") => [Gate.InformationRequest],
        (Gate.Decision, "accepted" or "accepted-in-part" or "accepted-on-condition") => [Gate.TravelDocument],
        (Gate.Decision, "refused" or "not-considered" or "lapsed" or "revoked") => [Gate.Review],
        (Gate.InformationRequest, "answered" or "partly" or "cannot-answer") => [Gate.Decision],
        (Gate.Review, "appeal") => [Gate.Decision],
        (Gate.Review, "resubmit") => [Gate.Routing],
        (Gate.Review, "accept-refusal") => [Gate.Closure],
        (Gate.Commitment, "visa-granted") => [Gate.TravelDocument],
        (Gate.Commitment, "visa-refused" or "revoked") => [Gate.Review],
        (Gate.TravelDocument, "issued") => [Gate.TravelSafety],
        (Gate.TravelDocument, "refused") => [Gate.Review],
        (Gate.TravelSafety, "go" or "go-with-escort") => [Gate.Journey],
        (Gate.TravelSafety, "document-expired") => [Gate.TravelDocument],
        (Gate.Journey, "arrived") => [Gate.Reception],
        (Gate.Journey, _) => [Gate.TravelSafety],
        (Gate.Reception, "accepted") => [Gate.Closure],
        (Gate.Closure, _) => [],
        _ => [gate],
    };
}
