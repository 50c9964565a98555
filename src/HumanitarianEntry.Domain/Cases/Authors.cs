using System.Text.Json;

namespace HumanitarianEntry.Domain.Cases;

/// <summary>Everybody on whose word anything stands in a case.</summary>
public static class Authors
{
    /// <summary>The provenance of every fact, decision, proposal and opinion. Read from the facts as they are stored, so that no new kind of fact can be forgotten.</summary>
    public static IEnumerable<Provenance> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Enum.GetValues<Compartment>().Select(c => file[c]).SelectMany(facts => In(JsonSerializer.SerializeToElement(facts, facts.GetType(), DomainJson.Options))).Distinct();
    }

    private static IEnumerable<Provenance> In(JsonElement stored) => stored.ValueKind switch
    {
        JsonValueKind.Array => stored.EnumerateArray().SelectMany(In),
        JsonValueKind.Object when IsProvenance(stored) => [stored.Deserialize<Provenance>(DomainJson.Options)!],
        JsonValueKind.Object => stored.EnumerateObject().SelectMany(field => In(field.Value)),
        _ => [],
    };

    private static bool IsProvenance(JsonElement stored) => stored.TryGetProperty("by", out var by) && by.ValueKind == JsonValueKind.String && stored.TryGetProperty("role", out _) && stored.TryGetProperty("confidence", out _);
}
