using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>The stored form of a run: short words, no names of program types; an unknown field or kind is refused.</summary>
public static class RunStateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static string Write(RunState state) => JsonSerializer.Serialize(state, Options);

    /// <exception cref="RunException">The text is not a run state of a format known here.</exception>
    public static RunState Read(string json)
    {
        try
        {
            var state = JsonSerializer.Deserialize<RunState>(json, Options) ?? throw new RunException("the run state is empty");
            // The reader gives culture-sorted dictionaries; ordinal order keeps the text the same on every machine.
            state = state with
            {
                Inputs = state.Inputs.WithComparers(StringComparer.Ordinal),
                Variables = state.Variables.WithComparers(StringComparer.Ordinal),
                Rounds = state.Rounds.WithComparers(StringComparer.Ordinal),
            };
            return state.Format == RunState.CurrentFormat ? state : throw new RunException($"a run of format {state.Format} cannot be read by this version");
        }
        catch (JsonException unreadable)
        {
            throw new RunException($"the run state cannot be read: {unreadable.Message}");
        }
    }
}
