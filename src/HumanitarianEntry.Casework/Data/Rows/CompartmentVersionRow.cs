using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>One sealed version of one compartment; versions are added, never changed.</summary>
public sealed class CompartmentVersionRow
{
    public required Guid CaseId { get; init; }

    [MaxLength(32)]
    public required string Compartment { get; init; }

    /// <summary>1 for the first version.</summary>
    public required int Version { get; init; }

    public required byte[] Sealed { get; init; }

    public required Guid KeyId { get; init; }

    /// <summary>The act that wrote it.</summary>
    public required Guid ActId { get; init; }

    public required DateTimeOffset At { get; init; }
}
