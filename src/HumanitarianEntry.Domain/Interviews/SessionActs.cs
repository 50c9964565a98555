using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Interviews;

/// <summary>Begins a session. One that was left running ends with it: a forgotten session must not stand in the way.</summary>
[ActKind("start-interview", Compartment.Interview, Role.Screener)]
public sealed record StartInterview(InterviewMode Mode, string Language) : Act
{
    public bool WithInterpreter { get; init; }
    public string? InterpreterCode { get; init; }
    public SessionKind Kind { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        // What an answer gave cause for may be asked while vetting and evidence are being worked on, and after them.
        if (!file.Position.IsOpen(Gate.Interview) && (Kind == SessionKind.Interview || file.Position.Finished || file.Position.SidePath is not null))
        {
            yield return new Blocker("gate-is-not-open", $"No interview is due: the case is at {file.Position.State}.");
        }

        if (!file.IsAllowed(ConsentPurpose.Store, context.Now))
        {
            yield return new Blocker("consent-to-store-missing", "There is no valid consent to keep what he says.");
        }

        if (Kind == SessionKind.Exclusion && !file.Interview.CurrentAnswers.Any(a => a.Trigger) && !FollowUps.Open(file.Interview).Any())
        {
            yield return new Blocker("no-trigger-marked", "An exclusion interview needs an answer that was marked for it, or questions that vetting opened.");
        }

        if (Kind == SessionKind.Exclusion && file.Interview.Led(SessionKind.Interview).Contains(context.Actor.Id))
        {
            yield return new Blocker("another-officer-needed", "The exclusion interview is led by another officer than the interview. Ask the coordinator to put a second screener on the case.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var facts = file.Interview.Running is { } left
            ? file.Interview with { Moments = file.Interview.Moments.Add(context.Record(new SessionMoment(left.Value.Number, SessionMomentKind.Ended, SessionEnding.GoesOn, null), "screener")) }
            : file.Interview;
        var session = new InterviewSession(facts.Sessions.Count + 1, Mode, Language, WithInterpreter, facts.Questions.Version) { Kind = Kind, InterpreterCode = InterpreterCode };
        return new(file with { Interview = facts with { Sessions = facts.Sessions.Add(context.Record(session, "screener")) } });
    }
}

/// <summary>A break begins or is over.</summary>
[ActKind("mark-break", Compartment.Interview, Role.Screener)]
public sealed record MarkBreak(bool Begins) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Interview.Running is null)
        {
            yield return SessionRules.NotRunning;
        }
        else if (Begins != file.Interview.BreakSince is null)
        {
            yield return new Blocker("break-marked-already", Begins ? "You have a break already." : "There is no break that could end.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(SessionRules.Adding(file, context, new SessionMoment(file.Interview.Sessions.Count, Begins ? SessionMomentKind.BreakBegan : SessionMomentKind.BreakEnded, null, null)));
}

/// <summary>Ends the running session. When it ended because it hurt or was not safe, those are told who must help before anything else is asked.</summary>
[ActKind("end-interview-session", Compartment.Interview, Role.Screener)]
public sealed record EndInterviewSession(SessionEnding Ending) : Act
{
    public const string DistressTopic = "interview-stopped-distress";
    public const string UnsafeTopic = "interview-stopped-unsafe";
    public const int MaxLength = 2_000;

    public string? Note { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Interview.Running is null)
        {
            yield return SessionRules.NotRunning;
        }

        if (Note?.Length > MaxLength)
        {
            yield return new Blocker("text-too-long", $"The note is longer than {MaxLength} signs.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(SessionRules.Adding(file, context, new SessionMoment(file.Interview.Sessions.Count, SessionMomentKind.Ended, Ending, Note)))
        {
            Told = Ending switch
            {
                SessionEnding.Distress => [new Told(Role.Coordinator, DistressTopic) { At = Gate.Interview }],
                SessionEnding.Unsafe => [new Told(Role.Coordinator, UnsafeTopic) { At = Gate.Interview }, new Told(Role.ProtectionOfficer, UnsafeTopic) { At = Gate.Interview }],
                SessionEnding.Done or SessionEnding.GoesOn or SessionEnding.LineLost => [],
            },
        };
}

internal static class SessionRules
{
    public static readonly Blocker NotRunning = new("interview-not-held", "No session is running. Start one first.");

    public static CaseFile Adding(CaseFile file, ActContext context, SessionMoment moment) =>
        file with { Interview = file.Interview with { Moments = file.Interview.Moments.Add(context.Record(moment, "screener")) } };
}
