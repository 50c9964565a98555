using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Data;

public sealed class CaseDbContextTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EveryDatabase]
    public async Task SaveChanges_InstantWithOffsetAndTicks_ComesBackAsUtcMicroseconds(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await store.NewCaseAsync();
        var due = new DateTimeOffset(2026, 7, 1, 12, 30, 15, TimeSpan.FromHours(5)).AddTicks(1_234_567);
        await using (var db = store.Cases.CreateDbContext())
        {
            (await db.Cases.SingleAsync(c => c.Id == row.Id, None)).NextDueAt = due;
            await db.SaveChangesAsync(None);
        }

        await using var again = store.Cases.CreateDbContext();
        var read = await again.Cases.AsNoTracking().Where(c => c.NextDueAt <= due.AddSeconds(1) && c.NextDueAt > due.AddSeconds(-1)).OrderBy(c => c.NextDueAt).SingleAsync(None);

        Assert.Equal(due.Stored(), read.NextDueAt);
        Assert.Equal(TimeSpan.Zero, read.NextDueAt!.Value.Offset);
        Assert.NotEqual(due.UtcTicks, read.NextDueAt.Value.UtcTicks);
    }

    [Theory, EveryDatabase]
    public async Task SaveChanges_TwoWritersReadTheSameVersion_SecondIsRefused(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await store.NewCaseAsync();
        await using var first = store.Cases.CreateDbContext();
        await using var second = store.Cases.CreateDbContext();
        var mine = await first.Cases.SingleAsync(c => c.Id == row.Id, None);
        var theirs = await second.Cases.SingleAsync(c => c.Id == row.Id, None);
        theirs.State = "Triaged";
        await second.SaveChangesAsync(None);
        mine.Priority = "urgent";

        var refusal = await Assert.ThrowsAsync<CaseChangedMeanwhileException>(() => first.SaveChangesAsync(None));

        Assert.Equal(row.Id, refusal.CaseId);
        await using var db = store.Cases.CreateDbContext();
        var read = await db.Cases.SingleAsync(c => c.Id == row.Id, None);
        Assert.Equal(("Triaged", "normal", 1L), (read.State, read.Priority, read.ConcurrencyVersion));
    }

    [Theory, EveryDatabase]
    public async Task Touch_NoOtherColumnChanged_StillMovesTheToken(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await store.NewCaseAsync();
        await using var db = store.Cases.CreateDbContext();
        var read = await db.Cases.SingleAsync(c => c.Id == row.Id, None);

        db.Touch(read, row.UpdatedAt);
        await db.SaveChangesAsync(None);

        await using var again = store.Cases.CreateDbContext();
        Assert.Equal(1, (await again.Cases.SingleAsync(c => c.Id == row.Id, None)).ConcurrencyVersion);
    }

    [Theory, EveryDatabase]
    public async Task SaveChanges_RepeatedIdempotencyKey_IsADuplicateKey(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await store.NewCaseAsync();
        await using (var db = store.Cases.CreateDbContext())
        {
            db.Acts.Add(Act(row));
            await db.SaveChangesAsync(None);
        }

        await using var again = store.Cases.CreateDbContext();
        again.Acts.Add(Act(row));
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => again.SaveChangesAsync(None));

        Assert.True(DatabaseErrors.IsDuplicateKey(failure));
    }

    [Theory, EveryDatabase]
    public async Task SaveChanges_RowOfUnknownCase_IsRefusedAndIsNoDuplicate(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        await using var db = store.Cases.CreateDbContext();
        db.Acts.Add(Act(TestStore.MakeCase()));

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(None));

        Assert.False(DatabaseErrors.IsDuplicateKey(failure));
    }

    [Theory, EveryDatabase]
    public async Task BeginWrite_DisposedWithoutCommit_LeavesNothingAndLetsTheNextIn(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = TestStore.MakeCase();
        await using (var db = store.Cases.CreateDbContext())
        {
            await using var write = await db.BeginWriteAsync(None);
            db.Cases.Add(row);
            await db.SaveChangesAsync(None);
        }

        await using var next = store.Cases.CreateDbContext();
        await using (var write = await next.BeginWriteAsync(None))
        {
            Assert.False(await next.Cases.AnyAsync(c => c.Id == row.Id, None));
            next.Cases.Add(row);
            await next.SaveChangesAsync(None);
            await write.CommitAsync(None);
        }

        await using var last = store.Cases.CreateDbContext();
        Assert.True(await last.Cases.AnyAsync(c => c.Id == row.Id, None));
    }

    [Theory, EveryDatabase]
    public async Task SaveChanges_ManyWritersOnOneCase_EveryAcceptedChangeCounts(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await store.NewCaseAsync();

        var accepted = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => TouchUntilAcceptedAsync(store, row.Id))));

        await using var db = store.Cases.CreateDbContext();
        Assert.Equal(16, accepted.Sum());
        Assert.Equal(16, (await db.Cases.SingleAsync(c => c.Id == row.Id, None)).ConcurrencyVersion);
    }

    [Theory, EveryDatabase]
    public async Task Users_SavedAndRead_KeepSealedNameAndNeverItsText(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var account = new StaffAccount { Id = Ids.New(), UserName = "screener-7", NormalizedUserName = "SCREENER-7", OrganisationId = "demo-org" };
        store.Names.SetDisplayName(account, "DEMO Анна Проверкина");
        store.Names.SetMail(account, "demo.anna@example.org");
        await using (var db = store.Cases.CreateDbContext())
        {
            db.Users.Add(account);
            await db.SaveChangesAsync(None);
        }

        await using var again = store.Cases.CreateDbContext();
        var read = await again.Users.SingleAsync(u => u.Id == account.Id, None);

        Assert.Equal("DEMO Анна Проверкина", store.Names.DisplayName(read));
        Assert.Equal("demo.anna@example.org", store.Names.Mail(read));
    }

    [Theory, EveryDatabase]
    public async Task TryTake_SameTimeStepTwice_OpensOnce(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var account = new StaffAccount { Id = Ids.New(), UserName = "vetter-3", NormalizedUserName = "VETTER-3", OrganisationId = "demo-org" };
        await using var db = store.Cases.CreateDbContext();
        db.Users.Add(account);
        await db.SaveChangesAsync(None);

        Assert.True(await TotpReplayGuard.TryTakeAsync(db, account.Id, 100, None));
        Assert.False(await TotpReplayGuard.TryTakeAsync(db, account.Id, 100, None));
        Assert.False(await TotpReplayGuard.TryTakeAsync(db, account.Id, 99, None));
        Assert.True(await TotpReplayGuard.TryTakeAsync(db, account.Id, 101, None));
    }

    private static ActRow Act(CaseRow row) => new() { Key = "k-" + row.Id, ActId = Ids.New(), CaseId = row.Id, Kind = "demo", ActorId = Ids.New(), At = row.OpenedAt, ResultJson = "{}" };

    private static async Task<int> TouchUntilAcceptedAsync(TestStore store, Guid id)
    {
        while (true)
        {
            try
            {
                await using var db = store.Cases.CreateDbContext();
                await using var write = await db.BeginWriteAsync(None);
                var row = await db.Cases.SingleAsync(c => c.Id == id, None);
                db.Touch(row, row.UpdatedAt);
                await db.SaveChangesAsync(None);
                await write.CommitAsync(None);
                return 1;
            }
            catch (CaseChangedMeanwhileException)
            {
                // The next turn reads again; that is what an act does.
                await Task.Yield();
            }
        }
    }
}
