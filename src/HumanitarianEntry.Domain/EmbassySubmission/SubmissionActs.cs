using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.EmbassySubmission;

/// <summary>Hands the released dossier to a post. Everything that leaves is disclosed to the person in his list (handbook section 5, statement 11).</summary>
[ActKind("submit-dossier", Compartment.Dossier, Role.SubmissionOfficer)]
public sealed record SubmitDossier(string Channel, string RecipientFunction) : Act
{
    /// <summary>The topic of which the post hears that something was handed to it.</summary>
    public const string Received = "dossier-received";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Position.TakesHandOver)
        {
            yield return new Blocker("gate-is-not-open", $"No submission is due: the case is at {file.Position.State}.");
        }

        if (file.Dossier.Released is { } released && released.RecipientFunction != RecipientFunction)
        {
            yield return new Blocker("dossier-for-another-recipient", $"This version was released for: {released.RecipientFunction}. A copy for another recipient needs its own release.");
        }

        if (file.Position.IsOpen(Gate.InformationRequest) && file.Dossier is { Released: not null, ReleasedToHandOver: null })
        {
            yield return new Blocker("dossier-handed-over-already", "The post has this version. What answers a question is a new one: make it and have it released.");
        }

        foreach (var blocker in SubmissionGate.AgainstHandingOver(file, context))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var released = file.Dossier.Released!;
        var state = context.Programme.DestinationState;
        var submission = new Submission(released.Version, released.Sha256, Channel, RecipientFunction, state);
        return new(file with { Dossier = file.Dossier with { Submissions = file.Dossier.Submissions.Add(context.Record(submission, "submission officer")) } })
        {
            Disclosures = [new Disclosure($"Dossier, version {released.Version}", RecipientFunction, "decision on entry", context.Programme.LegalBasis, file.ConsentFor(ConsentPurpose.Submit, state)?.ActId)],
            Told = [new Told(Role.EmbassyLiaison, "dossier-received")],
        };
    }
}

[ActKind("record-receipt", Compartment.Dossier, Role.SubmissionOfficer, Role.EmbassyLiaison)]
public sealed record RecordReceipt(string Number, PartialDate On) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Dossier.Submissions.Count == 0)
        {
            yield return new Blocker("nothing-submitted", "Nothing has been handed over that could be acknowledged.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { Receipts = file.Dossier.Receipts.Add(context.Record(new Receipt(Number, On), "post")) } });
}

/// <summary>The post asks back: records the question and moves the case to the answer.</summary>
[ActKind("request-information", Compartment.Dossier, Role.EmbassyLiaison, Role.SubmissionOfficer)]
public sealed record RequestInformation(string Question) : Act
{
    public DateOnly? DueOn { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Question))
        {
            yield return new Blocker("question-missing", "Write the question.");
            yield break;
        }

        foreach (var blocker in GateRules.CheckDecision(file, context, Gate.Decision, "information-requested", Question, GateTable.For(Gate.Decision).Deciders).Where(b => b.Code != StateDecisionGate.NotAsked))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var question = context.Record(new InformationRequest(Question.Trim(), context.Actor.Team, DueOn), "post");
        var asked = file with { Dossier = file.Dossier with { Questions = file.Dossier.Questions.Add(question) } };
        return GateRules.Decide(asked, new GateDecision(Gate.Decision, "information-requested", "The post asks for information.", [], context.Provenance("post", Confidence.Confirmed), null, []));
    }
}

[ActKind("answer-information-request", Compartment.Dossier, Role.Coordinator, Role.SubmissionOfficer)]
public sealed record AnswerInformationRequest(string Text) : Act
{
    /// <summary>Items of the dossier that the answer refers to, by their numbers. Files go to a post only inside a released dossier, which was searched: a new one can be made and handed over while the question waits.</summary>
    public ImmutableList<string> Annexes { get; init; } = [];

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Position.IsOpen(Gate.InformationRequest))
        {
            yield return new Blocker("gate-is-not-open", $"No answer may leave now: the case is at {file.Position.State}.");
        }

        if (file.Dossier.OpenQuestion is null)
        {
            yield return new Blocker("no-open-question", "There is no question that waits for an answer.");
        }

        if (string.IsNullOrWhiteSpace(Text))
        {
            yield return new Blocker("text-missing", "Write the answer.");
        }

        foreach (var blocker in Dossiers.DossierGate.SubmissionConsent(file, context))
        {
            yield return blocker;
        }

        foreach (var annex in Annexes.Where(a => file.Evidence.Find(a) is null))
        {
            yield return new Blocker("evidence-unknown", $"There is no evidence item {annex} to attach.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var state = context.Programme.DestinationState;
        var answer = context.Record(new InformationAnswer(Text.Trim(), Annexes) { Question = file.Dossier.Questions.Count }, "submission officer");
        return new(file with { Dossier = file.Dossier with { Answers = file.Dossier.Answers.Add(answer) } })
        {
            Disclosures = [new Disclosure("Answer to a question of the post", file.Dossier.Submissions.Latest()?.RecipientFunction ?? "post", "decision on entry", context.Programme.LegalBasis, file.ConsentFor(ConsentPurpose.Submit, state)?.ActId)],
        };
    }
}

/// <summary>Records what the state decided and passes the gate with it.</summary>
[ActKind("record-state-decision", Compartment.Dossier, Role.EmbassyLiaison, Role.SubmissionOfficer)]
public sealed record RecordStateDecision(string Outcome, DateOnly DecidedOn, string Instrument, string Reason) : Act
{
    public ImmutableList<string> Conditions { get; init; } = [];
    public string? Remedy { get; init; }
    public DateOnly? RemedyUntil { get; init; }
    public DateOnly? ValidUntil { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Outcome == "information-requested")
        {
            yield return new Blocker("ask-instead", "A question is asked with its text: use 'ask a question'.");
        }

        if (DecidedOn > context.Today)
        {
            yield return new Blocker("date-in-future", "The decision is dated in the future.");
        }

        if (Outcome is "refused" or "not-considered" && string.IsNullOrWhiteSpace(Remedy))
        {
            yield return new Blocker("remedy-missing", "Say which legal remedy there is, or 'unknown': a deadline may run.");
        }

        if (Outcome == "accepted-on-condition" && Conditions.Count == 0)
        {
            yield return new Blocker("condition-missing", "Name the conditions.");
        }

        foreach (var blocker in GateRules.CheckDecision(file, context, Gate.Decision, Outcome, Reason, GateTable.For(Gate.Decision).Deciders).Where(b => b.Code != StateDecisionGate.NotRecorded))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var decision = context.Record(new StateDecision(Outcome, DecidedOn, Instrument, Reason, Conditions, Remedy, RemedyUntil, ValidUntil), "post", Confidence.Confirmed);
        var known = file with { Dossier = file.Dossier with { StateDecisions = file.Dossier.StateDecisions.Add(decision) } };
        return GateRules.Decide(known, new GateDecision(Gate.Decision, Outcome, Reason.Trim(), [], context.Provenance("post", Confidence.Confirmed), null, []));
    }
}
