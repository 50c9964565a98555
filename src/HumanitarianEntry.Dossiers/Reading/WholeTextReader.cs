using System.Runtime.CompilerServices;
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

    /// <summary>Nowhere: the attached file could not be read, and nobody knows what it says.</summary>
    Unread,
}

/// <param name="File">Name of the attached file that it stands in; null for the dossier itself.</param>
/// <param name="Page">From 1; only with <see cref="TextPlace.Page"/>.</param>
public sealed record PlacedText(string? File, TextPlace Place, int? Page, string Text);

/// <summary>
/// Every text of a PDF and of the files in it: pages, notes, properties, outline, alternative texts, names, and what its attached files hold. One text after the other,
/// long ones in pieces that overlap, so that a large dossier is never held as text in one.
/// </summary>
public static class WholeTextReader
{
    private const int Deepest = 3;

    /// <exception cref="PdfReaderException">The reader could not run, or the dossier itself cannot be read: nothing may be said about it.</exception>
    public static IAsyncEnumerable<PlacedText> ReadAsync(ReadOnlyMemory<byte> pdf, IPdfTextReader reader, CancellationToken cancellationToken) => PdfAsync(pdf, null, 0, reader, cancellationToken);

    private static async IAsyncEnumerable<PlacedText> PdfAsync(ReadOnlyMemory<byte> bytes, string? name, int depth, IPdfTextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (depth > Deepest || await reader.ReadAsync(bytes, cancellationToken) is not { } pages || Understood(() => Open(bytes)) is not var (file, strings, attached))
        {
            yield return name is null ? throw new PdfReaderException("The finished dossier cannot be read.") : new(name, TextPlace.Unread, null, string.Empty);
            yield break;
        }

        for (var i = 0; i < pages.Count; i++)
            yield return new(name, TextPlace.Page, i + 1, pages[i]);
        foreach (var (place, text) in strings)
            yield return new(name, place, null, text);
        (pages, strings) = ([], []);
        using var buffer = new MemoryStream();
        foreach (var one in attached.SelectMany(files => files.Select(content => (Name: files.Key, Content: content))))
        {
            yield return new(name, TextPlace.FileName, null, one.Name);
            if (Understood<ReadOnlyMemory<byte>?>(() => file.Decode(one.Content, buffer)) is not { } content)
                yield return name is null ? throw new PdfReaderException("The finished dossier cannot be read.") : new(name, TextPlace.Unread, null, string.Empty);
            else
                await foreach (var text in FileAsync(content, one.Name, depth + 1, reader, cancellationToken))
                    yield return text;
        }
    }

    private static async IAsyncEnumerable<PlacedText> FileAsync(ReadOnlyMemory<byte> bytes, string name, int depth, IPdfTextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Without a single object there is nothing in it but its own bytes.
        if (bytes.Span[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0 && bytes.Span.IndexOf(" obj"u8) >= 0)
        {
            await foreach (var text in PdfAsync(bytes, name, depth, reader, cancellationToken))
                yield return text;
        }
        else if (bytes.Span.StartsWith("PK\u0003\u0004"u8))
        {
            foreach (var text in PackedText.Of(bytes))
                yield return text is null ? new(name, TextPlace.Unread, null, string.Empty) : new(name, TextPlace.Hidden, null, text);
        }

        foreach (var text in PlainText.Of(bytes))
            yield return new(name, TextPlace.Hidden, null, text);
    }

    private static (PdfFile File, IReadOnlyList<(TextPlace Place, string Text)> Strings, ILookup<string, PdfStream> Attached)? Open(ReadOnlyMemory<byte> bytes)
    {
        var file = PdfFile.Open(bytes);
        var (strings, attached) = (PdfStrings.Of(file).ToList(), Attachments.Of(file));
        // The attached files take their time, and need none of it.
        file.Forget();
        return (file, strings, attached);
    }

    private static T? Understood<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is PdfBrokenException or OverflowException or ArgumentOutOfRangeException)
        {
            return default;
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
