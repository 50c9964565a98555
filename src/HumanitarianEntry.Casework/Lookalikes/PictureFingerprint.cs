using System.Numerics;

namespace HumanitarianEntry.Casework.Lookalikes;

/// <summary>
/// What a picture looks like, in bits that stay nearly the same when it is made smaller, brighter or encoded anew: the signs of the slow waves of its gray values (a discrete cosine transform, as in
/// Meta's PDQ), and those of quicker waves, which tell two pages of one form apart.
/// </summary>
/// <param name="Coarse">32 bytes: whether each of the 16 by 16 slowest waves, the mean aside, is above the middle one.</param>
/// <param name="Fine">The same of the waves behind them.</param>
/// <param name="Margins">How far each wave of <paramref name="Coarse"/> is from the middle one; a small one may turn over.</param>
/// <param name="IsFlat">Most of it is one shade, as in a page, a form or a screen: those of one layout look alike from afar, so they must be nearer to count.</param>
public sealed record PictureFingerprint(byte[] Coarse, byte[] Fine, float[] Margins, bool IsFlat)
{
    /// <summary>Edge of the raster of gray values that it is made from.</summary>
    public const int Edge = 64;

    /// <summary>Bits of the coarse part.</summary>
    public const int Bits = 256;

    /// <summary>Bits that may differ between copies of one picture, and between copies of one page (measured, decision 0035).</summary>
    private const int NearCoarse = 40;
    private const int NearFine = 112;
    private const int NearCoarseFlat = 20;
    private const int NearFineFlat = 39;

    private const int Slowest = 16;
    private const int Quickest = 36;

    /// <summary>Pictures with less change between neighbours are nearly empty: they would all look alike.</summary>
    private const int LeastChange = 40;

    private static readonly (int Across, int Down)[] FineWaves =
        [.. from down in Enumerable.Range(1, Quickest - 1) from across in Enumerable.Range(1, Quickest - 1) where (across > Slowest || down > Slowest) && across + down <= Quickest select (across, down)];

    private static readonly float[][] Cosines = [.. Enumerable.Range(0, Quickest).Select(k => Enumerable.Range(0, Edge).Select(n => (float)Math.Cos(Math.PI * ((2 * n) + 1) * k / (2 * Edge))).ToArray())];

    /// <param name="gray">64 by 64 gray values, row by row.</param>
    /// <returns>Null where the picture is nearly empty.</returns>
    public static PictureFingerprint? Of(ReadOnlySpan<byte> gray)
    {
        if (gray.Length != Edge * Edge || ChangeOf(gray) < LeastChange)
        {
            return null;
        }

        var waves = Waves(gray);
        var coarse = new float[Bits];
        for (var i = 0; i < Bits; i++)
        {
            coarse[i] = waves[((1 + (i / Slowest)) * Quickest) + 1 + (i % Slowest)];
        }

        var fine = FineWaves.Select(w => waves[(w.Down * Quickest) + w.Across]).ToArray();
        var middle = Middle(coarse);
        return new PictureFingerprint(Above(coarse, middle), Above(fine, Middle(fine)), [.. coarse.Select(c => Math.Abs(c - middle))], IsMostlyOneShade(gray));
    }

    /// <summary>Whether a person would take the two for copies of one picture.</summary>
    public bool IsNear(PictureFingerprint other)
    {
        var (coarse, fine) = IsFlat || other.IsFlat ? (NearCoarseFlat, NearFineFlat) : (NearCoarse, NearFine);
        return Distance(Coarse, other.Coarse) <= coarse && Distance(Fine, other.Fine) <= fine;
    }

    /// <summary>The same raster seen in a mirror.</summary>
    public static byte[] Mirrored(ReadOnlySpan<byte> gray)
    {
        var turned = gray.ToArray();
        for (var row = 0; row < Edge; row++)
        {
            turned.AsSpan(row * Edge, Edge).Reverse();
        }

        return turned;
    }

    /// <summary>How many bits differ.</summary>
    public static int Distance(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var differ = 0;
        for (var i = 0; i < one.Length; i++)
        {
            differ += BitOperations.PopCount((uint)(one[i] ^ other[i]));
        }

        return differ;
    }

    /// <summary>Half of it lies within ten shades of its most common one.</summary>
    private static bool IsMostlyOneShade(ReadOnlySpan<byte> gray)
    {
        var counts = new int[256];
        foreach (var shade in gray)
        {
            counts[shade]++;
        }

        return Enumerable.Range(0, 256).Max(s => counts[Math.Max(0, s - 10)..Math.Min(256, s + 11)].Sum()) * 2 > gray.Length;
    }

    /// <summary>Sum of steps between neighbours, in hundredths of black to white, scaled as PDQ's measure of quality.</summary>
    private static int ChangeOf(ReadOnlySpan<byte> gray)
    {
        var sum = 0;
        for (var y = 0; y < Edge; y++)
        {
            for (var x = 0; x < Edge; x++)
            {
                var here = gray[(y * Edge) + x];
                sum += x + 1 < Edge ? Math.Abs(here - gray[(y * Edge) + x + 1]) * 100 / 255 : 0;
                sum += y + 1 < Edge ? Math.Abs(here - gray[((y + 1) * Edge) + x]) * 100 / 255 : 0;
            }
        }

        return sum / 90;
    }

    private static float[] Waves(ReadOnlySpan<byte> gray)
    {
        var across = new float[Edge * Quickest];
        for (var y = 0; y < Edge; y++)
        {
            for (var k = 0; k < Quickest; k++)
            {
                var sum = 0f;
                for (var x = 0; x < Edge; x++)
                {
                    sum += gray[(y * Edge) + x] * Cosines[k][x];
                }

                across[(y * Quickest) + k] = sum;
            }
        }

        var waves = new float[Quickest * Quickest];
        for (var k = 0; k < Quickest; k++)
        {
            for (var down = 0; down < Quickest; down++)
            {
                var sum = 0f;
                for (var y = 0; y < Edge; y++)
                {
                    sum += across[(y * Quickest) + k] * Cosines[down][y];
                }

                waves[(down * Quickest) + k] = sum;
            }
        }

        return waves;
    }

    private static float Middle(float[] values) => values.Order().ElementAt(values.Length / 2);

    private static byte[] Above(float[] values, float middle)
    {
        var bits = new byte[(values.Length + 7) / 8];
        for (var i = 0; i < values.Length; i++)
        {
            bits[i / 8] |= values[i] > middle ? (byte)(1 << (i % 8)) : (byte)0;
        }

        return bits;
    }
}
