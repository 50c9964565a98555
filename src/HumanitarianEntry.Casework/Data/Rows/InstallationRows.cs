using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>One version of one setting; the highest version is in force, the older ones are its history.</summary>
public sealed class SettingRow
{
    [MaxLength(200)]
    public required string Key { get; init; }

    /// <summary>1 for the first value.</summary>
    public required int Version { get; init; }

    public required string ValueJson { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid By { get; init; }

    /// <summary>The second person of a four-eyes change.</summary>
    public Guid? ConfirmedBy { get; init; }
}

/// <summary>A key of the web framework's data protection, encrypted under the installation key.</summary>
public sealed class DataProtectionKeyRow
{
    public required Guid Id { get; init; }

    [MaxLength(200)]
    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}
