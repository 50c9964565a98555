using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data.Mappings;
using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Data;

/// <summary>
/// The unit of work over the case database. Writes go through <see cref="BeginWriteAsync"/> (an act) or a lone SaveChangesAsync; both wait their turn on SQLite.
/// Rows that are only ever added refuse to be changed here, and by triggers in the database.
/// </summary>
/// <exception cref="DatabaseBusyException">Thrown by writes when another process holds the database.</exception>
/// <exception cref="CaseChangedMeanwhileException">Thrown by SaveChanges when somebody else changed the case first.</exception>
public abstract class CaseDbContext(DbContextOptions options) : IdentityDbContext<StaffAccount, StaffRole, Guid>(options)
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<CompartmentVersionRow> CompartmentVersions => Set<CompartmentVersionRow>();

    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();

    public DbSet<AppointmentRow> Appointments => Set<AppointmentRow>();

    public DbSet<BookedQuarterRow> BookedQuarters => Set<BookedQuarterRow>();

    public DbSet<DeskSettingRow> DeskSettings => Set<DeskSettingRow>();

    public DbSet<HandOverRow> HandOvers => Set<HandOverRow>();

    public DbSet<TranslationJobRow> TranslationJobs => Set<TranslationJobRow>();

    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();

    public DbSet<SavedFilterRow> SavedFilters => Set<SavedFilterRow>();

    public DbSet<WaitRow> Waits => Set<WaitRow>();

    public DbSet<TimerRow> Timers => Set<TimerRow>();

    public DbSet<ActRow> Acts => Set<ActRow>();

    public DbSet<AuditEntryRow> AuditEntries => Set<AuditEntryRow>();

    public DbSet<AccountAuditRow> AccountAudit => Set<AccountAuditRow>();

    public DbSet<AccountAuditHeadRow> AccountAuditHeads => Set<AccountAuditHeadRow>();

    public DbSet<StaffSessionRow> StaffSessions => Set<StaffSessionRow>();

    public DbSet<ReadLogRow> ReadLog => Set<ReadLogRow>();

    public DbSet<DisclosureRow> Disclosures => Set<DisclosureRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<InsideNoticeRow> InsideNotices => Set<InsideNoticeRow>();

    public DbSet<ApplicantAccessRow> ApplicantAccesses => Set<ApplicantAccessRow>();

    public DbSet<DuplicateHashRow> DuplicateHashes => Set<DuplicateHashRow>();

    public DbSet<FileMarkRow> FileMarks => Set<FileMarkRow>();

    public DbSet<FileMarkBandRow> FileMarkBands => Set<FileMarkBandRow>();

    public DbSet<ReviewTallyRow> ReviewTallies => Set<ReviewTallyRow>();

    public DbSet<EntryAnswerRow> EntryAnswers => Set<EntryAnswerRow>();

    public DbSet<FormDraftRow> FormDrafts => Set<FormDraftRow>();

    public DbSet<StoredFileRow> StoredFiles => Set<StoredFileRow>();

    public DbSet<DaySealRow> DaySeals => Set<DaySealRow>();

    public DbSet<ScreeningListRow> ScreeningLists => Set<ScreeningListRow>();

    public DbSet<ScreeningListEntryRow> ScreeningListEntries => Set<ScreeningListEntryRow>();

    public DbSet<MilitaryRegisterRow> MilitaryRegisters => Set<MilitaryRegisterRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<ReferralTokenUseRow> ReferralTokenUses => Set<ReferralTokenUseRow>();

    public DbSet<ProgrammeProposalRow> ProgrammeProposals => Set<ProgrammeProposalRow>();

    public DbSet<DefinitionDraftRow> DefinitionDrafts => Set<DefinitionDraftRow>();

    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();

    /// <summary>Serialises writers of one database inside this process; null where the database does that itself.</summary>
    internal virtual WriteGate? Gate => null;

    /// <summary>
    /// Opens the transaction of one act. On SQLite it waits for its turn in this process and then takes the write lock at once (BEGIN IMMEDIATE), so that what is
    /// read inside is still true when it is written. Dispose without commit rolls back.
    /// </summary>
    public Task<CaseWrite> BeginWriteAsync(CancellationToken cancellationToken) => CaseWrite.BeginAsync(this, Gate, cancellationToken);

    /// <summary>Marks the case as changed now: moves its concurrency token even if no plain column changed.</summary>
    public void Touch(CaseRow row, DateTimeOffset at)
    {
        row.UpdatedAt = at.Stored();
        Entry(row).Property(r => r.UpdatedAt).IsModified = true;
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        SaveRules.Apply(this);
        using var turn = Gate is { } gate && Database.CurrentTransaction is null ? await gate.EnterAsync(cancellationToken) : null;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (Exception failure) when (DatabaseErrors.IsKnown(failure))
        {
            throw DatabaseErrors.Typed(failure);
        }
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        SaveRules.Apply(this);
        using var turn = Gate is { } gate && Database.CurrentTransaction is null ? gate.Enter() : null;
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        catch (Exception failure) when (DatabaseErrors.IsKnown(failure))
        {
            throw DatabaseErrors.Typed(failure);
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccountMappings.Apply(builder);
        CaseMappings.Apply(builder);
        InstallationMappings.Apply(builder);
    }
}
