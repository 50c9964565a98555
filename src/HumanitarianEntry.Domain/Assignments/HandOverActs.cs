using System.Collections.Immutable;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;

namespace HumanitarianEntry.Domain.Assignments;

public enum HandOverState
{
    Asked,
    Accepted,
    Declined,
    TakenBack,
}

/// <summary>A screener asked a colleague to take the case. Who asked is in the provenance.</summary>
/// <param name="Note">What the colleague must know first; he reads it when he has accepted.</param>
public sealed record HandOverAsked(Guid Id, Guid To, string? Note);

public sealed record HandOverStep(Guid HandOver, HandOverState State, string? Words);

/// <summary>A hand-over as it stands now.</summary>
public sealed record StandingHandOver(HandOverAsked Value, Guid From, DateTimeOffset AskedAt, HandOverState State, DateTimeOffset? AnsweredAt);

public static class HandOvers
{
    public static ImmutableArray<StandingHandOver> Of(ContactFacts contact) => [.. contact.HandOvers.Select(asked =>
        contact.HandOverSteps.LastOrDefault(s => s.Value.HandOver == asked.Value.Id) is { } step
            ? new StandingHandOver(asked.Value, asked.Provenance.By, asked.Provenance.At, step.Value.State, step.Provenance.At)
            : new StandingHandOver(asked.Value, asked.Provenance.By, asked.Provenance.At, HandOverState.Asked, AnsweredAt: null))];

    /// <summary>The one that waits for an answer, of a screener who still holds the case; null when there is none.</summary>
    public static StandingHandOver? Waiting(CaseFile file) =>
        Of(file.Contact).LastOrDefault(h => h.State == HandOverState.Asked && file.Assignments.Exists(a => a.StaffId == h.From && a.Role == Role.Screener));

    internal static CaseFile With(CaseFile file, ActContext context, Guid handOver, HandOverState state, string? words) =>
        file with { Contact = file.Contact with { HandOverSteps = file.Contact.HandOverSteps.Add(context.Record(new HandOverStep(handOver, state, string.IsNullOrWhiteSpace(words) ? null : words.Trim()), "staff")) } };
}

/// <summary>Asks a colleague to take the case. Nothing changes hands until he accepts.</summary>
[ActKind("ask-hand-over", Compartment.Contact, Role.Screener)]
public sealed record AskHandOver(Guid To) : Act
{
    public const int MaxNote = 2_000;

    public string? Note { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (To == context.Actor.Id || file.Assignments.Exists(a => a.StaffId == To && a.Role == Role.Screener))
        {
            yield return new Blocker("already-assigned", "This person is a screener of the case already.");
        }

        if (HandOvers.Waiting(file) is not null)
        {
            yield return new Blocker("hand-over-waits", "A colleague has been asked already. Take that back first, or wait for the answer.");
        }

        if (file.Position.Finished)
        {
            yield return new Blocker("already-closed", "The case has ended.");
        }

        if (Note?.Length > MaxNote)
        {
            yield return new Blocker("text-too-long", $"The note is longer than {MaxNote} signs.");
        }

        foreach (var blocker in AssignmentRules.Conflicts(file, To, Role.Screener))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var asked = context.Record(new HandOverAsked(context.ActId, To, string.IsNullOrWhiteSpace(Note) ? null : Note.Trim()), "staff");
        return new(file with { Contact = file.Contact with { HandOvers = file.Contact.HandOvers.Add(asked) } }) { Mailed = [To] };
    }
}

/// <summary>The colleague takes the case, or does not. When he does, the one who asked leaves it in the same moment, and an arranged talk goes to the new screener.</summary>
[ActKind("answer-hand-over", Compartment.Contact, Role.Screener, NeedsAssignment = false)]
public sealed record AnswerHandOver(Guid HandOver, bool Accepts) : Act, IBooksTime
{
    public const string AcceptedTopic = "hand-over-accepted";
    public const string DeclinedTopic = "hand-over-declined";

    public string? Reason { get; init; }

