using System.Collections.Frozen;
using System.Text.Json;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Acts;

/// <summary>Names of roles and compartments as they stand in definitions, rows and templates.</summary>
public static class Keys
{
    private static readonly FrozenDictionary<Role, string> Roles = Enum.GetValues<Role>().ToFrozenDictionary(r => r, r => Kebab(r.ToString()));
    private static readonly FrozenDictionary<string, Role> RolesByKey = Roles.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    private static readonly FrozenDictionary<Compartment, string> Compartments = Enum.GetValues<Compartment>().ToFrozenDictionary(c => c, c => Kebab(c.ToString()));
    private static readonly FrozenDictionary<string, Compartment> CompartmentsByKey = Compartments.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    public static string Of(Role role) => Roles[role];

    public static string Of(Compartment compartment) => Compartments[compartment];

    /// <exception cref="ArgumentException">No role has this key.</exception>
    public static Role Role(string key) => RolesByKey.TryGetValue(key, out var role) ? role : throw new ArgumentException($"There is no role '{key}'.", nameof(key));

    /// <exception cref="ArgumentException">No compartment has this key.</exception>
    public static Compartment Compartment(string key) => CompartmentsByKey.TryGetValue(key, out var compartment) ? compartment : throw new ArgumentException($"There is no compartment '{key}'.", nameof(key));

    public static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
