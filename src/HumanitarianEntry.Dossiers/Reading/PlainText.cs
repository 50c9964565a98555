using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Reading;

/// <summary>The texts that any bytes hold: letters in the usual ways of writing them down, in pieces.</summary>
internal static class PlainText
{
    /// <summary>Runs of fewer readable characters are no text: noise is full of them, and what is looked for outside of pages is longer.</summary>
    private const int Shortest = 5;

    private const int Piece = 16 * 1024;

    /// <summary>So much of a piece stands at the beginning of the next: whatever is looked for is shorter, and found where a piece ends.</summary>
    private const int Overlap = 4 * 1024;

    private const int Step = 8 * 1024;

    private static readonly ImmutableArray<(Encoding Encoding, byte[] Mark)> Wide = [(Encoding.Unicode, [0xFF, 0xFE]), (Encoding.BigEndianUnicode, [0xFE, 0xFF])];

    public static IEnumerable<string> Of(ReadOnlyMemory<byte> bytes)
    {
        var marked = Wide.Where(wide => bytes.Span.StartsWith(wide.Mark)).Select(wide => wide.Encoding).FirstOrDefault();
        var found = In(bytes, 0, Encoding.UTF8, IsReadable);
        foreach (var (encoding, _) in Wide)
            found = found.Concat(In(bytes, 0, encoding, encoding.Equals(marked) ? IsReadable : IsOfNearScript)).Concat(In(bytes, 1, encoding, IsOfNearScript));
        return found;
    }

    private static IEnumerable<string> In(ReadOnlyMemory<byte> bytes, int from, Encoding encoding, Func<char, bool> isReadable)
    {
        var decoder = encoding.GetDecoder();
        var letters = new char[Step + 4];
        var (text, run) = (new StringBuilder(), 0);
        for (var at = from; at < bytes.Length; at += Step)
        {
            var count = decoder.GetChars(bytes.Span.Slice(at, Math.Min(Step, bytes.Length - at)), letters, flush: at + Step >= bytes.Length);
            for (var i = 0; i < count; i++)
            {
                if (isReadable(letters[i]))
                    text.Append(letters[i]);
                else
                    run = EndRun(text, run);
            }

            if (text.Length < Piece)
                continue;
            yield return text.ToString();
            var gone = text.Length - Overlap;
            text.Remove(0, gone);
            run = Math.Max(0, run - gone);
        }

        EndRun(text, run);
        if (text.Length > 0)
            yield return text.ToString();
    }

    private static int EndRun(StringBuilder text, int run)
    {
        if (text.Length - run >= Shortest)
            text.Append('\n');
        else
            text.Length = run;
        return text.Length;
    }

    private static bool IsReadable(char letter) => letter != '\uFFFD' && (!char.IsControl(letter) || letter is '\n' or '\r' or '\t');

    /// <summary>
    /// Two bytes of anything are some letter of UTF-16, mostly a Chinese or Korean one. Where nothing says that it is text, only what is written in the scripts from Latin to the
    /// Indic ones, in Georgian, or as a usual sign counts.
    /// </summary>
    private static bool IsOfNearScript(char letter) => IsReadable(letter) && letter is < '\u0900' or (>= '\u10A0' and <= '\u10FF') or (>= '\u1C80' and <= '\u1CBF') or (>= '\u1E00' and <= '\u214F');
}

/// <summary>The texts in the entries of a packed file, such as a word processor's.</summary>
internal static partial class PackedText
{
    private const int MostEntries = 2000;
    private const long MostUnpacked = 64L * 1024 * 1024;

    /// <returns>Null at the end where the archive is damaged, locked or a bomb.</returns>
    public static IEnumerable<string?> Of(ReadOnlyMemory<byte> bytes)
    {
        using var archive = Opened(bytes);
        if (archive is null || archive.Entries.Count > MostEntries)
        {
            yield return null;
            yield break;
        }

        var room = MostUnpacked;
        foreach (var entry in archive.Entries)
        {
            yield return entry.FullName;
            if (Unpacked(entry, room) is not { } plain)
            {
                yield return null;
                yield break;
            }

            room -= plain.Length;
            foreach (var text in PlainText.Of(plain))
                yield return Tag().Replace(text, WordsIn);
        }
    }

    private static ZipArchive? Opened(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new ZipArchive(FileContent.StreamOf(bytes), ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[]? Unpacked(ZipArchiveEntry entry, long room)
    {
        try
        {
            using var plain = new MemoryStream();
            using var packed = entry.Open();
            var piece = new byte[64 * 1024];
            for (int read; (read = packed.Read(piece)) > 0;)
            {
                plain.Write(piece, 0, read);
                if (plain.Length > room)
                    return null;
            }

            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>A tag goes, so that a word in two pieces is one again; what it says to people, such as who changed something, stays.</summary>
    private static string WordsIn(Match tag) => string.Concat(Words().Matches(tag.Value).Select(value => $" {value.Groups["words"].Value} "));

    [GeneratedRegex("<[^<>]{0,2000}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    /// <summary>Values with a blank, or with letters that no program's own word has.</summary>
    [GeneratedRegex("=[\"'](?<words>[^\"'<>]*(?:[ \\u00C0-\\uFFFF])[^\"'<>]*)[\"']", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
