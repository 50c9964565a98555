namespace HumanitarianEntry.Screening.Matching;

/// <summary>How alike two canonical keys are: 1 minus the weighted edit distance over the longer length. Letters that romanisations confuse cost less.</summary>
internal static class KeySimilarity
{
    private const int MostLetters = 64;
    private const int Letters = 128;

    // Two neighbours typed in the wrong order are one slip.
    private const double Exchange = 0.8;

    private static readonly double[] Costs = Table(
        ('S', 'C', 0.4), ('C', 'h', 0.5), ('c', 'k', 0.4), ('c', 'C', 0.5), ('c', 's', 0.5), ('S', 's', 0.4), ('Z', 'z', 0.4), ('Z', 'i', 0.6), ('a', 'o', 0.5), ('e', 'i', 0.5),
        ('a', 'e', 0.7), ('o', 'u', 0.7), ('e', 'o', 0.6), ('v', 'f', 0.5), ('v', 'u', 0.6), ('v', 'b', 0.7), ('d', 't', 0.7), ('h', 'k', 0.6), ('z', 's', 0.7), ('m', 'n', 0.8), ('b', 'p', 0.7));

    public static double Of(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal))
        {
            return 1;
        }

        if (a.Length == 0 || b.Length == 0 || a.Length > MostLetters || b.Length > MostLetters)
        {
            return 0;
        }

        Span<double> before = stackalloc double[b.Length + 1];
        Span<double> previous = stackalloc double[b.Length + 1];
        Span<double> current = stackalloc double[b.Length + 1];
        for (var j = 1; j <= b.Length; j++)
        {
            previous[j] = previous[j - 1] + Gap(b[j - 1]);
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = previous[0] + Gap(a[i - 1]);
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(previous[j] + Gap(a[i - 1]), current[j - 1] + Gap(b[j - 1]));
                cost = Math.Min(cost, previous[j - 1] + Change(a[i - 1], b[j - 1]));
                current[j] = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(cost, before[j - 2] + Exchange) : cost;
            }

            previous.CopyTo(before);
            current.CopyTo(previous);
        }

        return Math.Max(0, 1 - (previous[b.Length] / Math.Max(a.Length, b.Length)));
    }

    /// <summary>At least so many consonants, and the same ones in the same order; the weak h is no consonant here.</summary>
    public static bool HaveSameConsonants(string a, string b, int least)
    {
        var (i, j, same) = (0, 0, 0);
        while (true)
        {
            while (i < a.Length && IsWeak(a[i]))
            {
                i++;
            }

            while (j < b.Length && IsWeak(b[j]))
            {
                j++;
            }

            if (i == a.Length || j == b.Length)
            {
                return i == a.Length && j == b.Length && same >= least;
            }

            if (a[i++] != b[j++])
            {
                return false;
            }

            same++;
        }
    }

    private static bool IsWeak(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'h';

    /// <summary>Plain edit distance, or <paramref name="most"/> + 1 as soon as it is certain to be larger.</summary>
    public static int Edits(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || a.Length > MostLetters || b.Length > MostLetters)
        {
            return most + 1;
        }

        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                best = Math.Min(best, current[j]);
            }

            if (best > most)
            {
                return most + 1;
            }

            current.CopyTo(previous);
        }

        return previous[b.Length];
    }

    private static double Gap(char c) => c is 'h' or 'i' ? 0.5 : c is 'e' or 'a' or 'o' or 'u' ? 0.8 : 1;

    private static double Change(char a, char b) => a == b ? 0 : a < Letters && b < Letters ? Costs[(a * Letters) + b] : 1;

    private static double[] Table(params (char A, char B, double Cost)[] pairs)
    {
        var table = new double[Letters * Letters];
        Array.Fill(table, 1);
        foreach (var (a, b, cost) in pairs)
        {
            table[(a * Letters) + b] = cost;
            table[(b * Letters) + a] = cost;
        }

        return table;
    }
}
