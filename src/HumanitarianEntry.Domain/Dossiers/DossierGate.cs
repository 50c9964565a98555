using System.Security.Cryptography;
using System.Text.Json;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Dossiers;

/// <summary>G8: only a version that says what the file says now, for a state that he allowed, may leave the house (handbook G8).</summary>
public static class DossierGate
{
    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        if (outcome != "released")
        {
            yield break;
        }

        if (file.Dossier.Versions.LastOrDefault() is not { } version)
        {
            yield return new Blocker("dossier-missing", "No dossier has been made yet.");
            yield break;
        }

        if (version.InputsHash != InputsHash(file))
        {
            yield return new Blocker("dossier-is-outdated", $"Facts changed after version {version.Version} was made. Make a new version.");
        }

        foreach (var blocker in LeakRules.AgainstRelease(file, version).Concat(SubmissionConsent(file, context)).Concat(FamilyRules.Consents(file, context.Today)).Concat(FamilyRules.Children(file, context.Today))
            .Concat(OwnWord.Check(file))
            .Concat(MismatchRules.AgainstDossier(file)).Concat(FileRules.AgainstDossier(file)).Concat(ScreeningCheck.Check(file, context, context.Programme.MaxScreeningAgeDays)))
        {
            yield return blocker;
        }
    }

    public static IEnumerable<Blocker> SubmissionConsent(CaseFile file, ActContext context)
    {
        if (!file.IsAllowed(ConsentPurpose.Submit, context.Now, context.Programme.DestinationState))
        {
            yield return new Blocker("consent-to-submit-missing", $"He has not allowed his file to go to {context.Programme.DestinationState}, or took it back.");
        }

        if (!file.IsAllowed(ConsentPurpose.Store, context.Now))
        {
            yield return new Blocker("consent-to-store-missing", "He no longer allows us to keep his data; nothing more may leave.");
        }
    }

    /// <summary>Hash of every fact that a dossier is made from. Decisions at later gates and messages do not belong to it.</summary>
    public static string InputsHash(CaseFile file)
    {
        var vettingResult = file.DecisionOn(Gate.Vetting);
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
            // What was made of a mismatch stands in no dossier, nor what is still to be asked: neither must make a dossier outdated.
            Interview = file.Interview with { MismatchSteps = null, FollowUps = null },
            file.Evidence.Items,
            file.Evidence.Grades,
            // Notes of the worksheet and names of sources stand in no dossier; and a case without any hashes as it did before there were worksheets.
            Checks = file.Evidence.Checks.IsEmpty ? null : file.Evidence.Summary().Checks,
            Supports = file.Evidence.Supports.IsEmpty ? null : file.Evidence.Summary().Supports,
            WithdrawnSupports = file.Evidence.Withdrawn.IsEmpty ? null : file.Evidence.Summary().Withdrawn,
            ContraryActs = file.Evidence.ContraryActs.IsEmpty ? null : file.Evidence.ContraryActs,
            ContraryAnswers = file.Evidence.ContraryAnswers.IsEmpty ? null : file.Evidence.ContraryAnswers,
            Files = FileRules.ForDossier(file),
            file.Dossier.Recommendations,
            file.Vetting.Adjudications,
            file.Vetting.Overlaps,
            UnitReadings = file.Vetting.UnitReadings.IsEmpty ? null : file.Vetting.UnitReadings,
            file.Vetting.Exclusions,
            file.Vetting.Voluntariness,
            vettingResult,
            file.Reception.Offers,
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(inputs, DomainJson.Options)));
    }
}

/// <summary>Asks for the dossier to be made; the worker renders it outside the transaction and reports with <see cref="RecordDossierVersion"/>.</summary>
[ActKind("make-dossier", Compartment.Dossier, Role.DossierOfficer)]
public sealed record MakeDossier(string Language, string RecipientFunction) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Position.IsOpen(Gate.Dossier))
        {
            yield return new Blocker("gate-is-not-open", $"No dossier is due: the case is at {file.Position.State}.");
        }

        if (!context.Programme.DossierLanguages.Contains(Language))
        {
            yield return new Blocker("language-not-of-programme", $"This programme takes dossiers in: {string.Join(", ", context.Programme.DossierLanguages)}.");
        }

        if (!context.Programme.Recipients.Contains(RecipientFunction))
        {
            yield return new Blocker("recipient-not-of-programme", $"This programme has these recipients: {string.Join("; ", context.Programme.Recipients)}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var request = new DossierRequest(file.Dossier.Requests.Count + 1, Language, RecipientFunction, DossierGate.InputsHash(file));
        return new(file with { Dossier = file.Dossier with { Requests = file.Dossier.Requests.Add(context.Record(request, "dossier officer")) } })
        {
            Work = [new WorkRequest(WorkKind.RenderDossier, request.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        };
    }
}

[ActKind("record-dossier", Compartment.Dossier, Role.System)]
public sealed record RecordDossierVersion(DossierVersion Version) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Dossier.Requests.Values().Any(r => r.Version == Version.Version && r.InputsHash == Version.InputsHash))
        {
            yield return new Blocker("dossier-not-asked-for", $"Version {Version.Version} was not asked for from these facts.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { Versions = file.Dossier.Versions.Add(Version with { RenderedAt = context.Now }) } })
        {
            Told = [new Told(Role.DossierOfficer, "dossier-ready")],
        };
}
