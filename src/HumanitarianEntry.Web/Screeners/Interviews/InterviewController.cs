using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>Base of the pages on which an interview is held. Those who only intake cases do not come here.</summary>
public abstract class InterviewController(CaseDoor door) : CaseController(door)
{
    protected static string UrlOf(CaseView view) => $"{ScreenerPaths.Case}{view.File.Reference}/interview";

    protected async Task<CaseView?> OpenInterviewAsync(string reference) => await OpenAsync(reference, "interview") is { } view && view.Shown.Contains(Compartment.Interview) ? view : null;

    /// <summary>The case's id without opening it; null for everybody who could not hold its interview.</summary>
    protected async Task<Guid?> FindAsync(string reference) =>
        RolesHere.Contains(Role.Screener) ? await Desk.FindAsync(Person.As(Role.Screener), reference, HttpContext.RequestAborted) : null;

    /// <summary>What the buttons of the session's bar stand for, pressed in the middle of a form.</summary>
    protected static (Act Act, string Message)? SessionStep(string? go) => go switch
    {
        "break" => (new MarkBreak(Begins: true), S("The break has begun. What you typed is kept.")),
        "resume" => (new MarkBreak(Begins: false), S("The break is over.")),
        "distress" => (new EndInterviewSession(SessionEnding.Distress), S("The session is stopped and the coordinator is told. What you typed is kept. Stay with the person: help comes before questions.")),
        _ => null,
    };
}
