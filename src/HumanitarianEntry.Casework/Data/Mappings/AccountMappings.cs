using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HumanitarianEntry.Casework.Data.Mappings;

/// <summary>
/// Identity's tables at schema version 3 (passkeys), said explicitly: a context built outside the web host would otherwise fall back to version 1 and the process
/// would cache the wrong model.
/// </summary>
internal static class AccountMappings
{
    private const int KeyLength = 128;

    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<StaffAccount>(b =>
        {
            b.ToTable("StaffAccounts");
            b.Ignore(a => a.Email);
            b.Ignore(a => a.NormalizedEmail);
            b.Ignore(a => a.EmailConfirmed);
            b.Ignore(a => a.PhoneNumber);
            b.Ignore(a => a.PhoneNumberConfirmed);
            b.HasMany<IdentityUserPasskey<Guid>>().WithOne().HasForeignKey(p => p.UserId).IsRequired();
            b.HasIndex(a => a.OrganisationId);

            // Identity saves whole accounts; a stale one must not give a used time step back. TotpReplayGuard alone writes it.
            b.Property(a => a.LastTotpStep).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        });
        builder.Entity<StaffRole>().ToTable("StaffRoles");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("StaffAccountRoles");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("StaffClaims");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("StaffRoleClaims");
        builder.Entity<IdentityUserLogin<Guid>>(b =>
        {
            b.ToTable("StaffLogins");
            b.Property(l => l.LoginProvider).HasMaxLength(KeyLength);
            b.Property(l => l.ProviderKey).HasMaxLength(KeyLength);
        });
        builder.Entity<IdentityUserToken<Guid>>(b =>
        {
            b.ToTable("StaffTokens");
            b.Property(t => t.LoginProvider).HasMaxLength(KeyLength);
            b.Property(t => t.Name).HasMaxLength(KeyLength);
        });
        builder.Entity<IdentityUserPasskey<Guid>>(b =>
        {
            b.ToTable("StaffPasskeys");
            b.HasKey(p => p.CredentialId);
            b.Property(p => p.CredentialId).HasMaxLength(1024);
            b.OwnsOne(p => p.Data).ToJson();
        });
        builder.Entity<StaffSessionRow>(b =>
        {
            b.ToTable("StaffSessions");
            b.HasIndex(s => new { s.StaffId, s.EndedAt });
            b.HasIndex(s => s.SeenAt);
            b.HasOne<StaffAccount>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.NoAction);
        });
        builder.Entity<AccountAuditRow>(b =>
        {
            b.ToTable("AccountAudit");
            b.HasKey(e => e.Sequence);
            b.Property(e => e.Sequence).ValueGeneratedNever();
            b.HasIndex(e => new { e.AccountId, e.At });
        });
        builder.Entity<AccountAuditHeadRow>(b =>
        {
            b.ToTable("AccountAuditHeads");
            b.Property(h => h.Id).ValueGeneratedNever();
            b.Property(h => h.Sequence).IsConcurrencyToken();
        });
    }
}
