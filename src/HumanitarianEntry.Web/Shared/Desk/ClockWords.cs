using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Shared.Desk;

/// <summary>How the clock of an open gate stands, after "waiting since ...".</summary>
public static class ClockWords
{
    /// <summary>", due ...", ", overdue since ...", ", its clock stands still since ..., because ..."; empty when the programme sets no clock.</summary>
    public static string Of(CaseView view, OpenGate open, DateTimeOffset now)
    {
        if (view.Programme.Rules.Clocks.For(view.File, open) is not { } clock)
        {
            return string.Empty;
        }

        var still = WorkReasons.StandsStill(Standstill.Of(view.File.Position)) is { } words ? $", its clock {char.ToLowerInvariant(words[0])}{words[1..]}" : string.Empty;
        return (clock.DueAt is { } due ? $", {(due < now ? "overdue since" : "due")} {Words.At(due)} ({Words.Distance(due, now)})" : string.Empty) + still;
    }
}
