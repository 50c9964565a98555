using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HumanitarianEntry.Domain.Cases;

/// <summary>The closed list of acts by kind. Stored acts and case files name kinds, never types.</summary>
public static class ActCatalogue
{
    private static readonly FrozenDictionary<string, (Type Type, ActKindAttribute Rule)> ByKind = typeof(Act).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Act)) && !t.IsAbstract)
        .Select(t => (t, t.GetCustomAttribute<ActKindAttribute>() ?? throw new InvalidOperationException($"{t.Name} has no kind.")))
        .ToFrozenDictionary(pair => pair.Item2.Kind, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, ActKindAttribute> ByType = ByKind.Values.ToFrozenDictionary(v => v.Type, v => v.Rule);

    public static IEnumerable<string> Kinds => ByKind.Keys.Order(StringComparer.Ordinal);

    public static ActKindAttribute RuleOf(Act act) => ByType[act.GetType()];

    public static ActKindAttribute RuleOf(Type act) => ByType[act];

    public static Type TypeOf(string kind) =>
        ByKind.TryGetValue(kind, out var found) ? found.Type : throw new JsonException($"There is no act '{kind}'. Known: {string.Join(", ", Kinds)}.");

    /// <summary>Reads an act from its kind and fields.</summary>
    /// <exception cref="JsonException">Unknown kind, unknown or missing field, or a value that cannot be read; the message names it.</exception>
    public static Act Read(string kind, JsonNode fields) =>
        (Act?)fields.Deserialize(TypeOf(kind), DomainJson.Options) ?? throw new JsonException($"Act '{kind}' has no fields.");

    public static JsonNode Write(Act act) => JsonSerializer.SerializeToNode(act, act.GetType(), DomainJson.Options)!;
}
