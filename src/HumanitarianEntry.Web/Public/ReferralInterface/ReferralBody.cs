using System.Text.Json;
using HumanitarianEntry.Casework.Referrals;

namespace HumanitarianEntry.Web.Public.ReferralInterface;

/// <summary>One person as another system sent him: the fields of the table of referrals, as JSON. A field that is not known is a complaint: it would be lost in silence.</summary>
public sealed class ReferralBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };
    private readonly Dictionary<string, string> cells = new(StringComparer.Ordinal);

    private ReferralBody()
    {
    }

    /// <summary>Who refers is known from the token.</summary>
    public static IEnumerable<string> Fields => ReferralTable.Needed.Concat(ReferralTable.Optional).Where(f => f != "referred_by");

    public List<string> Complaints { get; } = [];

    public string? Cell(string name) => cells.GetValueOrDefault(name);

    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static async Task<ReferralBody> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(content, Strict, cancellationToken);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("Not an object.", path: null, lineNumber: 0, bytePositionInLine: 0);
        }

        var body = new ReferralBody();
        foreach (var field in document.RootElement.EnumerateObject())
        {
            if (!Fields.Contains(field.Name, StringComparer.Ordinal))
            {
                body.Complaints.Add($"the field '{(field.Name.Length > 40 ? field.Name[..40] + "…" : field.Name)}' is not known; known are {string.Join(", ", Fields)}");
            }
            else if (TextOf(field.Value) is { } text)
            {
                body.cells[field.Name] = text;
            }
            else if (field.Value.ValueKind != JsonValueKind.Null)
            {
                body.Complaints.Add($"{field.Name} is a text, a number, true, false or (papers) a list of texts");
            }
        }

        return body;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) => string.Join('|', value.EnumerateArray().Select(v => v.GetString())),
        _ => null,
    };
}
