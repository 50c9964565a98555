using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Dossiers;

/// <summary>The one page that goes to a post while there is no time for the dossier. It waits for no gate, but for everything without which nothing may leave (decision 0038).</summary>
public static class UrgentRules
{
    public static bool IsUrgent(CaseFile file) => file.Priority != Priority.Normal || file.Position.SidePath == SidePath.Emergency;

    /// <summary>What stands against it at every step: being asked for, being released, being handed over.</summary>
    public static IEnumerable<Blocker> Against(CaseFile file, ActContext context)
    {
        if (file.Position.Finished)
        {
            yield return new Blocker("already-closed", "The case has ended.");
        }

        if (file.Position.SidePath is SidePath.Sealed)
        {
            yield return new Blocker("side-path-open", "The case is sealed: nothing leaves.");
        }

        if (!IsUrgent(file))
        {
            yield return new Blocker("not-urgent", "The case is neither urgent nor an emergency. Make the dossier, or set the priority with its reason first.");
        }

        foreach (var blocker in DossierGate.SubmissionConsent(file, context).Concat(ScreeningCheck.Check(file, context, context.Programme.MaxScreeningAgeDays)))
        {
            yield return blocker;
        }
    }

    /// <summary>The version as it may be released or handed over: the newest urgent one, made from what the case says now, searched, with nothing found.</summary>
    internal static IEnumerable<Blocker> AgainstVersion(CaseFile file, ActContext context, int number)
    {
        if (file.Dossier.NewestUrgent is not { } version || version.Version != number)
        {
            yield return new Blocker("urgent-version-missing", "There is no such urgent version, or a newer one was made. Open the page again.");
            yield break;
        }

        var audience = DossierAudience.Of(context.Programme, version.RecipientFunction);
        if (version.InputsHash != DossierInputs.HashOfUrgent(file, audience))
        {
            yield return new Blocker("dossier-is-outdated", $"Facts changed after version {version.Version} was made. Make a new version.");
        }

        foreach (var blocker in LeakRules.AgainstRelease(file, version, audience.Profile))
        {
            yield return blocker;
        }
    }
}

/// <summary>Asks for the urgent page to be made.</summary>
[ActKind("make-urgent-dossier", Compartment.Dossier, Role.DossierOfficer, Role.Coordinator)]
public sealed record MakeUrgentDossier(string Language, string RecipientFunction) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => RequestRules.Known(context, Language, RecipientFunction).Concat(UrgentRules.Against(file, context));

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var inputs = DossierInputs.HashOfUrgent(file, DossierAudience.Of(context.Programme, RecipientFunction));
        return RequestRules.Asked(file, context, new DossierRequest(file.Dossier.Requests.Count + 1, Language, RecipientFunction, inputs) { Kind = DossierKind.Urgent });
    }
}

/// <summary>One of two words that the urgent page may leave. The gate of the dossier is not needed, four eyes are.</summary>
[ActKind("release-urgent-dossier", Compartment.Dossier, Role.DossierOfficer, Role.Coordinator)]
public sealed record ReleaseUrgentDossier(int Version, string Reason) : Act
{
    public const string Topic = "urgent-release-asked";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write the reason in a sentence or two.");
        }

        if (file.Dossier.UrgentReleases.Exists(r => r.Value.Version == Version && r.Provenance.By == context.Actor.Id))
        {
            yield return new Blocker("same-person-twice", "You have said already that it may leave. Somebody else must agree.");
        }

        foreach (var blocker in UrgentRules.AgainstVersion(file, context, Version).Concat(UrgentRules.Against(file, context)))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var version = file.Dossier.NewestUrgent!;
        var release = context.Record(new UrgentRelease(version.Version, version.Sha256, Reason.Trim()), "decision", Confidence.Confirmed);
        var after = file.Dossier with { UrgentReleases = file.Dossier.UrgentReleases.Add(release) };
        return new(file with { Dossier = after })
        {
            Told = after.IsReleased(version) ? [new Told(Role.SubmissionOfficer, Topic)] : [new Told(Role.Coordinator, Topic), new Told(Role.DossierOfficer, Topic)],
        };
    }
}

/// <summary>Hands the released urgent page to its post.</summary>
[ActKind("hand-over-urgent-dossier", Compartment.Dossier, Role.SubmissionOfficer, Role.Coordinator)]
public sealed record HandOverUrgentDossier(int Version, string Channel) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Channel))
        {
            yield return new Blocker("channel-missing", "Say on which way it is handed over.");
        }

        foreach (var blocker in UrgentRules.AgainstVersion(file, context, Version).Concat(UrgentRules.Against(file, context)))
        {
            yield return blocker;
        }

        if (file.Dossier.NewestUrgent is { } version && !file.Dossier.IsReleased(version))
        {
            yield return new Blocker("dossier-not-released", "No version has been released by two people.");
        }

        if (context.Programme.Status != ProgrammeStatus.Open)
        {
            yield return new Blocker("programme-not-open", $"The programme is {context.Programme.Status}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var (version, state) = (file.Dossier.NewestUrgent!, context.Programme.DestinationState);
        var submission = new Submission(version.Version, version.Sha256, Channel.Trim(), version.RecipientFunction, state);
        return new(file with { Dossier = file.Dossier with { Submissions = file.Dossier.Submissions.Add(context.Record(submission, "submission officer")) } })
        {
            Disclosures = [new Disclosure($"Urgent page, version {version.Version}", version.RecipientFunction, "decision on entry", context.Programme.LegalBasis, file.ConsentFor(ConsentPurpose.Submit, state)?.ActId)],
            Told = [new Told(Role.EmbassyLiaison, "dossier-received")],
        };
    }
}
