using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Travel;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Sections 11 to 15: risk, needs, reception, earlier applications, declaration.</summary>
internal static class ClosingPart
{
    public static Content.RiskAssessment Risk(Desk desk)
    {
        var wanted = TravelSafetyGate.IsWanted(desk.File);
        Content.CitedText?[] onReturn =
        [
            wanted || desk.File.Interview.Prosecutions.Count > 0 ? desk.Claims.Behind(desk.Texts.RiskProsecution, "risk-prosecution") : null,
            desk.File.Interview.Service.Count > 0 ? desk.Claims.Behind(desk.Texts.RiskService, "risk-service") : null,
            desk.File.Evidence.Items.Values().Any(i => i.IsPublic) ? desk.Claims.Behind(desk.Texts.RiskPublic, "risk-public") : null,
        ];
        Content.CitedText?[] inHost =
        [
            desk.File.Contact.Now()?.Stay.Until is { } end ? desk.Claims.Behind(FactWords.Fill(desk.Texts.RiskStay, desk.Words.Date(end)), "risk-stay") : null,
            wanted ? desk.Claims.Behind(desk.Texts.RiskWanted, "risk-hand-over") : null,
        ];
        return new Content.RiskAssessment { OnReturn = [.. onReturn.OfType<Content.CitedText>()], InHostCountry = [.. inHost.OfType<Content.CitedText>()], Sources = [] };
    }

    public static Content.SpecificNeeds Needs(Desk desk) => new()
    {
        Medical = Told(desk, "C2", "need-medical"),
        Psychological = Told(desk, "C3", "need-psychological"),
        Family = desk.WasAsked("C1") ? [desk.Claims.Behind(desk.Texts.FamilyRecorded, "need-family")] : [],
    };

    public static Content.ReceptionPlan? Reception(Desk desk) => desk.File.Reception.Offers.Latest() is { } offer
        ? new Content.ReceptionPlan { Partner = desk.Clean(offer.Partner), Place = desk.Texts.NotEstablished, Accommodation = desk.Claims.Behind(desk.Clean(offer.Offer), "reception"), Steps = [], Contact = desk.Texts.ReceptionContact }
        : null;

    /// <summary>What the person said; dates and states of earlier applications are not recorded apart.</summary>
    public static Content.CitedText? Earlier(Desk desk) =>
        desk.Clean(desk.File.Interview.AnswerTo("K1")?.Value) is { Length: > 0 } said
            ? desk.Claims.Behind(FactWords.Fill(desk.Texts.EarlierSaid, desk.Words.Date(desk.File.Interview.Answers.Last(a => a.Value.Code == "K1").Provenance.At), said), "earlier-applications")
            : null;

    /// <exception cref="DossierIncompleteException">The interview was not held or never read back to him.</exception>
    public static Content.Declarations Declarations(Desk desk)
    {
        var session = desk.File.Interview.Sessions.Latest() ?? throw new DossierIncompleteException("interview-missing");
        var readBack = desk.File.Interview.ReadBacks.LastOrDefault() ?? throw new DossierIncompleteException("read-back-missing");
        var day = FactWords.Day(readBack.Provenance.At);
        return new Content.Declarations
        {
            Declaration = desk.Texts.Declaration,
            InOwnWords = null,
            InterviewLanguage = desk.Words.Language(session.Language),
            ReadBack = day,
            Consents = [.. Consents(desk)],
            Signatories =
            [
                new Content.Signatory(desk.Texts.SignApplicant, desk.Texts.SignApplicantText, readBack.Value.Confirmed ? day : null),
                new Content.Signatory(desk.Texts.SignInterviewer, desk.Texts.SignInterviewerText, null),
                .. session.WithInterpreter ? (Content.Signatory[])[new Content.Signatory(desk.Texts.SignInterpreter, desk.Texts.SignInterpreterText, null)] : [],
            ],
        };
    }

    /// <summary>Consents that stand on the day of the dossier and concern it.</summary>
    private static IEnumerable<Content.ConsentScope> Consents(Desk desk) =>
        from recorded in desk.File.Contact.Consents
        let consent = recorded.Consent
        where consent.Purpose is ConsentPurpose.Store or ConsentPurpose.Vet or ConsentPurpose.Reception || (consent.Purpose == ConsentPurpose.Submit && consent.Recipient == desk.Material.Programme.Rules.DestinationState)
        where desk.File.ConsentFor(consent.Purpose, consent.Recipient) == recorded && desk.File.IsAllowed(consent.Purpose, desk.Material.AsOf, consent.Recipient)
        select new Content.ConsentScope(
            desk.Words.Word("purpose", Acts.Keys.Kebab(consent.Purpose.ToString())),
            consent.Recipient is null ? desk.Texts.OwnOrganisation : desk.Words.Country(consent.Recipient),
            FactWords.Day(recorded.Provenance.At), consent.TextVersion, desk.Words.Language(consent.Language));

    private static IReadOnlyList<Content.CitedText> Told(Desk desk, string code, string claim) => desk.Said(code) is { } said ? [desk.Claims.Behind(said, claim)] : [];
}
