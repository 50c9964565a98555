using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>The bar above the pages of an interview: which session runs, since when, break and stop.</summary>
/// <param name="Form">Id of the page's form that keeps what was typed when one of the bar's buttons is pressed; null where the buttons stand alone.</param>
public sealed record SessionBar(CaseView Case, string Url, string? Form);

/// <summary>Moments of a session in words.</summary>
public static class SessionWords
{
    public static string Of(SessionMoment moment) => (moment.Kind, moment.Ending) switch
    {
        (SessionMomentKind.BreakBegan, _) => "break",
        (SessionMomentKind.BreakEnded, _) => "went on",
        (_, SessionEnding.Distress) => "stopped, it hurt too much",
        (_, SessionEnding.Unsafe) => "stopped, not alone or not safe",
        (_, SessionEnding.LineLost) => "ended, connection lost",
        (_, SessionEnding.GoesOn) => "ended, to be gone on with",
        _ => "ended",
    };
}
