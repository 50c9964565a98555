using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Dossiers.Composing;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>
/// Makes the content of an embassy dossier from a case: pure, the same facts and texts give the same content (handbook section 6). Never in it: names of staff, helpers or
/// relatives, addresses, contacts, travel plans, working notes, hits that are neither namesakes nor evidence for him.
/// </summary>
public static class DossierComposition
{
    /// <exception cref="DossierIncompleteException">A fact without which there is no dossier is missing.</exception>
    /// <exception cref="InvalidDataException">The texts lack a word for a recorded choice.</exception>
    public static Content.DossierContent Compose(DossierMaterial material)
    {
        ArgumentNullException.ThrowIfNull(material);
        var desk = new Desk(material);
        return DisclosureCut.Of(Whole(desk), material.Audience.Profile, material.Texts);
    }

    /// <summary>What the version names: each item of evidence and each long translation that goes with it, by its number.</summary>
    internal static ImmutableList<DossierAnnex> Named(DossierMaterial material)
    {
        var desk = new Desk(material);
        return [.. desk.Annexes.Named(), .. TranslationPart.Named(desk)];
    }

    private static Content.DossierContent Whole(Desk desk)
    {
        return new Content.DossierContent
        {
            Header = Header(desk),
            Versions = [.. VersionPart.Changes(desk)],
            Request = Request(desk),
            Case = Case(desk),
            Persons = [PersonPart.Sheet(desk)],
            StayingRelatives = [.. Relatives(desk)],
            TravelDocument = PersonPart.TravelDocument(desk),
            Host = JourneyPart.Host(desk),
            Service = JourneyPart.Service(desk),
            Refusal = JourneyPart.Refusal(desk),
            Engagement = EngagementPart.Record(desk),
            Vetting = VettingPart.Summary(desk),
            Risk = ClosingPart.Risk(desk),
            Needs = ClosingPart.Needs(desk),
            Reception = ClosingPart.Reception(desk),
            EarlierAccount = ClosingPart.Earlier(desk),
            EarlierApplications = [.. ClosingPart.DecidedBefore(desk)],
            Declarations = ClosingPart.Declarations(desk),
            Annexes = TranslationPart.Annexes(desk, [.. desk.Annexes.Items.Select((item, i) => desk.Annexes.Entry(item, i + 1, desk) with { TranslatorFunction = TranslationPart.ByOf(desk, item) })]),
            AnnexesWithheld = desk.Annexes.HasWithheld,
            Claims = desk.Claims.Record(),
            Translations = TranslationPart.OfAnnexes(desk),
        };
    }

    internal static Content.DossierHeader Header(Desk desk)
    {
        var settings = desk.Material.Programme.Settings;
        return new Content.DossierHeader
        {
            Reference = desk.File.Reference,
            Version = FactWords.Fill("{0}", desk.Material.Request.Version),
            Date = FactWords.Day(desk.Material.AsOf),
            Programme = settings.Name.GetValueOrDefault(desk.Words.LanguageOfDossier) ?? settings.Id,
            Recipient = desk.Texts.Recipients.GetValueOrDefault(desk.Material.Request.RecipientFunction) ?? desk.Material.Request.RecipientFunction,
            CopyMark = desk.Material.IsDraft ? desk.Texts.DraftMark : desk.Texts.CopyMark,
            Classification = desk.Texts.Classification,
            SubmissionContact = desk.Texts.SubmissionContact,
            KeyFingerprint = desk.Material.KeyFingerprint,
            RecipientFunction = desk.Material.Request.RecipientFunction,
            RecipientKey = settings.Recipients.FirstOrDefault(r => r.Function == desk.Material.Request.RecipientFunction)?.Key,
            RecipientNames = desk.Material.RecipientNames,
        };
    }

