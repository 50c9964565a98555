using HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>95 % intervals by drawing the cases again with replacement, seed fixed.</summary>
internal static class Bootstrap
{
    private const int Draws = 1000;

    public static (double Low, double High) OfShare(IReadOnlyList<bool> cases) => Of(cases.Count, drawn => drawn.Count(i => cases[i]) / (double)cases.Count);

    public static (double Low, double High) Of(int count, Func<int[], double> measure)
    {
        var dice = new Dice(95);
        var drawn = new int[count];
        var values = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var i = 0; i < count; i++)
            {
                drawn[i] = dice.Below(count);
            }

            values[draw] = measure(drawn);
        }

        Array.Sort(values);
        return (values[Draws * 25 / 1000], values[Draws * 975 / 1000]);
    }
}
