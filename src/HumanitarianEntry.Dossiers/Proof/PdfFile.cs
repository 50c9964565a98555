using System.Globalization;
using System.IO.Compression;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Proof;

/// <summary>
/// The objects of a PDF, read by its own cross-reference table: classic tables, cross-reference streams, object streams and incremental updates. Enough to find what
/// a dossier says about itself; it draws nothing. A file that contradicts itself is refused.
/// </summary>
internal sealed class PdfFile
{
    private const int MostObjects = 2_000_000;
    private const int LargestDecoded = 512 * 1024 * 1024;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly Dictionary<int, (long Offset, int? Container)> places = [];
    private readonly Dictionary<int, PdfValue> known = [];
    private readonly HashSet<int> beingRead = [];

    private PdfFile(ReadOnlyMemory<byte> bytes) => this.bytes = bytes;

    /// <summary>The newest trailer.</summary>
    public PdfDictionary Trailer { get; private set; } = new(new Dictionary<string, PdfValue>(StringComparer.Ordinal), 0);

    public PdfDictionary Root => Resolve(Trailer["Root"]) as PdfDictionary ?? throw new PdfBrokenException("The file has no catalog.");

    /// <summary>How often the file was saved over itself.</summary>
    public int Updates { get; private set; }

    public IEnumerable<int> Numbers => places.Keys;

