using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HumanitarianEntry.Casework.Data.Mappings;

/// <summary>Keys, indexes and relations of the rows of a case. Nothing cascades: a case is never deleted, it is erased by destroying its keys.</summary>
internal static class CaseMappings
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<CaseRow>(b =>
        {
            b.ToTable("Cases");
            b.HasIndex(c => c.Reference).IsUnique();
            b.HasIndex(c => new { c.OwningOrg, c.State, c.NextDueAt });
            b.HasIndex(c => new { c.ProgrammeId, c.State });
            b.HasIndex(c => new { c.ProgrammeId, c.ProgrammeChange });
            b.HasIndex(c => new { c.CountryOfStay, c.ProgrammeChange });
            b.HasIndex(c => new { c.DefinitionVersionId, c.ProgrammeChange });
            b.HasIndex(c => c.NextDueAt);
            b.HasIndex(c => new { c.NextDayMarkAt, c.Id }).HasFilter("\"NextDayMarkAt\" IS NOT NULL");
            b.HasIndex(c => c.UpdatedAt);
            b.HasIndex(c => c.WelfareCheckDueAt).HasFilter("\"WelfareCheckDueAt\" IS NOT NULL");
            b.HasIndex(c => new { c.OwningOrg, c.StayEndsAt });
            b.Property(c => c.ConcurrencyVersion).IsConcurrencyToken();
        });
        builder.Entity<CompartmentVersionRow>(b =>
        {
            b.ToTable("CompartmentVersions");
            b.HasKey(v => new { v.CaseId, v.Compartment, v.Version });
            OfCase(b);
        });
        builder.Entity<AssignmentRow>(b =>
        {
            b.ToTable("Assignments");
            b.HasIndex(a => new { a.StaffId, a.Until, a.Role });
            b.HasIndex(a => new { a.CaseId, a.Role });
            OfCase(b);
        });
        builder.Entity<AppointmentRow>(b =>
        {
            b.ToTable("Appointments");
            b.HasIndex(a => new { a.StaffId, a.EndsAt });
            b.HasIndex(a => a.CaseId);
            OfCase(b);
        });
        builder.Entity<BookedQuarterRow>(b =>
        {
            b.ToTable("BookedQuarters");
            b.HasKey(q => new { q.Holder, q.StartsAt });
            b.HasIndex(q => q.AppointmentId);
        });
        builder.Entity<HandOverRow>(b =>
        {
            b.ToTable("HandOvers");
            b.HasIndex(h => new { h.ToStaffId, h.State });
            b.HasIndex(h => new { h.FromStaffId, h.AskedAt });
            b.HasIndex(h => h.CaseId);
            OfCase(b);
        });
        builder.Entity<TranslationJobRow>(b =>
        {
            b.ToTable("TranslationJobs");
            b.HasKey(j => j.Number);
            b.HasIndex(j => new { j.TranslatorId, j.State });
            b.HasIndex(j => new { j.LateOn, j.Number }).HasFilter("\"LateOn\" IS NOT NULL");
            b.HasIndex(j => j.CaseId);
            OfCase(b);
        });
        builder.Entity<WaitRow>(b =>
        {
            b.ToTable("Waits");
            b.HasKey(w => new { w.CaseId, w.WaitId });
            b.HasIndex(w => new { w.ClosedAt, w.Role, w.DueAt });
            b.HasIndex(w => new { w.NextMarkAt, w.CaseId, w.WaitId }).HasFilter("\"NextMarkAt\" IS NOT NULL");
            OfCase(b);
        });
        builder.Entity<TimerRow>(b =>
        {
            b.ToTable("Timers");
            b.HasKey(t => new { t.CaseId, t.WaitId });
            b.HasIndex(t => new { t.DueAt, t.CaseId, t.WaitId }).HasFilter("\"FiredAt\" IS NULL");
            OfCase(b);
        });
        builder.Entity<ActRow>(b =>
        {
            b.ToTable("Acts");
            b.HasKey(a => a.Key);
            b.HasIndex(a => a.ActId).IsUnique();
            b.HasIndex(a => a.CaseId);
            OfCase(b);
        });
        builder.Entity<AuditEntryRow>(b =>
        {
            b.ToTable("AuditEntries");
            b.HasKey(e => new { e.CaseId, e.Sequence });
            OfCase(b);
        });
        builder.Entity<ReadLogRow>(b =>
        {
            b.ToTable("ReadLog");
            b.HasKey(r => new { r.Day, r.Sequence });
            b.HasIndex(r => new { r.CaseId, r.At });
            b.HasIndex(r => new { r.ActorId, r.At });
            OfCase(b);
        });
        builder.Entity<DisclosureRow>(b =>
        {
            b.ToTable("Disclosures");
            b.HasIndex(d => new { d.CaseId, d.At });
            OfCase(b);
        });
        builder.Entity<InsideNoticeRow>(b =>
        {
            b.ToTable("InsideNotices");
            b.HasIndex(n => new { n.CaseId, n.Audience, n.CreatedAt });
            b.HasIndex(n => new { n.RecipientId, n.ReadAt });
            OfCase(b);
        });
        builder.Entity<ApplicantAccessRow>(b =>
        {
            b.ToTable("ApplicantAccesses");
            b.HasIndex(a => a.CaseId);
            b.HasIndex(a => a.CodeHash).IsUnique();
            OfCase(b);
        });
        builder.Entity<DuplicateHashRow>(b =>
        {
            b.ToTable("DuplicateHashes");
            b.HasKey(d => new { d.CaseId, d.Kind, d.Hash });
            b.HasIndex(d => new { d.Kind, d.Hash });
            OfCase(b);
        });
        builder.Entity<FileMarkRow>(b =>
        {
            b.ToTable("FileMarks");
            b.Property(m => m.Id).ValueGeneratedNever();
            b.HasIndex(m => new { m.CaseId, m.FileId }).IsUnique();
            OfCase(b);
        });
        builder.Entity<FileMarkBandRow>(b =>
        {
            b.ToTable("FileMarkBands");
            b.HasKey(r => new { r.Band, r.MarkId });
            b.HasOne<FileMarkRow>().WithMany().HasForeignKey(r => r.MarkId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ReviewTallyRow>(b =>
        {
            b.ToTable("ReviewTallies");
            b.Property(t => t.Id).ValueGeneratedNever();
            b.HasIndex(t => t.Month);
        });
        builder.Entity<EntryAnswerRow>(b =>
        {
            b.ToTable("EntryAnswers");
            b.HasKey(a => new { a.CaseId, a.Entry });
            b.HasIndex(a => a.Entry);
            OfCase(b);
        });
        builder.Entity<StoredFileRow>(b =>
        {
            b.ToTable("StoredFiles");
            b.HasIndex(f => new { f.CaseId, f.KeyedAddress });
            b.HasIndex(f => f.State);
            b.HasIndex(f => f.CheckedAt);
            OfCase(b);
        });
    }

    private static void OfCase<T>(EntityTypeBuilder<T> b)
        where T : class =>
        b.HasOne<CaseRow>().WithMany().HasForeignKey("CaseId").OnDelete(DeleteBehavior.NoAction);
}
