using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using P = HumanitarianEntry.Domain.Dossiers.DisclosedPart;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>
/// What of a dossier's content the recipient gets. Built from the parts that the profile allows: what is not named here is in no dossier, so a part that is added to the content
/// and forgotten here is absent, not disclosed.
/// </summary>
internal static class DisclosureCut
{
    public static DossierContent Of(DossierContent full, DisclosureProfile profile, DossierTexts texts)
    {
        var (sentence, brief) = (texts.Document.NotDisclosed, texts.Document.NotDisclosedShort);
        IReadOnlyList<T> Only<T>(P part, IReadOnlyList<T> all) => profile.Allows(part) ? all : [];
        CitedText Cited(P part, CitedText text) => profile.Allows(part) ? text : sentence;
        string Short(P part, string text) => profile.Allows(part) ? text : brief;
        CitedText ShortCited(P part, CitedText text) => profile.Allows(part) ? text : brief;
        return new DossierContent
        {
            Header = full.Header,
            Versions = full.Versions,
            Request = full.Request with { Grounds = Only(P.Findings, full.Request.Grounds), OpenDoubts = Only(P.Doubts, full.Request.OpenDoubts) },
            Case = full.Case with
            {
                PriorityReason = Cited(P.PriorityReason, full.Case.PriorityReason),
                LinkedCases = Only(P.LinkedCases, full.Case.LinkedCases),
                Way = profile.Allows(P.CaseWay) ? full.Case.Way : null,
            },
            Persons = [.. full.Persons.Select(p => p with
            {
                Spellings = Only(P.NameSpellings, p.Spellings),
                BirthPlace = Short(P.BirthPlace, p.BirthPlace),
                Photograph = profile.Allows(P.Photograph) ? p.Photograph : null,
                DocumentsHeld = [.. p.DocumentsHeld.Select(d => d with { Number = Short(P.DocumentNumbers, d.Number) })],
                IdentityGradeReason = Cited(P.IdentityReasons, p.IdentityGradeReason),
            })],
            StayingRelatives = [.. Only(P.Relatives, full.StayingRelatives).Select(r => r with { Country = profile.Allows(P.RelativeCountries) ? r.Country : texts.Facts.WithheldCountry })],
            TravelDocument = full.TravelDocument with
            {
                WhyNone = Only(P.TravelDocumentReasons, full.TravelDocument.WhyNone),
                OwnAuthorities = Only(P.TravelDocumentReasons, full.TravelDocument.OwnAuthorities),
                LocalAuthorities = Only(P.TravelDocumentReasons, full.TravelDocument.LocalAuthorities),
            },
            Host = full.Host with { Stays = Only(P.Stays, full.Host.Stays), Procedures = Only(P.HostEvents, full.Host.Procedures), Incidents = Only(P.HostEvents, full.Host.Incidents) },
            Service = full.Service with
            {
                Periods = [.. full.Service.Periods.Select(p => p with
                {
                    Unit = Short(P.UnitNames, p.Unit),
                    Place = Short(P.ServicePlaces, p.Place),
                    Rank = Short(P.ServicePosts, p.Rank),
                    Post = ShortCited(P.ServicePosts, p.Post),
                })],
                PresenceInUkraine = [.. full.Service.PresenceInUkraine.Select(p => p with { Place = Short(P.ServicePlaces, p.Place), Task = p.Task.Text.Length == 0 ? brief : p.Task })],
                VoluntarinessReasons = Only(P.Voluntariness, full.Service.VoluntarinessReasons),
            },
            Refusal = full.Refusal with
            {
                Narrative = Only(P.Statement, full.Refusal.Narrative),
                Quotations = Only(P.Statement, full.Refusal.Quotations),
                Prosecutions = Only(P.Prosecutions, full.Refusal.Prosecutions),
                WantedStatus = Only(P.WantedStatus, full.Refusal.WantedStatus),
            },
            Engagement = full.Engagement with
            {
                Items = [.. full.Engagement.Items.Select(i => i with { Description = Cited(P.EvidenceDescriptions, i.Description), HowVerified = profile.Allows(P.EvidenceChecks) ? i.HowVerified : sentence })],
                ContraryActs = Only(P.ContraryActs, full.Engagement.ContraryActs),
                ContraryMarks = Only(P.ContraryActs, full.Engagement.ContraryMarks),
                Gaps = Only(P.ContraryActs, full.Engagement.Gaps),
            },
            Vetting = full.Vetting with
            {
                Lists = Only(P.VettingLists, full.Vetting.Lists),
                Results = Only(P.VettingResults, full.Vetting.Results),
                NearNamesakes = Only(P.Namesakes, full.Vetting.NearNamesakes),
                UnitAnalysis = Only(P.UnitAnalysis, full.Vetting.UnitAnalysis),
                ExclusionTrigger = profile.Allows(P.ExclusionAssessment) ? full.Vetting.ExclusionTrigger : null,
                ExclusionElements = Only(P.ExclusionAssessment, full.Vetting.ExclusionElements),
                Acts = Only(P.Reviewers, full.Vetting.Acts),
                Dissents = Only(P.Dissents, full.Vetting.Dissents),
            },
            Risk = full.Risk,
            Needs = new SpecificNeeds { Medical = Only(P.Medical, full.Needs.Medical), Psychological = Only(P.Psychological, full.Needs.Psychological), Family = Only(P.FamilyNeeds, full.Needs.Family) },
            Reception = profile.Allows(P.ReceptionPlan) && full.Reception is { } plan ? plan with { Contact = Short(P.ReceptionContact, plan.Contact) } : null,
            EarlierAccount = profile.Allows(P.EarlierApplications) ? full.EarlierAccount : null,
            EarlierApplications = Only(P.EarlierApplications, full.EarlierApplications),
            Declarations = full.Declarations,
            Annexes = full.Annexes,
            AnnexesWithheld = full.AnnexesWithheld,
            // Made of what travels to this recipient anyway (TranslationPart).
            Translations = full.Translations,
            Withheld = Withheld(profile),
            // Cut where it is made: a row goes with the part that says it.
            Claims = full.Claims,
            Disclosure = new DisclosureStamp(profile.Name, profile.Hash),
        };
    }

    public static IReadOnlySet<DossierPart> Withheld(DisclosureProfile profile) =>
        Enum.GetValues<P>().Where(p => !profile.Allows(p)).Select(p => Enum.Parse<DossierPart>(p.ToString())).ToHashSet();
}
