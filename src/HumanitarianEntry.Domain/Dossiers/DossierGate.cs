using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.Translations;
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

        if (file.Dossier.Newest is not { } version)
        {
            // Before the version: what is said here makes another one.
            foreach (var blocker in LedgerRules.AgainstRelease(file))
            {
                yield return blocker;
            }

            yield return new Blocker("dossier-missing", "No dossier has been made yet.");
            yield break;
        }

        // Not asked again at the hand-over: what becomes urgent on that day is no reason to wait for another version.
        if (file.Dossier.Requests.Values().LastOrDefault(r => r.Version == version.Version)?.Parts is { } parts)
        {
            if (DossierInputs.IsOtherCase(file, parts))
            {
                yield return new Blocker("priority-changed", $"The priority of the case, its reason or the linked cases changed after version {version.Version} was made. Make a new version.");
            }

            if (DossierInputs.IsOtherLaw(file, parts))
            {
                yield return new Blocker("law-changed", $"What is recorded of procedures, orders, days in court or bars to leaving changed after version {version.Version} was made. Make a new version.");
            }
        }

        foreach (var blocker in AgainstLeaving(file, context, version))
        {
            yield return blocker;
        }
    }

    /// <summary>What stands against this version's leaving the house: asked when it is released, and again when it is handed over, for days lie between.</summary>
    public static IEnumerable<Blocker> AgainstLeaving(CaseFile file, ActContext context, DossierVersion version)
    {
        foreach (var blocker in LedgerRules.AgainstRelease(file))
        {
            yield return blocker;
        }

        foreach (var blocker in Unfit(file, context, version).Concat(SubmissionConsent(file, context)).Concat(FamilyRules.Consents(file, context.Today)).Concat(FamilyRules.Children(file, context.Today))
            .Concat(OwnWord.Check(file))
            .Concat(MismatchRules.AgainstDossier(file)).Concat(FileRules.AgainstDossier(file)).Concat(TranslationRules.AgainstDossier(file, version.Language)).Concat(ScreeningCheck.Check(file, context, context.Programme.MaxScreeningAgeDays)))
        {
            yield return blocker;
        }
    }

    /// <summary>G8 asks for people although it was passed: a newer version waits for its release, or the one that waits to be handed over can leave no more. What the post has asks nobody for anything.</summary>
    public static bool StandsAgain(CaseFile file, ActContext context) => file.Position.DecidesAgain(Gate.Dossier)
        && (file.Dossier.Released is not { } released || file.Dossier.Newest?.Version > released.Version || (file.Dossier.ReleasedToHandOver is { } waiting && IsUnfit(file, context, waiting)));

    internal static bool IsUnfit(CaseFile file, ActContext context, DossierVersion version) => Unfit(file, context, version).Any();

    /// <summary>What only another version mends.</summary>
    private static IEnumerable<Blocker> Unfit(CaseFile file, ActContext context, DossierVersion version)
    {
        var audience = DossierAudience.Of(context.Programme, version.RecipientFunction);
        if (version.InputsHash != InputsHash(file, audience))
        {
            yield return new Blocker("dossier-is-outdated", $"Facts changed after version {version.Version} was made. Make a new version.");
        }

        foreach (var blocker in LeakRules.AgainstRelease(file, version, audience.Profile).Concat(AnnexRules.AgainstRelease(file, version, audience, context.Today)))
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

    /// <inheritdoc cref="DossierInputs.HashOf"/>
    public static string InputsHash(CaseFile file, DossierAudience? audience = null) => DossierInputs.HashOf(file, audience ?? DossierAudience.Standard);
}

/// <summary>Asks for the dossier to be made; the worker renders it outside the transaction and reports with <see cref="RecordDossierVersion"/>.</summary>
[ActKind("make-dossier", Compartment.Dossier, Role.DossierOfficer)]
public sealed record MakeDossier(string Language, string RecipientFunction) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Position.TakesDecision(Gate.Dossier))
        {
            yield return new Blocker("gate-is-not-open", $"No dossier is due: the case is at {file.Position.State}.");
        }

        foreach (var blocker in RequestRules.Known(context, Language, RecipientFunction))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var audience = DossierAudience.Of(context.Programme, RecipientFunction);
        var request = new DossierRequest(file.Dossier.Requests.Count + 1, Language, RecipientFunction, DossierGate.InputsHash(file, audience)) { Parts = DossierInputs.Parts(file, audience) };
        return RequestRules.Asked(file, context, request);
    }
}

internal static class RequestRules
{
    public static IEnumerable<Blocker> Known(ActContext context, string language, string recipient)
    {
        if (!context.Programme.DossierLanguages.Contains(language))
        {
            yield return new Blocker("language-not-of-programme", $"This programme takes dossiers in: {string.Join(", ", context.Programme.DossierLanguages)}.");
        }

        if (!context.Programme.Recipients.Contains(recipient))
        {
            yield return new Blocker("recipient-not-of-programme", $"This programme has these recipients: {string.Join("; ", context.Programme.Recipients)}.");
        }
    }

    public static ActOutcome Asked(CaseFile file, ActContext context, DossierRequest request) =>
        new(file with { Dossier = file.Dossier with { Requests = file.Dossier.Requests.Add(context.Record(request, "dossier officer")) } })
        {
            Work = [new WorkRequest(WorkKind.RenderDossier, request.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        };
}

[ActKind("record-dossier", Compartment.Dossier, Role.System)]
public sealed record RecordDossierVersion(DossierVersion Version) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Dossier.Requests.Values().Any(r => r.Version == Version.Version && r.InputsHash == Version.InputsHash && r.Kind == Version.Kind))
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
