using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutNoChildren } },
        // Two levels for every run in a run.
        MaxDepth = 256,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static string Write(RunState state) => JsonSerializer.Serialize(state, Options);

    /// <exception cref="RunException">The text is not a run state of a format known here.</exception>
    public static RunState Read(string json)
    {
        try
        {
            var state = JsonSerializer.Deserialize<RunState>(json, Options) ?? throw new RunException("the run state is empty");
            return Checked(state);
        }
        catch (JsonException unreadable)
        {
            throw new RunException($"the run state cannot be read: {unreadable.Message}");
        }
    }

    /// <summary>The reader gives culture-sorted dictionaries; ordinal order keeps the text the same on every machine.</summary>
    private static RunState Checked(RunState state) => state.Format != RunState.CurrentFormat
        ? throw new RunException($"a run of format {state.Format} cannot be read by this version")
        : state with
        {
            Inputs = state.Inputs.WithComparers(StringComparer.Ordinal),
            Variables = state.Variables.WithComparers(StringComparer.Ordinal),
            Rounds = state.Rounds.WithComparers(StringComparer.Ordinal),
            Children = state.Children.ToImmutableSortedDictionary(child => child.Key, child => Checked(child.Value), StringComparer.Ordinal),
        };

    /// <summary>A run without children is written as it was before there were any.</summary>
    private static void LeaveOutNoChildren(JsonTypeInfo type)
    {
        foreach (var children in type.Properties.Where(property => property.PropertyType == typeof(ImmutableSortedDictionary<string, RunState>)))
            children.ShouldSerialize = (_, value) => value is ImmutableSortedDictionary<string, RunState> { IsEmpty: false };
    }
}
