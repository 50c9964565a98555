using HumanitarianEntry.Domain.Dossiers;

namespace HumanitarianEntry.Web.Shared.Recipients;

/// <summary>The parts of a dossier as the people name them who decide what a recipient gets.</summary>
public static class PartWords
{
    public static string Of(DisclosedPart part) => part switch
    {
        DisclosedPart.PriorityReason => S("Reason for the priority"),
        DisclosedPart.LinkedCases => S("Numbers of linked cases"),
        DisclosedPart.CaseWay => S("Steps of the examination with their days"),
        DisclosedPart.NameSpellings => S("Other names and spellings"),
        DisclosedPart.BirthPlace => S("Place of birth"),
        DisclosedPart.Photograph => S("Photograph of the person"),
        DisclosedPart.DocumentNumbers => S("Numbers of papers"),
        DisclosedPart.IdentityReasons => S("Reasons for the grade of identity"),
        DisclosedPart.Relatives => S("Relatives who stay, by pseudonym"),
        DisclosedPart.RelativeCountries => S("Countries of these relatives"),
        DisclosedPart.TravelDocumentReasons => S("Why there is no travel document"),
        DisclosedPart.Stays => S("Permits and periods of stay"),
        DisclosedPart.HostEvents => S("Procedures and incidents in the country of stay"),
        DisclosedPart.UnitNames => S("Numbers and names of units"),
        DisclosedPart.ServicePlaces => S("Places of service"),
        DisclosedPart.ServicePosts => S("Ranks and posts"),
        DisclosedPart.ServiceAccount => S("What the person told of the service"),
        DisclosedPart.Voluntariness => S("Reasons on voluntariness"),
        DisclosedPart.Statement => S("The person’s account and quotations"),
        DisclosedPart.Prosecutions => S("Prosecutions"),
        DisclosedPart.WantedStatus => S("Entries of wanted lists"),
        DisclosedPart.EvidenceDescriptions => S("Descriptions of the evidence"),
        DisclosedPart.EvidenceChecks => S("How the evidence was verified"),
        DisclosedPart.ContraryActs => S("What speaks against, and gaps"),
        DisclosedPart.Findings => S("Findings of the recommendation"),
        DisclosedPart.Doubts => S("Doubts and conditions"),
        DisclosedPart.VettingLists => S("Lists that were searched"),
        DisclosedPart.VettingResults => S("Results of the searches"),
        DisclosedPart.Namesakes => S("Close namesakes, explained"),
        DisclosedPart.UnitAnalysis => S("Analysis of units and incidents"),
        DisclosedPart.ExclusionAssessment => S("Exclusion assessment, element by element"),
        DisclosedPart.Reviewers => S("Who checked, by function"),
        DisclosedPart.Dissents => S("Dissenting views"),
        DisclosedPart.Medical => S("Medical needs and papers"),
        DisclosedPart.Psychological => S("Psychological needs"),
        DisclosedPart.FamilyNeeds => S("Needs of the family"),
        DisclosedPart.ReceptionPlan => S("Plan of reception"),
        DisclosedPart.ReceptionContact => S("Contact of the reception"),
        DisclosedPart.EarlierApplications => S("Earlier applications"),
    };
}
