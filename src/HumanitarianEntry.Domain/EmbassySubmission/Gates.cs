using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.EmbassySubmission;

/// <summary>G7: a programme takes the case only while it is open, he wants it, and its own conditions are met (handbook G7, 4.1).</summary>
public static class RoutingGate
{
    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        if (outcome != "route")
        {
            yield break;
        }

        if (context.Programme.Status != ProgrammeStatus.Open)
        {
            yield return new Blocker("programme-not-open", $"The programme is {context.Programme.Status}.");
        }

        foreach (var blocker in DossierGate.SubmissionConsent(file, context))
        {
            yield return blocker;
        }

        if (context.Programme.WithoutPassport && file.Identity.Obstacles.Count == 0)
        {
            yield return new Blocker("document-obstacle-missing", "Record why he has no travel document and why none can be had: both are conditions of entry without passport.");
        }
    }
}

/// <summary>G9: never without a released dossier, valid consent and a fresh screening (handbook section 2, invariants).</summary>
public static class SubmissionGate
{
    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        if (outcome != "sent")
        {
            yield break;
        }

        var opened = file.Position.Open.Find(o => o.Gate == Gate.Submission)?.Since;
        if (file.Dossier.Submissions.FindLast(s => s.Provenance.At >= opened && file.Dossier.Versions.Exists(v => v.Kind == DossierKind.Full && v.Sha256 == s.Value.Sha256)) is not { } handed)
        {
            yield return new Blocker("nothing-submitted", "Hand over the released version first.");
            foreach (var blocker in AgainstHandingOver(file, context))
            {
                yield return blocker;
            }

            yield break;
        }

        // What was handed over was: facts that changed since, or a release taken back, are no reason not to say so.
        foreach (var blocker in Invariants(file, context, handed.Value.Sha256))
        {
            yield return blocker;
        }
    }

    /// <summary>All that held the release holds the hand-over too: between the two a word can be taken back, a file turn out infected, a name become known that must not leave.</summary>
    internal static IEnumerable<Blocker> AgainstHandingOver(CaseFile file, ActContext context) =>
        IsReleased(file, context).Concat(Invariants(file, context, file.Dossier.Released?.Sha256)).Concat(file.Dossier.Released is { } released ? DossierGate.AgainstLeaving(file, context, released) : []).DistinctBy(b => b.Code);

    private static IEnumerable<Blocker> IsReleased(CaseFile file, ActContext context)
    {
        if (file.Dossier.Released is not { } released)
        {
            yield return new Blocker("dossier-not-released", "No version has been released by two people.");
        }
        else if (released.Profile != ProfileNow(context, released))
        {
            yield return new Blocker("disclosure-changed", "What this recipient gets was changed after the version was made. Make a new version and have it released.");
        }
    }

    /// <param name="leaves">Hash of the version that leaves, or left; null where there is none.</param>
    private static IEnumerable<Blocker> Invariants(CaseFile file, ActContext context, string? leaves)
    {
        if (context.Programme.Status != ProgrammeStatus.Open)
        {
            yield return new Blocker("programme-not-open", $"The programme is {context.Programme.Status}.");
        }

        foreach (var blocker in DossierGate.SubmissionConsent(file, context).Concat(ScreeningCheck.Check(file, context, context.Programme.MaxScreeningAgeDays)).Concat(AfterRefusal(file, context, leaves)))
        {
            yield return blocker;
        }
    }

    private static string? ProfileNow(ActContext context, DossierVersion version) => context.Programme.ProfileOf(version.RecipientFunction) is { IsStandard: false } profile ? profile.Hash : null;

    /// <summary>P2: who was refused is handed over again only with the refusal disclosed (answer K1), a fresh consent and a new screening, all after the refusal.</summary>
    private static IEnumerable<Blocker> AfterRefusal(CaseFile file, ActContext context, string? leaves)
    {
        if (file.Dossier.StateDecisions.LastOrDefault(d => d.Value.Outcome is "refused" or "not-considered" or "revoked") is not { } refusal)
        {
            yield break;
        }

        var since = refusal.Provenance.At;
        if (!file.Interview.Answers.Exists(a => a.Value.Code == "K1" && a.Provenance.At > since))
        {
            yield return new Blocker("earlier-refusal-not-disclosed", "He was refused before: answer K1 must list that refusal and what is new since, and the dossier must be made again.");
        }

        if (file.Dossier.Versions.LastOrDefault(v => v.Sha256 == leaves) is { } version && version.RenderedAt <= since)
        {
            yield return new Blocker("dossier-is-outdated", "The released dossier was made before the refusal and does not say so.");
        }

        if (file.ConsentFor(ConsentPurpose.Submit, context.Programme.DestinationState) is { } consent && consent.Provenance.At <= since)
        {
            yield return new Blocker("consent-not-renewed", "Ask him again: the consent is older than the refusal.");
        }

        if (file.Vetting.LatestRun is { } run && run.Provenance.At <= since)
        {
            yield return new Blocker("screening-not-renewed", "The name screening is older than the refusal.");
        }
    }
}

/// <summary>G10: an answer must exist before the question counts as answered.</summary>
public static class InformationRequestGate
{
    public static IEnumerable<Blocker> Check(CaseFile file, string outcome)
    {
        if (outcome is "answered" or "partly" && file.Dossier.OpenQuestion is not null)
        {
            yield return new Blocker("question-not-answered", "The question has no answer on file yet.");
        }
    }
}

/// <summary>G11: the gate passes only with the decision itself on file, made since it opened.</summary>
public static class StateDecisionGate
{
    public const string NotRecorded = "state-decision-not-recorded";
    public const string NotAsked = "question-not-recorded";

    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        var opened = file.Position.Open.Find(o => o.Gate == Gate.Decision)?.Since;
        if (outcome == "information-requested")
        {
            if (file.Dossier.Questions.LastOrDefault() is not { } question || question.Provenance.At < opened)
            {
                yield return new Blocker(NotAsked, "A question is asked with its text: use 'ask a question'.");
            }

            yield break;
        }

        if (file.Dossier.StateDecisions.LastOrDefault() is not { } decision || decision.Provenance.At < opened || decision.Value.Outcome != outcome)
        {
            yield return new Blocker(NotRecorded, "Record the state's decision with its date, instrument and reason.");
        }
    }
}
