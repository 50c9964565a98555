using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Sections 11 to 15: risk, needs, reception, earlier applications, declaration.</summary>
internal static class ClosingPart
{
    public static Content.RiskAssessment Risk(Desk desk)
    {
        Content.CitedText?[] onReturn =
        [
            SaysProsecution(desk) ? desk.Claims.Behind(desk.Texts.RiskProsecution, "risk-prosecution") : null,
            desk.File.Interview.Service.Count > 0 ? desk.Claims.Behind(desk.Texts.RiskService, "risk-service") : null,
            desk.File.Evidence.Items.Values().Any(i => i.IsPublic) ? desk.Claims.Behind(desk.Texts.RiskPublic, "risk-public") : null,
        ];
        Content.CitedText?[] inHost =
        [
            .. LawPart.Dangers(desk),
            desk.File.Contact.Now()?.Stay.Until is { } end ? desk.Claims.Behind(FactWords.Fill(desk.Texts.RiskStay, desk.Words.Date(end)), "risk-stay") : null,
            SaysWanted(desk) ? desk.Claims.Behind(desk.Texts.RiskWanted, "risk-hand-over") : null,
        ];
        return new Content.RiskAssessment { OnReturn = [.. onReturn.OfType<Content.CitedText>()], InHostCountry = [.. inHost.OfType<Content.CitedText>()], Sources = [.. Sources(desk)] };
    }

    /// <summary>Published reports, as they were published: nothing is taken out of them, and what must not leave would be found by the search of the finished file.</summary>
    private static IEnumerable<Content.CountrySource> Sources(Desk desk) =>
        from report in desk.Material.Reports
        let says = report.SaysIn(desk.Words.LanguageOfDossier)
        select new Content.CountrySource(report.Title, report.Address, report.Publisher, FactWords.Of(report.PublishedOn), says.Text, says.Language);

    /// <summary>An entry of a list of the own state about him was confirmed, and this recipient is told so. One that is still to be told apart is no statement.</summary>
    internal static bool SaysWanted(Desk desk) => desk.May(DisclosedPart.WantedStatus) && VettingBackings.Confirmed(desk.File).Any();

    internal static bool SaysProsecution(Desk desk) => SaysWanted(desk) || (desk.May(DisclosedPart.Prosecutions) && desk.File.Interview.Prosecutions.Count > 0);

    public static Content.SpecificNeeds Needs(Desk desk) => new()
    {
        Medical = Told(desk, "C2", "need-medical"),
        Psychological = Told(desk, "C3", "need-psychological"),
        Family = desk.WasAsked("C1") ? [desk.Claims.Behind(desk.Texts.FamilyRecorded, "need-family")] : [],
    };

    public static Content.ReceptionPlan? Reception(Desk desk) => desk.File.Reception.Offers.Latest() is { } offer
        ? new Content.ReceptionPlan { Partner = desk.Clean(offer.Partner), Place = desk.Texts.NotEstablished, Accommodation = desk.Claims.Behind(desk.Clean(offer.Offer), "reception"), Steps = [], Contact = desk.Texts.ReceptionContact }
        : null;

    /// <summary>What states decided on what we handed to them: no second state is asked without knowing of the first (handbook P2).</summary>
    public static IEnumerable<Content.EarlierApplication> DecidedBefore(Desk desk) =>
        from decided in EarlierDecisions.Of(desk.File)
        select new Content.EarlierApplication(
            desk.Words.Country(decided.Submission?.State), FactWords.Fill(desk.Texts.EarlierKind, decided.Submission?.DossierVersion.ToString(CultureInfo.InvariantCulture) ?? desk.Texts.NotEstablished), Content.PartialDate.On(decided.Decision.DecidedOn),
            desk.Words.Word("decision", decided.Decision.Outcome), FactWords.Fill(desk.Texts.EarlierRemark, desk.Clean(decided.Decision.Instrument), desk.Clean(decided.Decision.Reason)));

    /// <summary>What the person said of applications elsewhere.</summary>
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
        where DossierInputs.IsPrinted(consent.Purpose) && (consent.Purpose != ConsentPurpose.Submit || consent.Recipient == desk.Material.Programme.Rules.DestinationState)
        where desk.File.ConsentFor(consent.Purpose, consent.Recipient) == recorded && desk.File.IsAllowed(consent.Purpose, desk.Material.AsOf, consent.Recipient)
        select new Content.ConsentScope(
            desk.Words.Word("purpose", Acts.Keys.Kebab(consent.Purpose.ToString())),
            consent.Recipient is null ? desk.Texts.OwnOrganisation : desk.Words.Country(consent.Recipient),
            FactWords.Day(recorded.Provenance.At), consent.TextVersion, desk.Words.Language(consent.Language));

    private static IReadOnlyList<Content.CitedText> Told(Desk desk, string code, string claim) => desk.Said(code) is { } said ? [desk.Claims.Behind(said, claim)] : [];
}
