using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Lookalikes;
using HumanitarianEntry.Domain.Translations;

namespace HumanitarianEntry.Domain.Dossiers;

/// <summary>What a dossier is made from, as hashes. Decisions at later gates and messages do not belong to it.</summary>
public static class DossierInputs
{
    /// <summary>One hash of everything. A case in which nothing of it is used hashes as it did before photographs, linked cases and profiles; versions of before the ledger of claims are outdated by it.</summary>
    public static string HashOf(CaseFile file, DossierAudience audience)
    {
        var inputs = new
        {
            file.Reference,
            file.ProgrammeId,
            file.Identity.Names,
            file.Identity.Births,
            file.Identity.Documents,
            file.Identity.Gradings,
            file.Identity.Obstacles,
            file.Contact.Stays,
            Consents = Consents(file),
            // What was made of a mismatch stands in no dossier, nor what is still to be asked: neither must make a dossier outdated.
            Interview = file.Interview with { MismatchSteps = null, FollowUps = null, Translations = null },
            file.Evidence.Items,
            file.Evidence.Grades,
            // Notes of the worksheet and names of sources stand in no dossier; and a case without any hashes as it did before there were worksheets.
            Checks = file.Evidence.Checks.IsEmpty ? null : file.Evidence.Summary().Checks,
            Supports = file.Evidence.Supports.IsEmpty ? null : file.Evidence.Summary().Supports,
            WithdrawnSupports = file.Evidence.Withdrawn.IsEmpty ? null : file.Evidence.Summary().Withdrawn,
            ContraryActs = file.Evidence.ContraryActs.IsEmpty ? null : file.Evidence.ContraryActs,
            ContraryAnswers = file.Evidence.ContraryAnswers.IsEmpty ? null : file.Evidence.ContraryAnswers,
            Files = FileRules.ForDossier(file),
            Captures = CaptureRules.ForDossier(file),
            Lookalikes = LookalikeRules.ForDossier(file.Evidence),
            file.Evidence.Languages,
            file.Evidence.Forms,
            Translations = TranslationRules.ForDossier(file),
            file.Dossier.Recommendations,
            file.Vetting.Adjudications,
            file.Vetting.Overlaps,
            UnitReadings = file.Vetting.UnitReadings.IsEmpty ? null : file.Vetting.UnitReadings,
            file.Vetting.Exclusions,
            file.Vetting.Voluntariness,
            vettingResult = file.DecisionOn(Gate.Vetting),
            file.Reception.Offers,
            Disclosure = audience.Profile.IsStandard ? null : audience.Profile.Hash,
            MedicalPapers = MedicalPapers(file, audience),
            file.Dossier.Photograph,
            GraphicPhotograph = IsPhotographGraphic(file),
            LinkedCases = file.Dossier.CurrentLinks.IsEmpty ? null : file.Dossier.CurrentLinks,
            Relatives = Relatives(file),
            Claims = Ledger.ForDossier(file),
            EarlierDecisions = file.Dossier.StateDecisions.IsEmpty ? null : EarlierDecisions.Of(file).Select(d => new { d.Decision, d.Submission?.State, d.Submission?.DossierVersion }).ToList(),
        };
        return HashOf(inputs);
    }

    /// <summary>Of an urgent version, which also says what is still open and which day is near.</summary>
    public static string HashOfUrgent(CaseFile file, DossierAudience audience) => HashOf(new
    {
        Full = HashOf(file, audience),
        file.Priority,
        file.Position.SidePath,
        Emergency = file.Dossier.Incidents.Values().LastOrDefault(i => i.Path == SidePath.Emergency)?.What,
        file.Legal.RemovalOrders,
        file.Legal.CourtEvents,
        file.Legal.Procedures,
        Decided = Enum.GetValues<Gate>().Where(g => g < Gate.Dossier).Select(g => $"{g} {file.DecisionOn(g)?.Outcome}"),
        Searched = file.Vetting.LatestRun,
    });

    /// <summary>Section 2.</summary>
    private const string Case = "case";

    private const string Host = "hostEvents";
    private const string Leaving = "leaving";

