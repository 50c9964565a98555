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
        string?[] onReturn =
        [
            wanted || desk.File.Interview.Prosecutions.Count > 0 ? desk.Texts.RiskProsecution : null,
            desk.File.Interview.Service.Count > 0 ? desk.Texts.RiskService : null,
            desk.File.Evidence.Items.Values().Any(i => i.IsPublic) ? desk.Texts.RiskPublic : null,
        ];
        string?[] inHost =
        [
            desk.File.Contact.Stays.Latest()?.Until is { } end ? FactWords.Fill(desk.Texts.RiskStay, desk.Words.Date(end)) : null,
            wanted ? desk.Texts.RiskWanted : null,
        ];
        return new Content.RiskAssessment { OnReturn = Cited(onReturn), InHostCountry = Cited(inHost), Sources = [] };
    }

    public static Content.SpecificNeeds Needs(Desk desk) => new()
    {
        Medical = Cited([desk.Said("C2")]),
        Psychological = Cited([desk.Said("C3")]),
        Family = desk.WasAsked("C1") ? [desk.Texts.FamilyRecorded] : [],
    };

    public static Content.ReceptionPlan? Reception(Desk desk) => desk.File.Reception.Offers.Latest() is { } offer
        ? new Content.ReceptionPlan { Partner = desk.Clean(offer.Partner), Place = desk.Texts.NotEstablished, Accommodation = desk.Clean(offer.Offer), Steps = [], Contact = desk.Texts.ReceptionContact }
        : null;

    /// <summary>What the person said; dates and states of earlier applications are not recorded apart.</summary>
    public static Content.CitedText? Earlier(Desk desk) =>
        desk.Clean(desk.File.Interview.AnswerTo("K1")?.Value) is { Length: > 0 } said
            ? FactWords.Fill(desk.Texts.EarlierSaid, desk.Words.Date(desk.File.Interview.Answers.Last(a => a.Value.Code == "K1").Provenance.At), said)
            : (Content.CitedText?)null;

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

    private static IReadOnlyList<Content.CitedText> Cited(IEnumerable<string?> texts) => [.. texts.OfType<string>().Select(t => new Content.CitedText(t))];
}
