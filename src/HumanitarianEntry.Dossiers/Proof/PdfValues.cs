namespace HumanitarianEntry.Dossiers.Proof;

/// <summary>A value of a PDF as it stands in the file (ISO 32000-1, 7.3).</summary>
internal abstract record PdfValue;

/// <summary>true, false or null.</summary>
internal sealed record PdfWord(string Word) : PdfValue;

internal sealed record PdfName(string Name) : PdfValue;

internal sealed record PdfNumber(double Value) : PdfValue;

internal sealed record PdfString(byte[] Bytes) : PdfValue
{
    /// <summary>As a text string: UTF-16BE or UTF-8 where it says so, else one letter a byte.</summary>
    public string Text => Bytes switch
    {
        [0xFE, 0xFF, ..] => System.Text.Encoding.BigEndianUnicode.GetString(Bytes, 2, Bytes.Length - 2),
        [0xEF, 0xBB, 0xBF, ..] => System.Text.Encoding.UTF8.GetString(Bytes, 3, Bytes.Length - 3),
        _ => System.Text.Encoding.Latin1.GetString(Bytes),
    };
}

internal sealed record PdfReference(int Number) : PdfValue;

/// <param name="Close">Where its closing bracket stands.</param>
internal sealed record PdfArray(IReadOnlyList<PdfValue> Items, int Close) : PdfValue;

/// <param name="Close">Where its closing brackets begin.</param>
internal sealed record PdfDictionary(IReadOnlyDictionary<string, PdfValue> Entries, int Close) : PdfValue
{
    public PdfValue? this[string name] => Entries.GetValueOrDefault(name);

    public string? NameOf(string entry) => (this[entry] as PdfName)?.Name;

    public int? NumberOf(string entry) => this[entry] is PdfNumber { Value: var value } && value == Math.Floor(value) && Math.Abs(value) < int.MaxValue ? (int)value : null;
}

/// <param name="Raw">The bytes between "stream" and "endstream", as they are filtered.</param>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Raw) : PdfValue;

/// <summary>The file is no PDF that this reader understands. The message is for people.</summary>
public sealed class PdfBrokenException(string message, Exception? inner = null) : Exception(message, inner);
