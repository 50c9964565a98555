using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.FormalRequests;

/// <summary>The person asks for something in due form. To stop is an act of its own (P3), which needs no answer.</summary>
[ActKind("ask-formally", Compartment.Contact, Role.Applicant)]
public sealed record AskFormally(FormalRequestKind Kind, string Words) : Act
{
    public const int MaxLength = 4_000;
    public const string Topic = "formal-request";
    public const string ErasureTopic = "erasure-asked";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Kind == FormalRequestKind.Withdraw)
        {
            yield return new Blocker("formal-withdraw-apart", "Who wants to stop does so on the page for stopping: it needs no answer.");
        }

        if (Kind is FormalRequestKind.MoreTime or FormalRequestKind.CorrectDetails && string.IsNullOrWhiteSpace(Words))
        {
            yield return new Blocker("formal-words-missing", "Say what it is about.");
        }

        if (Words.Length > MaxLength)
        {
            yield return new Blocker("text-too-long", $"The text is longer than {MaxLength} signs.");
        }

        if (Kind == FormalRequestKind.MoreTime && file.Position.Finished)
        {
            yield return new Blocker("already-closed", "The case has ended: nothing is waited for any more.");
        }

        if (FormalRules.OpenOf(file, Kind) is not null || (Kind == FormalRequestKind.Erase && FormalRules.ErasedAt(file) is not null))
        {
            yield return new Blocker("formal-request-open", "The same was asked for already and waits for its answer.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(FormalRules.With(file, context, Kind, Words.Trim())) { Told = [new Told(Role.Coordinator, Kind == FormalRequestKind.Erase ? ErasureTopic : Topic)] };
}

/// <summary>The person does not want it any more; also an erasure that was agreed to, as long as nothing is destroyed.</summary>
[ActKind("take-back-request", Compartment.Contact, Role.Applicant)]
public sealed record TakeBackRequest(int Number) : Act
{
    public const string Topic = "formal-request-taken-back";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        var standing = FormalRules.Find(file, Number);
        if (standing is null || (!standing.IsOpen && !(standing.Asked.Value.Kind == FormalRequestKind.Erase && standing.Answer!.Value.Outcome == FormalOutcome.Granted)))
        {
            yield return new Blocker("formal-request-answered", "This was answered already, or never asked for.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(FormalRules.With(file, context, new FormalAnswer(Number, FormalOutcome.TakenBack, string.Empty), "applicant")) { Told = [new Told(Role.Coordinator, Topic)] };
}

/// <summary>The answer to everything but a wish to be erased, which needs two people.</summary>
[ActKind("answer-request", Compartment.Contact, Role.Coordinator)]
public sealed record AnswerRequest(int Number, FormalOutcome Outcome, string Words) : Act
{
    public const string Topic = "formal-answer";

    public DateOnly? TimeUntil { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        var standing = FormalRules.Find(file, Number);
        if (standing is not { IsOpen: true })
        {
            yield return new Blocker("formal-request-answered", "This was answered already, taken back, or never asked for.");
            yield break;
        }

        var kind = standing.Asked.Value.Kind;
        if (kind is FormalRequestKind.Erase or FormalRequestKind.Withdraw)
        {
            yield return new Blocker("formal-answer-apart", "Erasure is answered by two people, and stopping needs no answer.");
        }

        if (Outcome == FormalOutcome.TakenBack)
        {
            yield return new Blocker("formal-outcome-unknown", "Only the person takes a request back.");
        }

        if (Outcome is FormalOutcome.InPart or FormalOutcome.NotGranted && string.IsNullOrWhiteSpace(Words))
        {
            yield return new Blocker("reason-missing", "Tell the person why, in words that are easy to understand.");
        }

        if (Words.Length > AskFormally.MaxLength)
        {
            yield return new Blocker("text-too-long", $"The text is longer than {AskFormally.MaxLength} signs.");
        }

        var givesTime = kind == FormalRequestKind.MoreTime && Outcome is FormalOutcome.Granted or FormalOutcome.InPart;
        if (givesTime && (TimeUntil is not { } day || day < context.Today))
        {
            yield return new Blocker("formal-day-missing", "Name the new last day. It must lie ahead.");
        }

        if (!(kind == FormalRequestKind.MoreTime) && TimeUntil is not null)
        {
            yield return new Blocker("formal-day-unwanted", "A new last day belongs only to a request for more time.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(FormalRules.With(file, context, new FormalAnswer(Number, Outcome, Words.Trim()) { TimeUntil = TimeUntil }, "coordinator")) { Told = [new Told(Role.Applicant, Topic)] };
}

/// <summary>The person takes the copy that was granted. It is made in that moment and kept nowhere.</summary>
[ActKind("take-own-data", Compartment.Contact, Role.Applicant)]
public sealed record TakeOwnCopy : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (FormalRules.OpenCopy(file, context.Now) is null)
        {
            yield return new Blocker("own-data-not-granted", "There is no copy to take now: it was not granted, or its time is over.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var taken = context.Record(new OwnCopyTaken(FormalRules.OpenCopy(file, context.Now)!.Asked.Value.Number), "applicant", Confidence.Confirmed);
        return new(file with { Contact = file.Contact with { OwnCopyTaken = file.Contact.OwnCopyTaken.Add(taken) } })
        {
            Disclosures = [new Disclosure("own-data", "applicant", "access-request", "GDPR art. 15", null)],
        };
    }
}

/// <summary>Tells those who lead the case that the last day for an answer comes, or is over. Doing it twice is refused.</summary>
[ActKind("remind-formal-request", Compartment.Contact, Role.System)]
public sealed record RemindFormalRequest(int Number, int DaysBefore) : Act
{
    public const string SoonTopic = "formal-request-soon";
    public const string LateTopic = "formal-request-late";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (FormalRules.Due(file, context.Today) != new FormalReminder(Number, DaysBefore))
        {
            yield return new Blocker("reminder-not-due", "This reminder is not due: it was given, or the request was answered.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Contact = file.Contact with { FormalReminders = file.Contact.FormalReminders.Add(context.Record(new FormalReminder(Number, DaysBefore), "clock", Confidence.Confirmed)) } })
        {
            Told = [new Told(Role.Coordinator, DaysBefore < 0 ? LateTopic : SoonTopic)],
        };
}