    /// <summary>Who stays behind, by pseudonym; from before members were recorded, that something was said about them.</summary>
    private static IEnumerable<Content.StayingRelative> Relatives(Desk desk)
    {
        var staying = desk.File.Family.Members.Current().Select(m => m.Value).Where(m => !m.Travels).ToList();
        return staying.Count > 0
            ? staying.Select(m => new Content.StayingRelative(
                FactWords.Fill(desk.Texts.RelativeNumbered, desk.Pseudonyms.NumberOfRelative(m.Label), desk.Words.Word(m.Relation)), desk.Words.Country(m.Country), desk.Texts.FamilyRecorded))
            : desk.WasAsked("C1") ? [new Content.StayingRelative(desk.Texts.Relatives, desk.Texts.WithheldCountry, desk.Texts.FamilyRecorded)] : [];
    }

    private static Content.EntryRequest Request(Desk desk)
    {
        var programme = desk.Material.Programme;
        var birth = desk.File.Identity.Births.Latest() ?? throw new DossierIncompleteException("birth-missing");
        var text = desk.File.Recommendation?.Value;
        var stay = desk.File.Contact.Now()?.Stay.Until;
        return new Content.EntryRequest
        {
            Who = FactWords.Fill(desk.Texts.Who, string.Join(", ", birth.Nationalities.Select(desk.Words.Nationality)), birth.BornOn.Year, desk.File.Identity.Gradings.Latest()?.Grade.ToString() ?? desk.Texts.None),
            EntryAsked = desk.Texts.EntryAsked.GetValueOrDefault(programme.Settings.Id) ?? desk.Texts.EntryAsked[FactTexts.OtherProgramme],
            LegalBasis = [.. (desk.Texts.LegalBases.GetValueOrDefault(programme.Settings.Id) ?? [programme.Rules.LegalBasis]).Select(b => new Content.CitedText(b))],
            Urgency = string.Join(' ', new[] { FactWords.Fill(desk.Texts.Urgency, desk.Words.Word(desk.File.Priority)), stay is { } end ? FactWords.Fill(desk.Texts.UrgencyStay, desk.Words.Date(end)) : null }.Concat(LawPart.DangersInBrief(desk)).OfType<string>()),
            Recommendation = desk.File.DecisionOn(Gate.Recommendation) is { Outcome: "recommend" } decision
                ? FactWords.Fill(desk.Texts.Recommended, desk.Words.Date((decision.ProposedBy ?? decision.By).At), desk.Words.Date(decision.By.At))
                : desk.Texts.NotRecommended,
            Grounds = text is null ? [] : [desk.Clean(text.Summary), .. text.Findings.Select((f, i) => Ground(desk, f, i))],
            OpenDoubts = text is null ? [] : [.. text.Doubts.Select(desk.Clean).Concat(text.Conditions.Select(c => FactWords.Fill(desk.Texts.Condition, desk.Clean(c)))).Select(d => new Content.CitedText(d))],
        };
    }

    private static Content.CitedText Ground(Desk desk, CriterionFinding finding, int index) =>
        desk.Claims.Behind(Said(desk, finding), Criteria.Codes.Contains(finding.Criterion) ? $"criterion-{finding.Criterion}" : FactWords.Fill("finding-{0}", index + 1));

    internal static string Said(Desk desk, CriterionFinding finding)
    {
        // Recommendations of before there were results name their criteria in words of their own.
        var criterion = Criteria.Codes.Contains(finding.Criterion) ? desk.Words.Word("criterion", finding.Criterion) : desk.Clean(finding.Criterion);
        var said = finding.Result is { } result ? FactWords.Fill(desk.Texts.CriterionResult, desk.Words.Word(result), desk.Clean(finding.Finding)) : desk.Clean(finding.Finding);
        return FactWords.Fill(desk.Texts.Criterion, criterion, said);
    }

    private static Content.CaseSummary Case(Desk desk) => new()
    {
        Priority = desk.Words.Word(desk.File.Priority),
        PriorityReason = desk.CleanOr(desk.File.Contact.PriorityReasons.Latest()?.Reason, desk.Texts.PriorityUnexplained),
        Persons = 1,
        Opened = Content.PartialDate.On(FactWords.Day(desk.File.OpenedAt)),
        LinkedCases = desk.File.Dossier.CurrentLinks,
        Way = desk.Material.Way is { } way ? WayPart.Of(desk, way) : null,
    };
}
