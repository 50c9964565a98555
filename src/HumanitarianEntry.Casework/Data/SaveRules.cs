using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Data;

/// <summary>What holds for every save: added rows stay as they are, and every change of a case moves its token.</summary>
internal static class SaveRules
{
    public static void Apply(CaseDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted && AppendOnlyTables.Rows.Contains(entry.Entity.GetType()))
            {
                throw new AppendOnlyException(entry.Metadata.GetTableName() ?? entry.Metadata.Name);
            }

            if (entry is { State: EntityState.Modified, Entity: CaseRow })
            {
                // Through the entry, so that it is written also where nobody looks for changes any more.
                var token = entry.Property(nameof(CaseRow.ConcurrencyVersion));
                token.CurrentValue = (long)token.OriginalValue! + 1;
            }
        }
    }
}

/// <summary>Somebody tried to change or remove what may only be added to.</summary>
public sealed class AppendOnlyException(string table) : InvalidOperationException($"Rows of {table} are only added, never changed or removed.");

/// <summary>The tables whose rows are only added. Triggers in each database say the same.</summary>
public static class AppendOnlyTables
{
    internal static readonly HashSet<Type> Rows =
        [typeof(CompartmentVersionRow), typeof(ActRow), typeof(AuditEntryRow), typeof(ReadLogRow), typeof(DisclosureRow), typeof(SettingRow), typeof(AccountAuditRow)];

    /// <summary>Their names in the database.</summary>
    public static readonly IReadOnlyList<string> Names =
        [nameof(CaseDbContext.CompartmentVersions), nameof(CaseDbContext.Acts), nameof(CaseDbContext.AuditEntries), nameof(CaseDbContext.ReadLog), nameof(CaseDbContext.Disclosures), nameof(CaseDbContext.Settings), nameof(CaseDbContext.AccountAudit)];
}
