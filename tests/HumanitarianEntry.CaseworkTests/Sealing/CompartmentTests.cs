using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Sealing;

public sealed class CompartmentTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EveryDatabase]
    public async Task Load_SeveralVersionsAndCompartments_GivesTheNewestOfEach(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await store.NewCaseAsync();
        using var keys = await store.Sealer.OpenAsync(row.Id, None);
        await using var db = store.Cases.CreateDbContext();
        var act = Ids.New();
        CompartmentStore.Add(db, keys, SealedScopes.Identity, 1, "one"u8, act, row.OpenedAt);
        CompartmentStore.Add(db, keys, SealedScopes.Identity, 2, "two"u8, act, row.OpenedAt);
        CompartmentStore.Add(db, keys, SealedScopes.Travel, 1, "way"u8, act, row.OpenedAt);
        await db.SaveChangesAsync(None);

        var all = await CompartmentStore.LoadAsync(db, keys, only: null, None);
        var some = await CompartmentStore.LoadAsync(db, keys, [SealedScopes.Travel, SealedScopes.Contact], None);

        Assert.Equal(2, all.Count);
        Assert.Equal((2, act, "two"), (all[SealedScopes.Identity].Version, all[SealedScopes.Identity].ActId, System.Text.Encoding.UTF8.GetString(all[SealedScopes.Identity].Plain)));
        Assert.Equal([SealedScopes.Travel], some.Keys);
        Assert.Equal(2, (await CompartmentStore.HistoryAsync(db, keys, SealedScopes.Identity, None)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Add_SameVersionByTwoActs_SecondIsADuplicate(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await store.NewCaseAsync();
        using var keys = await store.Sealer.OpenAsync(row.Id, None);
        await using var first = store.Cases.CreateDbContext();
        await using var second = store.Cases.CreateDbContext();
        CompartmentStore.Add(first, keys, SealedScopes.Identity, 1, "a"u8, Ids.New(), row.OpenedAt);
        CompartmentStore.Add(second, keys, SealedScopes.Identity, 1, "b"u8, Ids.New(), row.OpenedAt);
        await first.SaveChangesAsync(None);

        Assert.True(DatabaseErrors.IsDuplicateKey(await Assert.ThrowsAsync<DbUpdateException>(() => second.SaveChangesAsync(None))));
    }

    [Fact]
    public async Task Open_SealedContentMovedOrChanged_IsRefused()
    {
        await using var store = await TestStore.OpenAsync();
        var mine = await store.NewCaseAsync();
        var other = await store.NewCaseAsync();
        using var keys = await store.Sealer.OpenAsync(mine.Id, None);
        using var others = await store.Sealer.OpenAsync(other.Id, None);
        var content = keys.Seal(SealedScopes.Vetting, "version 1", "DEMO"u8);

        Assert.Equal("DEMO"u8, keys.Open(SealedScopes.Vetting, "version 1", content));
        Assert.Throws<SealBrokenException>(() => keys.Open(SealedScopes.Vetting, "version 2", content));
        Assert.Throws<SealBrokenException>(() => keys.Open(SealedScopes.Identity, "version 1", content));
        Assert.Throws<SealBrokenException>(() => others.Open(SealedScopes.Vetting, "version 1", content));
        Assert.Throws<SealBrokenException>(() => keys.Open(SealedScopes.Vetting, "version 1", content.AsSpan(0, 10)));
        for (var i = 0; i < content.Length; i++)
        {
            var flipped = (byte[])content.Clone();
            flipped[i] ^= 1;
            Assert.Throws<SealBrokenException>(() => keys.Open(SealedScopes.Vetting, "version 1", flipped));
        }
    }

    [Theory, EveryDatabase]
    public async Task OpenOrCreate_EightActsAtOnce_MakeOneKeyPerScope(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var id = Ids.New();

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.Sealer.OpenOrCreateAsync(id, SealedScopes.All, None))));

        Assert.Single(opened.Select(k => k.KeyId(SealedScopes.Identity)).Distinct());
        await using var db = store.Keys.CreateDbContext();
        Assert.Equal(SealedScopes.All.Count, await db.DataKeys.CountAsync(k => k.CaseId == id, None));
    }

    [Theory, EveryDatabase]
    public async Task DestroyKeys_Case_LeavesADatedTombstoneAndNoKey(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await store.NewCaseAsync();
        var kept = await store.NewCaseAsync();

        var tombstone = await store.Sealer.DestroyKeysAsync(row.Id, None);
        var again = await store.Sealer.DestroyKeysAsync(row.Id, None);

        Assert.Equal(tombstone.DestroyedAt, again.DestroyedAt);
        Assert.Equal(TimeSpan.FromDays(30), tombstone.BackupsExpireAt - tombstone.DestroyedAt);
        await Assert.ThrowsAsync<CaseErasedException>(() => store.Sealer.OpenAsync(row.Id, None));
        await Assert.ThrowsAsync<CaseErasedException>(() => store.Sealer.OpenOrCreateAsync(row.Id, SealedScopes.All, None));
        Assert.Equal([kept.Id], (await store.Sealer.OpenManyAsync([row.Id, kept.Id], None)).Keys);
        await using var db = store.Keys.CreateDbContext();
        Assert.Equal(SealedScopes.All.Count, await db.DataKeys.CountAsync(k => k.CaseId == row.Id && k.WrappedKey == null && k.DestroyedAt != null, None));
    }

    [Fact]
    public async Task DestroyKeys_CaseThatNeverHadKeys_LetsNoneAppearLater()
    {
        await using var store = await TestStore.OpenAsync();
        var id = Ids.New();

        await store.Sealer.DestroyKeysAsync(id, None);

        await Assert.ThrowsAsync<CaseErasedException>(() => store.Sealer.OpenOrCreateAsync(id, [SealedScopes.Identity], None));
    }

    [Fact]
    public async Task DestroyKeys_SomebodyReadsTheKeyStore_WaitsUntilTheLogIsEmptied()
    {
        await using var store = await TestStore.OpenAsync();
        var row = await store.NewCaseAsync();
        await using var reader = store.Keys.CreateDbContext();
        await reader.Database.OpenConnectionAsync(None);
        await reader.Database.ExecuteSqlAsync($"BEGIN DEFERRED", None);
        Assert.NotEqual(0, await reader.DataKeys.CountAsync(None));

        var destroying = Task.Run(() => store.Sealer.DestroyKeysAsync(row.Id, None));
        Assert.NotEqual(destroying, await Task.WhenAny(destroying, Task.Delay(TimeSpan.FromMilliseconds(800), None)));
        await reader.Database.ExecuteSqlAsync($"ROLLBACK", None);
        await destroying;

        Assert.Equal(0, new FileInfo(Path.Combine(store.Folder, "keys.db-wal")).Length);
    }

    [Fact]
    public async Task DestroyKeys_Sqlite_LeavesNoTraceOfTheWrappedKeyInTheFiles()
    {
        await using var store = await TestStore.OpenAsync();
        var row = await store.NewCaseAsync();
        await using var db = store.Keys.CreateDbContext();
        var wrapped = await db.DataKeys.AsNoTracking().Where(k => k.CaseId == row.Id).Select(k => k.WrappedKey!).ToListAsync(None);

        Assert.Contains(wrapped, key => Dump.Folder(store.Folder).Any(f => f.AsSpan().IndexOf(key) >= 0));
        await store.Sealer.DestroyKeysAsync(row.Id, None);

        Assert.DoesNotContain(wrapped, key => Dump.Folder(store.Folder).Any(f => f.AsSpan().IndexOf(key) >= 0));
    }
}
