using System.Diagnostics;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Pages;

/// <summary>Bytes of a page.</summary>
/// <param name="WithFiles">The page with every style and script that it names, as they go over the wire: nothing is compressed, because a page holds secrets beside what others write.</param>
internal sealed record PageWeight(long Plain, long Gzip, long WithFiles);

/// <summary>Milliseconds of a page and of the bare page asked for in turn with it.</summary>
internal sealed record PageTiming(double P50, double P99, double BareP50, double BareP99, PageWeight? Page)
{
    /// <summary>The first answers compile what the later ones use.</summary>
    private const int WarmUp = 10;

    public static async Task<PageTiming> OfAsync(Func<Task> ask, Func<Task> askBare, int times, Func<Task<PageWeight>>? weigh)
    {
        var (ours, bare) = (new List<double>(times), new List<double>(times));
        for (var i = 0; i < times + Math.Min(WarmUp, times); i++)
        {
            var (one, other) = (await TimeAsync(ask), await TimeAsync(askBare));
            if (i >= Math.Min(WarmUp, times))
            {
                ours.Add(one);
                bare.Add(other);
            }
        }

        return new PageTiming(At(ours, 0.50), At(ours, 0.99), At(bare, 0.50), At(bare, 0.99), weigh is null ? null : await weigh());
    }

    private static async Task<double> TimeAsync(Func<Task> ask)
    {
        var from = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }

    private static double At(List<double> times, double part) => times.Order().ElementAt((int)Math.Min(times.Count - 1, Math.Ceiling(times.Count * part) - 1));
}
