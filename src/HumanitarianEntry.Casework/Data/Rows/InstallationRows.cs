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

/// <summary>When an organisation's key for referrals was last used; a key that nobody uses any more is taken back.</summary>
public sealed class ReferralTokenUseRow
{
    public required Guid TokenId { get; init; }

    public required DateTimeOffset LastUsedAt { get; set; }
}

/// <summary>A key of the web framework's data protection, encrypted under the installation key.</summary>
public sealed class DataProtectionKeyRow
{
    public required Guid Id { get; init; }

    [MaxLength(200)]
    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}

/// <summary>A change of the programmes that waits for a second person, or what became of it.</summary>
public sealed class ProgrammeProposalRow
{
    public required Guid Id { get; init; }

    /// <summary>The programme, definition version or country it is about.</summary>
    [MaxLength(128)]
    public required string Subject { get; init; }

    public required string ChangeJson { get; init; }

    /// <summary>Why; about the programme, never about a person.</summary>
    [MaxLength(1000)]
    public required string Reason { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The second person; null while it waits.</summary>
    public Guid? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Number of the change that it became; null while it waits and when it was refused.</summary>
    public int? ChangeNumber { get; set; }

    /// <summary>Moved by one at every decision, so that two cannot decide at once.</summary>
    [ConcurrencyCheck]
    public int Decisions { get; set; }
}

/// <summary>A definition that somebody is drawing; nothing runs on it.</summary>
public sealed class DefinitionDraftRow
{
    [MaxLength(64)]
    public required string DefinitionId { get; init; }

    public required string Json { get; set; }

    public required Guid By { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Moved by one at every save; a writer who read an older one is refused.</summary>
    [ConcurrencyCheck]
    public int Saves { get; set; }
}
