using System.Buffers.Binary;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>Where the samples of a track lie: chunks, how many samples each has, and how long each is.</summary>
internal static class SampleTable
{
    private const int MostSamples = 20_000_000;

    /// <exception cref="NotCleanedException">The tables do not add up.</exception>
    public static List<(long From, long To)> Of(byte[] bytes, MovieBox track)
    {
        var table = Inner(bytes, Inner(bytes, Inner(bytes, track, "mdia"), "minf"), "stbl");
        var boxes = MovieBox.Within(bytes, table.Content, table.End);
        var sizes = boxes.Find(b => b.Type == "stsz");
        var groups = boxes.Find(b => b.Type == "stsc");
        var places = boxes.Find(b => b.Type is "stco" or "co64");
        if (sizes.Size < 20 || groups.Size < 16 || places.Size < 16)
        {
            throw new NotCleanedException(NoCopyReason.Broken);
        }

        var (size, samples) = (At(bytes, sizes, 4), At(bytes, sizes, 8));
        var (entries, chunks, wide) = (At(bytes, groups, 4), At(bytes, places, 4), places.Type == "co64" ? 8 : 4);
        if (samples > MostSamples || (size == 0 && samples > (sizes.End - sizes.Content - 12) / 4) || entries > (groups.End - groups.Content - 8) / 12 || chunks > (places.End - places.Content - 8) / wide)
        {
            throw new NotCleanedException(NoCopyReason.Broken);
        }

        List<(long From, long To)> found = [];
        var (sample, group) = (0L, 0L);
        for (var chunk = 0L; chunk < chunks && sample < samples; chunk++)
        {
            while (group + 1 < entries && At(bytes, groups, 8 + (12 * (group + 1))) <= chunk + 1)
            {
                group++;
            }

            if (entries == 0)
            {
                throw new NotCleanedException(NoCopyReason.Broken);
            }

            var from = wide == 8 ? BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(places.Content + 8 + (int)(8 * chunk))) : At(bytes, places, 8 + (4 * chunk));
            var count = Math.Min(At(bytes, groups, 8 + (12 * group) + 4), samples - sample);
            var length = size != 0 ? size * count : 0;
            for (var i = 0L; size == 0 && i < count; i++)
            {
                length += At(bytes, sizes, 12 + (4 * (sample + i)));
            }

            sample += count;
            if (from < 0 || length > long.MaxValue - from)
            {
                throw new NotCleanedException(NoCopyReason.Broken);
            }

            found.Add((from, from + length));
        }

        return found;
    }

    private static MovieBox Inner(byte[] bytes, MovieBox box, string type) =>
        MovieBox.Within(bytes, box.Content, box.End).Find(b => b.Type == type) is { Size: > 0 } inner ? inner : throw new NotCleanedException(NoCopyReason.Broken);

    private static long At(byte[] bytes, MovieBox box, long offset) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(box.Content + (int)offset, 4));
}
