namespace HumanitarianEntry.Domain.Gates;

/// <summary>The points after a step where a named person decides and participants are told (handbook section 2, G0-G16 and P2).</summary>
public enum Gate
{
    Referral,
    Consent,
    Identity,
    Interview,
    Vetting,
    Evidence,
    Recommendation,
    Routing,
    Dossier,
    Nomination,
    Submission,
    InformationRequest,
    Decision,
    Review,
    Commitment,
    TravelDocument,
    TravelSafety,
    Journey,
    Reception,
    Closure,
}
