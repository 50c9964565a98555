using System.IO.Compression;
using System.Text;
using HumanitarianEntry.Dossiers.Proof;

namespace HumanitarianEntry.Dossiers.Reading;

/// <summary>Where in a file a text stands.</summary>
public enum TextPlace
{
    Page,
    Properties,
    Outline,
    Alternative,
    FileName,

    /// <summary>Anything else that a file holds and no page shows.</summary>
    Hidden,
}

/// <param name="File">Name of the attached file that it stands in; null for the dossier itself.</param>
/// <param name="Page">From 1; only with <see cref="TextPlace.Page"/>.</param>
public sealed record PlacedText(string? File, TextPlace Place, int? Page, string Text);

/// <summary>What a finished dossier says anywhere in it.</summary>
/// <param name="Unreadable">Attached files that could not be read, by name.</param>
public sealed record WholeText(IReadOnlyList<PlacedText> Texts, IReadOnlyList<string> Unreadable);

/// <summary>Brings together every text of a PDF and of the files in it: pages, notes, properties, outline, alternative texts, names, and what its attached files hold.</summary>
public static class WholeTextReader
{
    private const int Deepest = 3;

    /// <exception cref="PdfReaderException">The reader could not run, or the dossier itself cannot be read: nothing may be said about it.</exception>
    public static async Task<WholeText> ReadAsync(ReadOnlyMemory<byte> pdf, IPdfTextReader reader, CancellationToken cancellationToken)
    {
        var texts = new List<PlacedText>();
        var unreadable = new List<string>();
        if (!await PdfAsync(pdf, null, 0))
            throw new PdfReaderException("The finished dossier cannot be read.");
        return new(texts, unreadable);

        async Task<bool> PdfAsync(ReadOnlyMemory<byte> bytes, string? name, int depth)
        {
            if (depth > Deepest || await reader.ReadAsync(bytes, cancellationToken) is not { } pages)
                return false;
            texts.AddRange(pages.Select((text, index) => new PlacedText(name, TextPlace.Page, index + 1, text)));
            try
            {
                var file = PdfFile.Open(bytes);
                texts.AddRange(PdfStrings.Of(file).Select(found => new PlacedText(name, found.Place, null, found.Text)));
                foreach (var attached in Attachments.Of(file))
                {
                    texts.Add(new(name, TextPlace.FileName, null, attached.Key));
                    foreach (var content in attached)
                        await FileAsync(content, attached.Key, depth + 1);
                }
                return true;
            }
            catch (Exception broken) when (broken is PdfBrokenException or OverflowException or ArgumentOutOfRangeException)
            {
                return false;
            }
        }

        async Task FileAsync(byte[] bytes, string name, int depth)
        {
            var isPdf = bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) >= 0;
            // Without a single object there is nothing in it but its own bytes.
            if (isPdf && bytes.AsSpan().IndexOf(" obj"u8) >= 0)
            {
                if (!await PdfAsync(bytes, name, depth))
                    unreadable.Add(name);
            }
            else if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
                Packed(bytes, name);
            texts.AddRange(PlainText.Of(bytes).Select(text => new PlacedText(name, TextPlace.Hidden, null, text)));
        }

        void Packed(byte[] bytes, string name)
        {
            try
            {
                texts.AddRange(PlainText.OfPacked(bytes).Select(text => new PlacedText(name, TextPlace.Hidden, null, text)));
            }
            catch (InvalidDataException)
            {
                unreadable.Add(name);
            }
        }
    }
}

/// <summary>Every text string in the objects of a PDF, and its metadata.</summary>
internal static class PdfStrings
{
    public static IEnumerable<(TextPlace Place, string Text)> Of(PdfFile file)
    {
        foreach (var number in file.Numbers.Order())
        {
            var value = file.Object(number);
            foreach (var found in In(value, TextPlace.Hidden))
                yield return found;
            if (value is PdfStream stream && stream.Dictionary.NameOf("Type") == "Metadata")
                yield return (TextPlace.Properties, Encoding.UTF8.GetString(file.Decode(stream)));
        }
    }

    private static IEnumerable<(TextPlace Place, string Text)> In(PdfValue? value, TextPlace place) => value switch
    {
        PdfString text when text.Bytes.Length is > 2 and < 1_000_000 => [(place, text.Text)],
        PdfArray array => array.Items.SelectMany(item => In(item, place)),
        PdfDictionary dictionary => dictionary.Entries.SelectMany(entry => In(entry.Value, PlaceOf(dictionary, entry.Key, place))),
        PdfStream stream => In(stream.Dictionary, place),
        _ => [],
    };

    private static TextPlace PlaceOf(PdfDictionary dictionary, string key, TextPlace otherwise) => key switch
    {
        "Alt" or "ActualText" or "E" => TextPlace.Alternative,
        "Title" when dictionary["Parent"] is not null => TextPlace.Outline,
        "Title" or "Author" or "Subject" or "Keywords" or "Creator" or "Producer" => TextPlace.Properties,
        "F" or "UF" or "Desc" when dictionary["EF"] is not null => TextPlace.FileName,
        _ => otherwise,
    };
}

/// <summary>The texts that any bytes hold: letters in the usual ways of writing them down.</summary>
internal static class PlainText
{
    private const int Shortest = 4;
    private const int MostEntries = 2000;
    private const long MostUnpacked = 64L * 1024 * 1024;

    public static IEnumerable<string> Of(byte[] bytes) => new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Select(encoding => Readable(encoding.GetString(bytes)));

    /// <exception cref="InvalidDataException">The archive is damaged, locked or a bomb.</exception>
    public static IReadOnlyList<string> OfPacked(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostEntries)
            throw new InvalidDataException("The archive has too many entries.");
        var found = new List<string>();
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            using var plain = new MemoryStream();
            using var packed = entry.Open();
            var piece = new byte[64 * 1024];
            for (int read; (read = packed.Read(piece)) > 0;)
            {
                plain.Write(piece, 0, read);
                if ((unpacked += read) > MostUnpacked)
                    throw new InvalidDataException("The archive unpacks to too much.");
            }
            found.Add(entry.FullName);
            found.AddRange(Of(plain.ToArray()).Select(WithoutTags));
        }
        return found;
    }

    private static string WithoutTags(string text) => System.Text.RegularExpressions.Regex.Replace(text, "<[^<>]{0,2000}>", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking);

    /// <summary>Runs of a few readable characters at least; what lies between them is no text.</summary>
    private static string Readable(string text)
    {
        var result = new StringBuilder();
        var from = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] != '\uFFFD' && (!char.IsControl(text[at]) || text[at] is '\n' or '\r' or '\t'))
                continue;
            if (at - from >= Shortest)
                result.Append(text, from, at - from).Append('\n');
            from = at + 1;
        }
        return result.ToString();
    }
}
