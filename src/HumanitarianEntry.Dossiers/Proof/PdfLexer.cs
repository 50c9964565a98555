using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Dossiers.Proof;

/// <summary>Reads values from a place in the bytes of a PDF. What is not well formed is refused, never guessed.</summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, int position)
{
    private const int Deepest = 100;
    private int depth;

    public int Position { get; private set; } = position;

    private ReadOnlySpan<byte> Bytes => bytes.Span;

    public static bool IsWhite(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte b) => b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    public void SkipWhite()
    {
        var span = Bytes;
        while (Position < span.Length && (IsWhite(span[Position]) || span[Position] == '%'))
        {
            if (span[Position] != '%')
                Position++;
            else
                while (Position < span.Length && span[Position] is not (10 or 13))
                    Position++;
        }
    }

    /// <summary>Takes the word if it stands here.</summary>
    public bool Take(string word)
    {
        SkipWhite();
        if (!Bytes[Position..].StartsWith(Encoding.ASCII.GetBytes(word)))
            return false;
        Position += word.Length;
        return true;
    }

    public void Demand(string word)
    {
        if (!Take(word))
            throw Broken($"\"{word}\" was expected");
    }

    /// <summary>Goes past the line end that follows "stream".</summary>
    public void SkipLineEnd()
    {
        if (Peek() == 13)
            Position++;
        if (Peek() != 10)
            throw Broken("the end of a line was expected");
        Position++;
    }

    public long Integer()
    {
        SkipWhite();
        var from = Position;
        while (Peek() is >= (byte)'0' and <= (byte)'9')
            Position++;
        return long.TryParse(Bytes[from..Position], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Broken("a whole number was expected");
    }

    public PdfValue Value()
    {
        SkipWhite();
        return Peek() switch
        {
            (byte)'/' => new PdfName(Name()),
            (byte)'(' => new PdfString(Literal()),
            (byte)'[' => Nested(Items),
            (byte)'<' when Peek(1) == '<' => Nested(Dictionary),
            (byte)'<' => new PdfString(Hexadecimal()),
            >= (byte)'0' and <= (byte)'9' when Reference() is { } reference => reference,
            >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'.' => Number(),
            _ when Take("true") => new PdfWord("true"),
            _ when Take("false") => new PdfWord("false"),
            _ when Take("null") => new PdfWord("null"),
            _ => throw Broken("a value was expected"),
        };
    }

    private int Peek(int ahead = 0) => Position + ahead < bytes.Length ? Bytes[Position + ahead] : -1;

    private PdfValue Nested(Func<PdfValue> read)
    {
        if (++depth > Deepest)
            throw Broken("values are nested too deeply");
        var value = read();
        depth--;
        return value;
    }

    private PdfReference? Reference()
    {
        var start = Position;
        var span = Bytes;
        var at = Position;
        while (at < span.Length && span[at] is >= (byte)'0' and <= (byte)'9')
            at++;
        if (at + 4 > span.Length || at - start > 9 || span[at] != ' ' || span[at + 1] != '0' || span[at + 2] != ' ' || span[at + 3] != 'R')
            return null;
        Position = at + 4;
        return new(int.Parse(span[start..at], NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private PdfNumber Number()
    {
        var from = Position;
        while (Peek() is >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'.')
            Position++;
        return double.TryParse(Bytes[from..Position], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? new(value) : throw Broken("a number was expected");
    }

    private PdfArray Items()
    {
        Position++;
        var items = new List<PdfValue>();
        while (true)
        {
            SkipWhite();
            if (Peek() == ']')
                return new(items, Position++);
            items.Add(Value());
        }
    }

    private PdfDictionary Dictionary()
    {
        Position += 2;
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        while (true)
        {
            SkipWhite();
            if (Peek() == '>' && Peek(1) == '>')
            {
                Position += 2;
                return new(entries, Position - 2);
            }

            if (Peek() != '/')
                throw Broken("a name was expected");
            var name = Name();
            if (!entries.TryAdd(name, Value()))
                throw Broken($"/{name} stands twice in one dictionary");
        }
    }

    private string Name()
    {
        Position++;
        var name = new StringBuilder();
        while (Peek() is var b && b >= 0 && !IsWhite((byte)b) && !IsDelimiter((byte)b))
        {
            Position++;
            if (b == '#' && Hex(Peek()) is { } high && Hex(Peek(1)) is { } low)
            {
                name.Append((char)(high * 16 + low));
                Position += 2;
            }
            else
                name.Append((char)b);
        }
        return name.ToString();
    }

    private byte[] Hexadecimal()
    {
        Position++;
        var digits = new List<int>();
        for (; Peek() != '>'; Position++)
        {
            if (Hex(Peek()) is { } digit)
                digits.Add(digit);
            else if (Peek() < 0 || !IsWhite((byte)Peek()))
                throw Broken("a hexadecimal digit was expected");
        }
        Position++;
        if (digits.Count % 2 == 1)
            digits.Add(0);
        return [.. digits.Chunk(2).Select(pair => (byte)(pair[0] * 16 + pair[1]))];
    }

    private byte[] Literal()
    {
        Position++;
        var text = new List<byte>();
        for (var open = 1; ;)
        {
            var b = Peek();
            Position++;
            switch (b)
            {
                case < 0:
                    throw Broken("a text has no end");
                case '\\':
                    Escape(text);
                    continue;
                case ')' when --open == 0:
                    return [.. text];
                case '(':
                    open++;
                    break;
            }
            text.Add((byte)b);
        }
    }

    private void Escape(List<byte> text)
    {
        var b = Peek();
        Position++;
        switch (b)
        {
            case 'n': text.Add(10); break;
            case 'r': text.Add(13); break;
            case 't': text.Add(9); break;
            case 'b': text.Add(8); break;
            case 'f': text.Add(12); break;
            case 13:
                if (Peek() == 10)
                    Position++;
                break;
            case 10: break;
            case >= '0' and <= '7':
                var code = b - '0';
                for (var more = 0; more < 2 && Peek() is >= (byte)'0' and <= (byte)'7'; more++, Position++)
                    code = code * 8 + Peek() - '0';
                text.Add((byte)code);
                break;
            case < 0:
                throw Broken("a text has no end");
            default: text.Add((byte)b); break;
        }
    }

    private static int? Hex(int b) => b switch
    {
        >= '0' and <= '9' => b - '0',
        >= 'a' and <= 'f' => b - 'a' + 10,
        >= 'A' and <= 'F' => b - 'A' + 10,
        _ => null,
    };

    private PdfBrokenException Broken(string what) => new(string.Create(CultureInfo.InvariantCulture, $"At byte {Position} {what}."));
}