    /// <summary>A short hash for each part of the dossier, by the name of the part: what differs between two requests has changed between them.</summary>
    public static ImmutableSortedDictionary<string, string> Parts(CaseFile file, DossierAudience audience)
    {
        (string Part, object? Facts)[] parts =
        [
            ("request", file.Dossier.Recommendations),
            (Case, CaseFacts(file)),
            ("person", new { file.Identity.Names, file.Identity.Births, file.Identity.Documents, file.Identity.Gradings, file.Dossier.Photograph, Graphic = IsPhotographGraphic(file) }),
            ("relatives", Relatives(file)),
            ("travelDocument", file.Identity.Obstacles),
            ("host", file.Contact.Stays),
            .. Law(file),
            ("service", file.Interview.Service),
            ("refusal", new { file.Interview.Statements, file.Interview.Prosecutions, Translations = TranslationRules.ForDossier(file, Compartment.Interview) }),
            ("engagement", new { file.Evidence.Items, file.Evidence.Grades, file.Evidence.ContraryActs, file.Evidence.ContraryAnswers, file.Evidence.Withdrawn, file.Evidence.Supports.Count, Lookalikes = LookalikeRules.ForDossier(file.Evidence) }),
            ("vetting", new { file.Vetting.Adjudications, file.Vetting.Overlaps, file.Vetting.UnitReadings, file.Vetting.Exclusions, file.Vetting.Voluntariness, Result = file.DecisionOn(Gate.Vetting) }),
            ("reception", file.Reception.Offers),
            ("declaration", new { file.Interview.Answers, Consents = Consents(file) }),
            ("annexes", new { Files = FileRules.ForDossier(file), Captures = CaptureRules.ForDossier(file), MedicalPapers = MedicalPapers(file, audience), file.Evidence.Languages, Translations = TranslationRules.ForDossier(file, Compartment.Evidence) }),
            ("earlier", EarlierDecisions.Of(file).Select(d => d.Decision)),
            ("claims", Ledger.ForDossier(file)),
            ("disclosure", audience.Profile.Hash),
        ];
        return parts.ToImmutableSortedDictionary(p => p.Part, p => PartHash(p.Facts), StringComparer.Ordinal);
    }

    /// <summary>Whether section 2 said something else when the request was made.</summary>
    internal static bool IsOtherCase(CaseFile file, ImmutableSortedDictionary<string, string> parts) => parts.GetValueOrDefault(Case) != PartHash(CaseFacts(file));

    /// <summary>Whether procedures, orders, days in court or bars to leaving were others when the request was made.</summary>
    internal static bool IsOtherLaw(CaseFile file, ImmutableSortedDictionary<string, string> parts)
    {
        var now = Law(file).ToDictionary(l => l.Part, l => PartHash(l.Facts), StringComparer.Ordinal);
        return parts.GetValueOrDefault(Host) != now.GetValueOrDefault(Host) || parts.GetValueOrDefault(Leaving) != now.GetValueOrDefault(Leaving);
    }

    /// <summary>Absent while nothing is recorded, as in requests of before they were said.</summary>
    private static IEnumerable<(string Part, object? Facts)> Law(CaseFile file) =>
        new (string Part, object? Facts)[] { (Host, LawInDossier.OfHost(file.Legal)), (Leaving, LawInDossier.OfLeaving(file.Legal)) }.Where(l => l.Facts is not null);

    private static object CaseFacts(CaseFile file) => new { file.Dossier.CurrentLinks, file.Priority, Contact = file.Contact.PriorityReasons.Latest() };

    private static string PartHash(object? facts) => HashOf(facts)[..16];

    /// <summary>Somebody found only after the choice that it shows wounds or abuse: then it is left out. Null where nobody did.</summary>
    private static bool? IsPhotographGraphic(CaseFile file) => file.Dossier.Photograph is { Item: { } label } && FileRules.IsGraphic(file.Evidence, label) == true ? true : null;

    /// <summary>Whether section 15 says what he answered to this.</summary>
    public static bool IsPrinted(ConsentPurpose purpose) => purpose is ConsentPurpose.Store or ConsentPurpose.Vet or ConsentPurpose.Reception or ConsentPurpose.Submit;

    /// <summary>What he allows, as section 15 says it. That he said it again on another day makes no other dossier.</summary>
    private static ImmutableList<string> Consents(CaseFile file) =>
        [.. file.Contact.Consents.Where(c => c.Provenance.At >= file.Position.BeganAt).GroupBy(c => (c.Consent.Purpose, c.Consent.Recipient)).Select(g => g.Last().Consent)
            .Where(c => IsPrinted(c.Purpose))
            .Select(c => $"{c.Purpose} {c.Recipient} {c.Status} {c.TextVersion}").Order(StringComparer.Ordinal)];

    private static bool? MedicalPapers(CaseFile file, DossierAudience audience) =>
        file.Evidence.Items.Values().Any(i => i.File is not null && AnnexRules.IsMedical(i)) ? AnnexRules.MayKnowNeeds(file, audience) : null;

    /// <summary>As little of them as a dossier says; null where nobody stays behind.</summary>
    private static ImmutableList<string>? Relatives(CaseFile file) =>
        file.Family.Members.Current().Select(m => m.Value).Where(m => !m.Travels).Select(m => $"{m.Label} {m.Relation} {m.Country}").ToImmutableList() is { IsEmpty: false } staying ? staying : null;

    private static string HashOf<T>(T facts) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(facts, DomainJson.Options)));
}
