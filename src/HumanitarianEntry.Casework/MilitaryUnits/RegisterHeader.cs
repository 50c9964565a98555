using HumanitarianEntry.Casework.Acts;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>What the loader says about a register file.</summary>
/// <param name="VersionDate">The day that the content describes.</param>
public sealed record RegisterHeader(RegisterKind Kind, string Publisher, string Version, DateOnly VersionDate)
{
    internal static string KeyOf(RegisterKind kind) => Keys.Kebab(kind.ToString());

    /// <exception cref="InvalidDataException">There is no such register.</exception>
    internal static RegisterKind KindOf(string key) => key switch
    {
        "units" => RegisterKind.Units,
        "incidents" => RegisterKind.Incidents,
        _ => throw new InvalidDataException($"There is no register '{key}'. There are: units, incidents."),
    };

    /// <exception cref="ArgumentException">Part of the header is missing or too long.</exception>
    internal void Demand()
    {
        if (string.IsNullOrWhiteSpace(Publisher) || string.IsNullOrWhiteSpace(Version) || Publisher.Length > 200 || Version.Length > 64)
        {
            throw new ArgumentException("A register names its publisher (200 signs) and its version (64 signs).");
        }
    }
}
