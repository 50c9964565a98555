using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>Status line and fields of an HTTP message.</summary>
internal sealed class HttpHead
{
    private readonly ILookup<string, string> fields;

    private HttpHead(int? status, ILookup<string, string> fields) => (Status, this.fields) = (status, fields);

    /// <summary>Null in a request, and where the line cannot be read.</summary>
    public int? Status { get; }

    public string? ContentType => fields["Content-Type"].FirstOrDefault();

    public bool IsChunked => fields["Transfer-Encoding"].Any(v => v.Contains("chunked", StringComparison.OrdinalIgnoreCase));

    /// <summary>In the order in which they were put on.</summary>
    public IReadOnlyList<string> Encodings => [.. fields["Content-Encoding"].SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(v => v.ToLowerInvariant()).Where(v => v != "identity")];

    /// <summary>It carries what lets its sender in.</summary>
    public bool HasSecrets => fields["Cookie"].Any() || fields["Authorization"].Any();

    public string? this[string name] => fields[name].FirstOrDefault();

    public static HttpHead Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        var words = lines[0].Split(' ');
        int? status = words[0].StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase) && words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
        return new HttpHead(status, lines.Skip(1).Select(l => l.Split(':', 2)).Where(p => p.Length == 2).ToLookup(p => p[0].Trim(), p => p[1].Trim(), StringComparer.OrdinalIgnoreCase));
    }
}
