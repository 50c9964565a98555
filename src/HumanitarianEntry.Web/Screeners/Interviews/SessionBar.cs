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
        (SessionMomentKind.BreakBegan, _) => S("break"),
        (SessionMomentKind.BreakEnded, _) => S("went on"),
        (_, SessionEnding.Distress) => S("stopped, it hurt too much"),
        (_, SessionEnding.Unsafe) => S("stopped, not alone or not safe"),
        (_, SessionEnding.LineLost) => S("ended, connection lost"),
        (_, SessionEnding.GoesOn) => S("ended, to be gone on with"),
        _ => S("ended"),
    };
}
