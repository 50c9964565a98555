using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>The wrapped data key of one scope of one case. After destruction the row stays, without the key, as the tombstone.</summary>
public sealed class DataKeyRow
{
    public required Guid KeyId { get; init; }

    public required Guid CaseId { get; init; }

    [MaxLength(32)]
    public required string Scope { get; init; }

    /// <summary>Null once the key was destroyed.</summary>
    [MaxLength(96)]
    public byte[]? WrappedKey { get; set; }

    /// <summary>Which master key wrapped it.</summary>
    [MaxLength(32)]
    public required string MasterKeyId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DestroyedAt { get; set; }
}

/// <summary>Says that the keys of a case were destroyed, and when the last backup that held them has expired.</summary>
public sealed class KeyTombstoneRow
{
    public required Guid CaseId { get; init; }

    public required DateTimeOffset DestroyedAt { get; init; }

    /// <summary>From this instant on no backup of the key store holds the keys any more: the case is fully erased.</summary>
    public required DateTimeOffset BackupsExpireAt { get; init; }
}

/// <summary>The installation's root key, from which the keys of single purposes are derived; it outlives every master key.</summary>
public sealed class RootKeyRow
{
    /// <summary>Always 1: there is one root key.</summary>
    public required int Id { get; init; }

    [MaxLength(96)]
    public required byte[] WrappedKey { get; set; }

    [MaxLength(32)]
    public required string MasterKeyId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
