using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Data.Mappings;

/// <summary>Rows that belong to the installation rather than to one case.</summary>
internal static class InstallationMappings
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<OutboxRow>(b =>
        {
            b.ToTable("Outbox");
            b.HasIndex(o => new { o.DoneAt, o.DueAt });
            b.HasIndex(o => o.CaseId);
            b.HasOne<CaseRow>().WithMany().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.NoAction);
        });
        builder.Entity<FormDraftRow>(b =>
        {
            b.ToTable("FormDrafts");
            b.HasKey(d => new { d.OwnerId, d.Key });
            b.HasIndex(d => d.CaseId);
            b.HasIndex(d => d.At);
            b.HasOne<CaseRow>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.NoAction);
        });
        builder.Entity<DeskSettingRow>(b =>
        {
            b.ToTable("DeskSettings");
            b.HasKey(d => d.StaffId);
        });
        builder.Entity<AbsenceRow>(b =>
        {
            b.ToTable("Absences");
            b.HasIndex(a => new { a.StaffId, a.Until });
            b.HasIndex(a => new { a.StandInId, a.Until });
        });
        builder.Entity<SavedFilterRow>(b =>
        {
            b.ToTable("SavedFilters");
            b.HasIndex(f => new { f.StaffId, f.Name }).IsUnique();
        });
        builder.Entity<ScreeningListRow>(b =>
        {
            b.ToTable("ScreeningLists");
            b.HasIndex(l => new { l.ListKey, l.Version }).IsUnique();
            b.HasIndex(l => l.Active);
        });
        builder.Entity<ScreeningListEntryRow>(b =>
        {
            b.ToTable("ScreeningListEntries");
            b.HasKey(e => new { e.ListId, e.Ordinal });
            b.HasOne<ScreeningListRow>().WithMany().HasForeignKey(e => e.ListId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<MilitaryRegisterRow>(b =>
        {
            b.ToTable("MilitaryRegisters");
            b.HasIndex(r => new { r.Kind, r.Version }).IsUnique();
        });
        builder.Entity<DaySealRow>(b =>
        {
            b.ToTable("DaySeals");
            b.HasKey(s => s.Day);
            b.Property(s => s.Day).ValueGeneratedNever();
        });
        builder.Entity<SettingRow>(b =>
        {
            b.ToTable("Settings");
            b.HasKey(s => new { s.Key, s.Version });
        });
        builder.Entity<ProgrammeProposalRow>(b =>
        {
            b.ToTable("ProgrammeProposals");
            b.HasIndex(p => p.DecidedAt);
        });
        builder.Entity<ReferralTokenUseRow>(b =>
        {
            b.ToTable("ReferralTokenUses");
            b.HasKey(u => u.TokenId);
        });
        builder.Entity<DefinitionDraftRow>(b =>
        {
            b.ToTable("DefinitionDrafts");
            b.HasKey(d => d.DefinitionId);
        });
        builder.Entity<DataProtectionKeyRow>(b =>
        {
            b.ToTable("DataProtectionKeys");
            b.HasIndex(k => k.FriendlyName);
        });
    }
}
