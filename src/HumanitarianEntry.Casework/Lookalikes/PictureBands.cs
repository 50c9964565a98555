namespace HumanitarianEntry.Casework.Lookalikes;

/// <summary>
/// Samples of a fingerprint's bits by which near ones are found in an index: two pictures that differ in few bits agree on at least one sample. A search also tries the samples with their most
/// doubtful bits turned over, so that few samples are enough.
/// </summary>
internal static class PictureBands
{
    public const int Count = 12;

    /// <summary>Bits of one sample: of ten million pictures less than one has a given one by chance.</summary>
    public const int Width = 24;

    /// <summary>Doubtful bits of a sample of which each combination is tried.</summary>
    private const int Doubtful = 3;

    /// <summary>Which bits each sample takes. Fixed for ever: rows are stored under them.</summary>
    private static readonly int[][] Places = Draw();

    /// <summary>The samples under which a picture is stored, each with its number.</summary>
    public static IEnumerable<string> Stored(PictureFingerprint picture) => Places.Select((places, number) => Name(number, Value(picture.Coarse, places)));

    /// <summary>The samples under which a picture that looks like it may be stored.</summary>
    public static IEnumerable<string> Sought(PictureFingerprint picture)
    {
        for (var number = 0; number < Count; number++)
        {
            var places = Places[number];
            var value = Value(picture.Coarse, places);
            int[] weak = [.. Enumerable.Range(0, Width).OrderBy(i => picture.Margins[places[i]]).Take(Doubtful)];
            for (var turned = 0; turned < 1 << Doubtful; turned++)
            {
                var probe = value;
                for (var i = 0; i < Doubtful; i++)
                {
                    probe ^= (turned >> i & 1) << weak[i];
                }

                yield return Name(number, probe);
            }
        }
    }

    private static string Name(int number, int value) => FormattableString.Invariant($"{number} {value:x6}");

    private static int Value(byte[] bits, int[] places)
    {
        var value = 0;
        for (var i = 0; i < Width; i++)
        {
            value |= (bits[places[i] / 8] >> (places[i] % 8) & 1) << i;
        }

        return value;
    }

    /// <summary>A shuffle that is the same everywhere (xorshift from a fixed beginning); nothing secret hangs on it.</summary>
    private static int[][] Draw()
    {
        var state = 0x9E3779B9u;
        return [.. Enumerable.Range(0, Count).Select(_ =>
        {
            var all = Enumerable.Range(0, PictureFingerprint.Bits).ToArray();
            for (var i = 0; i < Width; i++)
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                var other = i + (int)(state % (uint)(all.Length - i));
                (all[i], all[other]) = (all[other], all[i]);
            }

            return all[..Width];
        })];
    }
}
