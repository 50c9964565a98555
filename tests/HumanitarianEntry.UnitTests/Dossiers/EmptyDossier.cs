using HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.UnitTests.Dossiers;

/// <summary>DEMO: a dossier of which almost nothing is known.</summary>
internal static class EmptyDossier
{
    private const string Nothing = "Non établi.";

    public static DossierContent Create() => new()
    {
        Header = SampleDossier.Create().Header with { KeyFingerprint = null },
        Versions = [],
        Request = new() { Who = Nothing, EntryAsked = Nothing, LegalBasis = [], Urgency = Nothing, Recommendation = Nothing, Grounds = [], OpenDoubts = [] },
        Case = new() { Priority = Nothing, PriorityReason = Nothing, Persons = 2, Opened = new(2023), LinkedCases = [] },
        Persons = [],
        StayingRelatives = [],
        TravelDocument = new() { WhyNone = [], OwnAuthorities = [], LocalAuthorities = [], Finding = Nothing },
        Host = new() { Country = Nothing, Arrival = Nothing, Stays = [], Procedures = [], Incidents = [], RemovalRisks = [Nothing] },
        Service = new() { EntryIntoService = Nothing, Periods = [], PresenceInUkraine = [], VoluntarinessFinding = Nothing, VoluntarinessReasons = [] },
        Refusal = new() { Narrative = [], Quotations = [], Prosecutions = [], WantedStatus = [] },
        Engagement = new() { Finding = Nothing, Flight = new(2022), FirstContact = new(2023), Items = [], ContraryActs = [] },
        Vetting = new()
        {
            Conclusion = Nothing,
            Method = [],
            Lists = [],
            Results = [],
            NearNamesakes = [],
            UnitResult = Nothing,
            UnitAnalysis = [],
            ExclusionTrigger = null,
            ExclusionElements = [],
            ExclusionConclusion = Nothing,
            Limits = [],
            Acts = [],
            SecondReview = Nothing,
            Dissents = [],
        },
        Risk = new() { OnReturn = [], InHostCountry = [], Sources = [] },
        Needs = new() { Medical = [], Psychological = [], Family = [] },
        Reception = null,
        EarlierApplications = [],
        Declarations = new() { Declaration = Nothing, InOwnWords = null, InterviewLanguage = Nothing, ReadBack = new(2024, 1, 1), Consents = [], Signatories = [] },
        Annexes = [],
    };
}
