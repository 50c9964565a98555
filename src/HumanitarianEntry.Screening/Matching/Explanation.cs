using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>What a line of evidence is about.</summary>
public enum EvidenceKind
{
    FamilyName,
    GivenName,
    Patronymic,
    OtherName,
    MissingPart,
    Order,
    CommonName,
    SingleName,
    AliasStrength,
    BirthDate,
    Sex,
    Nationality,
    Identifier,
    Limit,
}

/// <summary>One line of evidence.</summary>
/// <param name="Points">Points on the 0-100 scale, one decimal; negative speaks against the match.</param>
/// <param name="Bits">Weight of the evidence in bits where it is a name word (log2 of how rare the word is), else 0.</param>
/// <param name="Detail">What was compared and why it counts, in plain English with the original letters.</param>
public sealed record Evidence(EvidenceKind Kind, decimal Points, decimal Bits, string Detail);

/// <summary>All evidence of one pair. The points sum to the score exactly.</summary>
public sealed record Explanation(IReadOnlyList<Evidence> Lines)
{
    public decimal Score => Lines.Sum(l => l.Points);

    /// <summary>The explanation as JSON, byte for byte the same for the same query, lists and engine version.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic, UnicodeRanges.CyrillicSupplement) }))
        {
            json.WriteStartObject();
            json.WriteNumber("score", OneDecimal(Score));
            json.WriteStartArray("evidence");
            foreach (var line in Lines)
            {
                json.WriteStartObject();
                json.WriteString("kind", line.Kind.ToString());
                json.WriteNumber("points", OneDecimal(line.Points));
                json.WriteNumber("bits", OneDecimal(line.Bits));
                json.WriteString("detail", line.Detail);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // 4 and 4.0 are one number but two texts; the text is what is stored and compared.
    private static decimal OneDecimal(decimal value) => decimal.Round(value, 1) + 0.0m;
}
