using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>The named fields at the head of one record (ISO 28500, section 5).</summary>
internal sealed class WarcRecord
{
    private const int LongestLine = 64 * 1024;
    private const int MostFields = 200;
    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    public string Type => this["WARC-Type"] ?? string.Empty;

    /// <summary>Bytes of the block behind the head.</summary>
    public long Length { get; private init; }

    /// <summary>Some writers put the address in angle brackets, as the first version of the standard showed it.</summary>
    public string? Target => this["WARC-Target-URI"]?.Trim('<', '>');

    public DateTimeOffset? Date => DateTimeOffset.TryParse(this["WARC-Date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    public string? this[string name] => fields.GetValueOrDefault(name);

    /// <summary>Reads the head of the next record.</summary>
    /// <returns>Null at the end.</returns>
    /// <exception cref="InvalidDataException">It is not written as a record must be.</exception>
    public static WarcRecord? Read(ByteSource source)
    {
        var first = source.ReadLine(LongestLine);

        // Two empty lines end the record before; some writers leave one more.
        for (var empty = 0; first is { Length: 0 } && empty < 8; empty++)
        {
            first = source.ReadLine(LongestLine);
        }

        if (first is null)
        {
            return null;
        }

        if (!first.AsSpan().StartsWith("WARC/"u8))
        {
            throw new InvalidDataException("No record begins here.");
        }

        var read = Fields(source);
        return long.TryParse(read.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? new WarcRecord(read) { Length = length }
            : throw new InvalidDataException("A record does not say how long it is.");
    }

    private WarcRecord(Dictionary<string, string> fields) => this.fields = fields;

    /// <summary>Lines of "Name: value" up to an empty one; a line that begins with a blank belongs to the one before. The first of a name counts.</summary>
    /// <exception cref="InvalidDataException">They do not end, or are too many.</exception>
    private static Dictionary<string, string> Fields(ByteSource source)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        for (var count = 0; count < MostFields; count++)
        {
            var line = Encoding.UTF8.GetString(source.ReadLine(LongestLine) ?? throw new EndOfStreamException("The head of a record does not end."));
            if (line.Length == 0)
            {
                return read;
            }

            if (line[0] is ' ' or '\t' && last is not null)
            {
                read[last] = $"{read[last]} {line.Trim()}";
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1)
            {
                throw new InvalidDataException("A line of the head has no name.");
            }

            last = line[..colon].Trim();
            if (!read.TryAdd(last, line[(colon + 1)..].Trim()))
            {
                last = null;
            }
        }

        throw new InvalidDataException("The head has too many lines.");
    }
}
