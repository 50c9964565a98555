using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>An applicant's way into the one case that is theirs. A new code is a new row; the old one is revoked.</summary>
public sealed class ApplicantAccessRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    [MaxLength(32)]
    public required byte[] CodeHash { get; init; }

    /// <summary>The optional second secret.</summary>
    [MaxLength(64)]
    public byte[]? SecretHash { get; set; }

    /// <summary>The code, of the same form, that opens an empty-looking space and raises an emergency.</summary>
    [MaxLength(64)]
    public byte[]? DuressHash { get; set; }

    public required DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A keyed hash by which the same person in another case is found. Useless without the key.</summary>
public sealed class DuplicateHashRow
{
    public required Guid CaseId { get; init; }

    [MaxLength(32)]
    public required string Kind { get; init; }

    [MaxLength(32)]
    public required byte[] Hash { get; init; }
}

/// <summary>What somebody was typing, kept sealed until it is sent.</summary>
public sealed class FormDraftRow
{
    /// <summary>Which form (and which case, by identifier).</summary>
    [MaxLength(200)]
    public required string Key { get; init; }

    /// <summary>Staff id, or the applicant access id.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Set when the draft is about a case: it is then sealed with that case's key and dies with it.</summary>
    public Guid? CaseId { get; init; }

    public required byte[] Sealed { get; set; }

    public required DateTimeOffset At { get; set; }
}
