using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Data;

public sealed class AppendOnlyTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EveryDatabase]
    public async Task SaveChanges_ChangedOrRemovedAuditEntry_IsRefusedByTheContext(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        await FillAsync(store);
        await using var db = store.Cases.CreateDbContext();

        db.AuditEntries.Remove(await db.AuditEntries.SingleAsync(None));
        await Assert.ThrowsAsync<AppendOnlyException>(() => db.SaveChangesAsync(None));
        Assert.Throws<AppendOnlyException>(() => db.SaveChanges());
    }

    [Theory, EveryDatabase]
    public async Task Database_ChangePastTheContext_IsRefusedByTriggers(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        await FillAsync(store);
        await using var db = store.Cases.CreateDbContext();
        IQueryable<object>[] tables = [db.CompartmentVersions, db.Acts, db.AuditEntries, db.ReadLog, db.Disclosures, db.Settings, db.AccountAudit];
        Assert.Equal(AppendOnlyTables.Names.Count, tables.Length);

        foreach (var table in tables)
        {
            Assert.Equal(1, await table.CountAsync(None));
            Assert.Contains("only added", (await Assert.ThrowsAnyAsync<Exception>(() => table.ExecuteDeleteAsync(None))).Message, StringComparison.Ordinal);
            Assert.Equal(1, await table.CountAsync(None));
        }

        var change = await Assert.ThrowsAnyAsync<Exception>(() => db.AuditEntries.ExecuteUpdateAsync(s => s.SetProperty(e => e.Outcome, "verified"), None));
        Assert.Contains("only added", change.Message, StringComparison.Ordinal);
    }

    private static async Task FillAsync(TestStore store)
    {
        var row = await store.NewCaseAsync();
        using var keys = await store.Sealer.OpenAsync(row.Id, None);
        await using var db = store.Cases.CreateDbContext();
        db.Attach(row);
        CompartmentStore.Add(db, keys, SealedScopes.Identity, 1, "{}"u8, Ids.New(), row.OpenedAt);
        db.Acts.Add(new ActRow { Key = "k", ActId = Ids.New(), CaseId = row.Id, Kind = "demo", ActorId = Ids.New(), At = row.OpenedAt, ResultJson = "{}" });
        db.Disclosures.Add(new DisclosureRow { Id = Ids.New(), CaseId = row.Id, At = row.OpenedAt, RecipientFunction = "consulate", Purpose = "submission", SealedDetails = [1] });
        db.Settings.Add(new SettingRow { Key = "quota", Version = 1, ValueJson = "5", At = row.OpenedAt, By = Ids.New() });
        store.Trail.Append(db, row, keys, new AuditNote { At = row.OpenedAt, ActorId = Ids.New(), Role = "screener", ActKind = "demo" });
        db.AccountAudit.Add(new AccountAuditRow { Sequence = 1, At = row.OpenedAt, ActorId = Ids.New(), AccountId = Ids.New(), Kind = "demo", PreviousHash = [], Hash = [1] });
        await db.SaveChangesAsync(None);
        await store.ReadLog.WriteAsync([new ReadEntry { At = row.OpenedAt, ActorId = Ids.New(), CaseId = row.Id, Compartment = "identity", Purpose = "interview" }], None);
    }
}
