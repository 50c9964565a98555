namespace HumanitarianEntry.Dossiers.Proof;

/// <summary>The two forms in which a PDF says where its objects are.</summary>
internal static class PdfTables
{
    public static PdfDictionary Classic(PdfLexer lexer, Action<int, long, int?> add)
    {
        while (!lexer.Take("trailer"))
        {
            var (first, count) = (lexer.Integer(), lexer.Integer());
            for (var i = 0L; i < count; i++)
            {
                var offset = lexer.Integer();
                _ = lexer.Integer();
                if (lexer.Take("n"))
                    add(checked((int)(first + i)), offset, null);
                else
                    lexer.Demand("f");
            }
        }
        return lexer.Value() as PdfDictionary ?? throw new PdfBrokenException("The file has no trailer.");
    }

    public static PdfDictionary InStream(PdfStream? stream, Func<PdfStream, byte[]> decode, Action<int, long, int?> add)
    {
        if (stream is null || stream.Dictionary.NameOf("Type") != "XRef" || stream.Dictionary["W"] is not PdfArray { Items: [PdfNumber, PdfNumber, PdfNumber] } widths)
            throw new PdfBrokenException("The table of objects is missing.");
        int[] wide = [.. widths.Items.Cast<PdfNumber>().Select(width => (int)width.Value)];
        if (wide.Any(width => width is < 0 or > 8))
            throw new PdfBrokenException("The table of objects is damaged.");
        var plain = decode(stream);
        var at = 0;
        foreach (var (first, count) in Sections(stream.Dictionary))
        {
            for (var i = 0; i < count; i++)
            {
                if (at + wide.Sum() > plain.Length)
                    throw new PdfBrokenException("The table of objects is too short.");
                var kind = wide[0] == 0 ? 1 : Field(plain, ref at, wide[0]);
                var (second, third) = (Field(plain, ref at, wide[1]), Field(plain, ref at, wide[2]));
                if (kind == 1)
                    add(first + i, second, null);
                else if (kind == 2)
                    add(first + i, third, checked((int)second));
            }
        }
        return stream.Dictionary;
    }

    private static IEnumerable<(int First, int Count)> Sections(PdfDictionary dictionary)
    {
        if (dictionary["Index"] is not PdfArray index)
            return [(0, dictionary.NumberOf("Size") ?? 0)];
        return index.Items.OfType<PdfNumber>().Select(number => (int)number.Value).Chunk(2).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]));
    }

    private static long Field(byte[] plain, ref int at, int width)
    {
        var value = 0L;
        for (var end = at + width; at < end; at++)
            value = value << 8 | plain[at];
        return value;
    }
}

/// <summary>Takes back the differences that a packed stream may hold instead of its bytes (ISO 32000-1, 7.4.4.4).</summary>
internal static class PdfPredictor
{
    public static byte[] Undo(byte[] plain, PdfDictionary? parameters)
    {
        var predictor = parameters?.NumberOf("Predictor") ?? 1;
        if (predictor == 1)
            return plain;
        if (predictor < 10 || (parameters!.NumberOf("BitsPerComponent") ?? 8) != 8)
            throw new PdfBrokenException("A stream is packed in a way that is not read here.");
        var colours = parameters.NumberOf("Colors") ?? 1;
        var row = (parameters.NumberOf("Columns") ?? 1) * colours;
        if (row is <= 0 or > 1_000_000 || colours <= 0 || plain.Length % (row + 1) != 0)
            throw new PdfBrokenException("A packed stream is damaged.");
        var result = new byte[plain.Length / (row + 1) * row];
        for (int from = 0, to = 0; from < plain.Length; from += row + 1, to += row)
        {
            for (var i = 0; i < row; i++)
            {
                int left = i >= colours ? result[to + i - colours] : 0, above = to > 0 ? result[to - row + i] : 0, corner = i >= colours && to > 0 ? result[to - row + i - colours] : 0;
                result[to + i] = (byte)(plain[from + 1 + i] + plain[from] switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    4 => Paeth(left, above, corner),
                    _ => throw new PdfBrokenException("A packed stream is damaged."),
                });
            }
        }
        return result;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