    public IReadOnlyList<Quarter> Books(CaseFile file, Actor actor) =>
        Accepts && Passing(file) is { } talk ? [.. Booking.Of(talk with { With = actor.Id }).Where(q => !Booking.IsInterpreter(q))] : [];

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (HandOvers.Waiting(file) is not { } waiting || waiting.Value.Id != HandOver || waiting.Value.To != context.Actor.Id)
        {
            yield return new Blocker("hand-over-not-open", "Nobody asks you to take this case any more.");
            yield break;
        }

        if (Reason?.Length > AskHandOver.MaxNote)
        {
            yield return new Blocker("text-too-long", $"The words are longer than {AskHandOver.MaxNote} signs.");
        }

        if (!Accepts)
        {
            yield break;
        }

        foreach (var blocker in AssignmentRules.Conflicts(file, context.Actor.Id, Role.Screener))
        {
            yield return blocker;
        }

        foreach (var blocker in Booking.Against(context.Taken, Passing(file) is { } talk ? [talk.Value.Id] : []))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var from = HandOvers.Waiting(file)!.From;
        var answered = HandOvers.With(file, context, HandOver, Accepts ? HandOverState.Accepted : HandOverState.Declined, Reason);
        if (!Accepts)
        {
            return new(answered) { Told = [new Told(Role.Screener, DeclinedTopic)] };
        }

        var taken = Passing(file) is { } talk ? AppointmentRules.With(answered, context, talk.Value.Id, AppointmentStepKind.TakenOver, null) : answered;
        var joined = AssignmentRules.Change(taken, context, new AssignmentChange(context.Actor.Id, Role.Screener, context.Actor.Team, Ends: false));
        var left = AssignmentRules.Change(joined.File, context, new AssignmentChange(from, Role.Screener, string.Empty, Ends: true));
        return left with { Assignments = [.. joined.Assignments, .. left.Assignments], Told = [new Told(Role.Coordinator, AcceptedTopic)], Mailed = [from] };
    }

    /// <summary>The talk that goes to the new screener; null when none of the old one is arranged.</summary>
    private static StandingAppointment? Passing(CaseFile file) =>
        HandOvers.Waiting(file) is { } waiting && AppointmentBook.Open(file) is { } open && open.With == waiting.From ? open : null;
}

/// <summary>Who asked keeps the case after all.</summary>
[ActKind("take-back-hand-over", Compartment.Contact, Role.Screener, Role.Coordinator)]
public sealed record TakeBackHandOver(Guid HandOver) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (HandOvers.Waiting(file)?.Value.Id != HandOver)
        {
            yield return new Blocker("hand-over-not-open", "This was answered or taken back already.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) => new(HandOvers.With(file, context, HandOver, HandOverState.TakenBack, null));
}

/// <summary>The stand-in of an absent colleague joins a case of his. The absent one stays on it.</summary>
[ActKind("stand-in", Compartment.Contact, Role.Screener, NeedsAssignment = false)]
public sealed record StandIn : Act, IStandsIn
{
    public const string Topic = "stand-in-joined";

    /// <summary>What the stand-in is told when something urgent happens on a case that he is not on.</summary>
    public const string NeededTopic = "stand-in-needed";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Assignments.Exists(a => a.Role == context.Actor.Role && context.StandsInFor.Contains(a.StaffId)))
        {
            yield return new Blocker("not-standing-in", "Nobody for whom you stand in now has this case.");
        }

        if (file.Assignments.Exists(a => a.StaffId == context.Actor.Id && a.Role == context.Actor.Role))
        {
            yield return new Blocker("already-assigned", "You are on this case already.");
        }

        foreach (var blocker in AssignmentRules.Conflicts(file, context.Actor.Id, context.Actor.Role))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        AssignmentRules.Change(file, context, new AssignmentChange(context.Actor.Id, context.Actor.Role, context.Actor.Team, Ends: false)) with { Told = [new Told(Role.Coordinator, Topic), new Told(context.Actor.Role, Topic)] };
}

/// <summary>An act that only a stand-in may do. The runner looks up for whom the actor stands in now.</summary>
public interface IStandsIn;