    /// <exception cref="PdfBrokenException">It cannot be read.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith("%PDF-"u8))
            throw new PdfBrokenException("The file does not begin like a PDF.");
        var file = new PdfFile(bytes);
        file.ReadTables(StartOfTable(bytes.Span));
        return file;
    }

    public static int StartOfTable(ReadOnlySpan<byte> span)
    {
        var at = span.LastIndexOf("startxref"u8);
        if (at < 0 || at < span.Length - 2048)
            throw new PdfBrokenException("The end of the file is missing.");
        var place = new PdfLexer(span[at..].ToArray(), 9).Integer();
        return place < at ? (int)place : throw new PdfBrokenException("The table of objects is not where the file says.");
    }

    public PdfValue? Resolve(PdfValue? value)
    {
        for (var hops = 0; value is PdfReference reference; hops++)
        {
            if (hops > 20)
                throw new PdfBrokenException("References go round in a circle.");
            value = Object(reference.Number);
        }
        return value is PdfWord { Word: "null" } ? null : value;
    }

    public PdfValue? Object(int number)
    {
        if (known.TryGetValue(number, out var found))
            return found;
        if (!places.TryGetValue(number, out var place))
            return null;
        if (!beingRead.Add(number))
            throw new PdfBrokenException("References go round in a circle.");
        var value = place.Container is { } container ? Contained(container, number) : At(place.Offset, number).Value;
        beingRead.Remove(number);
        return known[number] = value;
    }

    /// <summary>Lets go of the objects that were read; whoever asks for one again gets it read again. A tagged dossier has tens of thousands.</summary>
    public void Forget() => known.Clear();

    /// <summary>The object with the place after its value, for who changes it as text.</summary>
    public (PdfValue Value, int From, int End) Place(int number) =>
        places.TryGetValue(number, out var place) && place.Container is null ? At(place.Offset, number) : throw new PdfBrokenException("An object is missing or compressed.");

    public byte[] Decode(PdfStream stream)
    {
        var filter = Resolve(stream.Dictionary["Filter"]);
        if (filter is PdfArray { Items: [var only] })
            filter = Resolve(only);
        switch (filter)
        {
            case null or PdfArray { Items.Count: 0 }:
                return stream.Raw.ToArray();
            case PdfName { Name: "FlateDecode" }:
                return PdfPredictor.Undo(Inflate(stream.Raw), Parameters(stream));
            default:
                throw new PdfBrokenException("A stream is packed in a way that is not read here.");
        }
    }

    /// <summary>The same into a buffer that the caller uses again for the next stream: annexes are unpacked one after the other, and together they are large.</summary>
    public ReadOnlyMemory<byte> Decode(PdfStream stream, MemoryStream buffer)
    {
        var filter = Resolve(stream.Dictionary["Filter"]);
        if (filter is null)
            return stream.Raw;
        if (filter is not PdfName { Name: "FlateDecode" } || Parameters(stream) is not null)
            return Decode(stream);
        buffer.SetLength(0);
        Inflate(stream.Raw, buffer);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private PdfDictionary? Parameters(PdfStream stream) => Resolve(stream.Dictionary["DecodeParms"]) switch
    {
        PdfArray { Items: [var only] } => Resolve(only) as PdfDictionary,
        var value => value as PdfDictionary,
    };

    private static byte[] Inflate(ReadOnlyMemory<byte> raw)
    {
        using var plain = new MemoryStream(raw.Length);
        Inflate(raw, plain);
        return plain.ToArray();
    }

    private static void Inflate(ReadOnlyMemory<byte> raw, MemoryStream plain)
    {
        using var packed = FileContent.StreamOf(raw);
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        var piece = new byte[64 * 1024];
        try
        {
            for (int read; (read = zlib.Read(piece)) > 0;)
            {
                plain.Write(piece, 0, read);
                if (plain.Length > LargestDecoded)
                    throw new PdfBrokenException("A stream unpacks to more than this reader takes.");
            }
        }
        catch (InvalidDataException broken)
        {
            throw new PdfBrokenException("A packed stream is damaged.", broken);
        }
    }

    private void ReadTables(long start)
    {
        var seen = new HashSet<long>();
        for (long? next = start; next is { } offset;)
        {
            if (!seen.Add(offset) || offset < 0 || offset >= bytes.Length || seen.Count > 1000)
                throw new PdfBrokenException("The tables of objects go round in a circle.");
            var lexer = new PdfLexer(bytes, (int)offset);
            var trailer = lexer.Take("xref") ? PdfTables.Classic(lexer, Add) : PdfTables.InStream(At(offset, null).Value as PdfStream, Decode, Add);
            if (Updates++ == 0)
                Trailer = trailer;
            if (trailer.NumberOf("XRefStm") is { } hybrid)
                PdfTables.InStream(At(hybrid, null).Value as PdfStream, Decode, Add);
            next = trailer.NumberOf("Prev");
        }
    }

    /// <summary>The newest table is read first; what it says of an object stands.</summary>
    private void Add(int number, long offset, int? container)
    {
        if (places.Count > MostObjects)
            throw new PdfBrokenException("The file has more objects than this reader takes.");
        places.TryAdd(number, (offset, container));
    }

    private (PdfValue Value, int From, int End) At(long offset, int? number)
    {
        if (offset < 0 || offset >= bytes.Length)
            throw new PdfBrokenException("An object is not where the file says.");
        var lexer = new PdfLexer(bytes, (int)offset);
        var found = lexer.Integer();
        if (number is { } expected && found != expected)
            throw new PdfBrokenException(string.Create(CultureInfo.InvariantCulture, $"Object {expected} is not where the file says."));
        _ = lexer.Integer();
        lexer.Demand("obj");
        lexer.SkipWhite();
        var from = lexer.Position;
        var value = lexer.Value();
        var end = lexer.Position;
        return value is PdfDictionary dictionary && lexer.Take("stream") ? (Stream(lexer, dictionary), from, end) : (value, from, end);
    }

    private PdfStream Stream(PdfLexer lexer, PdfDictionary dictionary)
    {
        lexer.SkipLineEnd();
        var from = lexer.Position;
        if (Resolve(dictionary["Length"]) is not PdfNumber { Value: >= 0 and var length } || from + length > bytes.Length)
            throw new PdfBrokenException("A stream has no length.");
        new PdfLexer(bytes, from + (int)length).Demand("endstream");
        return new(dictionary, bytes.Slice(from, (int)length));
    }

    private PdfValue Contained(int container, int number)
    {
        if (Object(container) is not PdfStream stream || stream.Dictionary.NumberOf("N") is not { } count || stream.Dictionary.NumberOf("First") is not { } first)
            throw new PdfBrokenException("A stream of objects is missing.");
        var plain = Decode(stream);
        var lexer = new PdfLexer(plain, 0);
        for (var i = 0; i < count; i++)
        {
            var (at, offset) = (lexer.Integer(), lexer.Integer());
            if (at == number)
                return new PdfLexer(plain, checked(first + (int)offset)).Value();
        }
        throw new PdfBrokenException("An object is not in its stream.");
    }
}
