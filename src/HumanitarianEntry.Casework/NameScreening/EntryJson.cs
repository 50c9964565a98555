using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>Writes list entries for the database and reads them back without loss: both hashes of an entry stay what they were.</summary>
internal static class EntryJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new BirthDateConverter() },
    };

    public static string Write(ListEntry entry) => JsonSerializer.Serialize(entry, Options);

    /// <exception cref="InvalidDataException">The stored entry is not one of ours.</exception>
    public static ListEntry Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ListEntry>(json, Options) ?? throw new InvalidDataException("A stored list entry is empty.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("A stored list entry cannot be read.", broken);
        }
    }

    private sealed class BirthDateConverter : JsonConverter<BirthDate>
    {
        public override BirthDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            BirthDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("Not a birth date.");

        public override void Write(Utf8JsonWriter writer, BirthDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
