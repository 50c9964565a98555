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

        var due = clock.DueAt is not { } at ? null : at < now ? S($"overdue since {at} ({Words.Distance(at, now)})") : S($"due {at} ({Words.Distance(at, now)})");
        var still = Standstill.Of(view.File.Position) switch
        {
            null => null,
            { Since: { } since, Because: var path } => S($"its clock stands still since {since}, {WorkReasons.Cause(path)}"),
            { Because: var path } => S($"its clock stands still, {WorkReasons.Cause(path)}"),
        };
        return string.Concat(new[] { due, still }.OfType<string>().Select(words => ", " + words));
    }
}
