using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace HumanitarianEntry.Casework.Accounts;

/// <summary>
/// A staff member's account. The user name is a neutral login; display name and mail address are sealed columns, and Identity's own columns for mail and
/// telephone are not stored at all, so that a dump of the database names nobody.
/// </summary>
public sealed class StaffAccount : IdentityUser<Guid>
{
    /// <summary>The organisation the person works for; assignment and lists are limited to it.</summary>
    [MaxLength(64)]
    public required string OrganisationId { get; set; }

    /// <summary>A team inside the organisation, or for liaisons the post they speak for.</summary>
    [MaxLength(64)]
    public string? Team { get; set; }

    /// <summary>Sealed by <c>StaffNames</c>.</summary>
    [MaxLength(1024)]
    public byte[]? SealedDisplayName { get; set; }

    /// <summary>Sealed by <c>StaffNames</c>.</summary>
    [MaxLength(1024)]
    public byte[]? SealedMail { get; set; }

    /// <summary>The last TOTP time step that was accepted; the same or an older one is refused.</summary>
    public long? LastTotpStep { get; set; }

    /// <summary>Somebody else knows the password: the person chooses his own before any session is opened.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Set while the account is locked, and for good when the person has left; the row stays because the audit chain points to it.</summary>
    public DateTimeOffset? DeactivatedAt { get; set; }
}

/// <summary>One of the staff roles of the contract ("screener", "vetter", ...).</summary>
public sealed class StaffRole : IdentityRole<Guid>;
