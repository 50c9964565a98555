using System.Buffers.Binary;
using System.Text;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>
/// Films (MP4, MOV) without place, device, author and time. The copy has the length of the original: picture and sound stay where they are, bit for bit; every box that playing does not need, every
/// track that is neither picture nor sound, and every byte that no picture or sound is made of becomes zero.
/// </summary>
internal static class MovieCleaner
{
    public const string Tool = "HumanitarianEntry films 1";
    public const string Parameters = "pictures and sound bit for bit; times, names and all other boxes, tracks and bytes blanked";
    private const long LongestDirectory = 64L * 1024 * 1024;
    private const int MostBoxes = 10_000;

    /// <param name="original">Can seek. It is read again when the copy is.</param>
    /// <exception cref="NotCleanedException">It is of a form that is not cleaned.</exception>
    public static async Task<CleanCopy> CleanAsync(Stream original, CancellationToken cancellationToken)
    {
        List<(long Start, int Head, long Size, string Type)> boxes = await TopAsync(original, cancellationToken);
        if (boxes.Exists(b => b.Type is "moof" or "mfra" or "sidx" or "styp") || boxes.Count(b => b.Type == "moov") != 1 || boxes.Count(b => b.Type == "ftyp") > 1)
        {
            throw new NotCleanedException(NoCopyReason.UnknownForm);
        }

        var directory = boxes.Find(b => b.Type == "moov");
        if (directory.Size > LongestDirectory)
        {
            throw new NotCleanedException(NoCopyReason.TooLarge);
        }

        var bytes = new byte[directory.Size];
        original.Position = directory.Start;
        await original.ReadExactlyAsync(bytes, cancellationToken);
        var cleaner = new MovieDirectory(bytes);
        cleaner.Clean(directory.Head);

        List<FileTrait> traits = [.. cleaner.Traits];
        List<Patch> parts = [];
        foreach (var box in boxes)
        {
            switch (box.Type)
            {
                case "moov":
                    parts.Add(new Patch(box.Start, box.Start + box.Size, false, bytes));
                    break;
                case "mdat":
                    parts.AddRange(Kept(box.Start, box.Start + box.Head, box.Start + box.Size, cleaner.Samples));
                    break;
                case "ftyp":
                    parts.Add(new Patch(box.Start, box.Start + box.Size, false, default));
                    break;
                default:
                    traits.AddRange(await ReadAsync(original, box, cancellationToken));
                    var head = new byte[box.Head];
                    BinaryPrimitives.WriteUInt32BigEndian(head, box.Head == 16 ? 1 : (uint)box.Size);
                    "free"u8.CopyTo(head.AsSpan(4));
                    if (box.Head == 16)
                    {
                        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(8), box.Size);
                    }

                    parts.Add(new Patch(box.Start, box.Start + box.Head, false, head));
                    parts.Add(new Patch(box.Start + box.Head, box.Start + box.Size, true, default));
                    break;
            }
        }

        return CleanCopy.Of(new PatchedStream(original, parts), Tool, Parameters, traits);
    }

    private static async Task<List<(long Start, int Head, long Size, string Type)>> TopAsync(Stream original, CancellationToken cancellationToken)
    {
        List<(long Start, int Head, long Size, string Type)> boxes = [];
        var head = new byte[16];
        for (var at = 0L; at < original.Length;)
        {
            original.Position = at;
            var read = await original.ReadAtLeastAsync(head, 16, throwOnEndOfStream: false, cancellationToken);
            if (read < 8 || boxes.Count == MostBoxes)
            {
                throw new NotCleanedException(NoCopyReason.Broken);
            }

            var size = (long)BinaryPrimitives.ReadUInt32BigEndian(head);
            var length = 8;
            if (size == 1)
            {
                (size, length) = (read == 16 ? BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8)) : 0, 16);
            }
            else if (size == 0)
            {
                size = original.Length - at;
            }

            if (size < length || size > original.Length - at)
            {
                throw new NotCleanedException(NoCopyReason.Broken);
            }

            boxes.Add((at, length, size, Encoding.Latin1.GetString(head, 4, 4)));
            at += size;
        }

        return boxes;
    }

    private static IEnumerable<Patch> Kept(long start, long content, long end, IReadOnlyList<(long From, long To)> samples)
    {
        yield return new Patch(start, content, false, default);
        var at = content;
        foreach (var (from, to) in samples.Where(s => s.To > content && s.From < end))
        {
            var (begins, ends) = (Math.Max(from, at), Math.Min(to, end));
            if (begins > at)
            {
                yield return new Patch(at, begins, true, default);
            }

            if (ends > begins)
            {
                yield return new Patch(begins, ends, false, default);
            }

            at = Math.Max(at, ends);
        }

        if (at < end)
        {
            yield return new Patch(at, end, true, default);
        }
    }

    private static async Task<IEnumerable<FileTrait>> ReadAsync(Stream original, (long Start, int Head, long Size, string Type) box, CancellationToken cancellationToken)
    {
        var bytes = new byte[(int)Math.Min(box.Size - box.Head, 256 * 1024)];
        original.Position = box.Start + box.Head;
        await original.ReadExactlyAsync(bytes, cancellationToken);
        return PlainWords.In(bytes, box.Type);
    }
}
