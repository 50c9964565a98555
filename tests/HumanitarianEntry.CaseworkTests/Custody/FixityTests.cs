using System.Text;
using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Custody;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Custody;

/// <summary>Stored files are read again: altered and missing are told apart, once, on the chain of the case; a file that is whole again too.</summary>
public sealed class FixityTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EveryDatabase]
    public async Task Run_FileAlteredMissingAndBack_IsToldOnceEachTime(DatabaseProvider provider)
    {
        var clock = new MovedClock();
        await using var store = await CaseworkStore.OpenAsync(provider, s => s.AddSingleton<TimeProvider>(clock));
        var demo = await DemoCase.ConsentedAsync(store);
        var file = await ReceiveAsync(store, demo);
        var path = await PathOfAsync(store, demo, file.FileId);
        var whole = await File.ReadAllBytesAsync(path, None);

        Assert.Equal(1, await RunAsync(store));
        Assert.Empty((await demo.FileAsync()).Evidence.FileConditions);
        Assert.Equal(0, await RunAsync(store));

        await FlipAsync(path, whole);
        Assert.Equal(0, await RunAsync(store));
        clock.Ahead += FixityCheck.Every + TimeSpan.FromHours(1);
        await RunAsync(store);
        clock.Ahead += FixityCheck.Every + TimeSpan.FromHours(1);
        await RunAsync(store);
        Assert.Equal(FileCondition.Altered, Assert.Single((await demo.FileAsync()).Evidence.FileConditions).Value.Condition);

        File.Move(path, path + ".gone");
        clock.Ahead += FixityCheck.Every + TimeSpan.FromHours(1);
        await RunAsync(store);
        await File.WriteAllBytesAsync(path, whole, None);
        clock.Ahead += FixityCheck.Every + TimeSpan.FromHours(1);
        await RunAsync(store);

        var reports = (await demo.FileAsync()).Evidence.FileConditions;
        Assert.Equal([FileCondition.Altered, FileCondition.Missing, FileCondition.Ok], reports.Select(r => r.Value.Condition));
        await using var db = store.Cases.CreateDbContext();
        var notices = await db.InsideNotices.AsNoTracking().Where(n => n.Outcome == ReportFileCondition.Damaged).ToListAsync(None);
        Assert.True(notices.Count >= 2);
        Assert.Null(await store.Verifier.VerifyCaseAsync(demo.Id, None));
    }

    [Fact]
    public async Task All_AnyBitFlipped_IsFoundAndNamed()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await DemoCase.ConsentedAsync(store);
        var file = await ReceiveAsync(store, demo);
        var path = await PathOfAsync(store, demo, file.FileId);
        var whole = await File.ReadAllBytesAsync(path, None);
        var check = store.Services.GetRequiredService<FixityCheck>();
        Assert.Empty(await check.AllAsync(demo.Id, progress: null, None).ToListAsync(None));
        for (var at = 0; at < whole.Length; at += Math.Max(1, whole.Length / 40))
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 1;
            await File.WriteAllBytesAsync(path, changed, None);

            Assert.Equal((file.FileId, FileCondition.Altered), Assert.Single((await check.AllAsync(null, progress: null, None).ToListAsync(None)).Select(d => (d.FileId, d.Condition))));
        }
    }

    /// <summary>A row that leads nowhere, bytes that cannot be read and keys that do not open: each is an answer about itself, and none keeps the rest from its turn.</summary>
    [Fact]
    public async Task Run_FilesThatCannotBeRead_AreSaidAndTheOthersHaveTheirTurn()
    {
        var clock = new MovedClock();
        await using var store = await CaseworkStore.OpenAsync(DatabaseProvider.Sqlite, s => s.AddSingleton<TimeProvider>(clock));
        var demo = await DemoCase.ConsentedAsync(store);
        var (blocked, misled, good) = (await ReceiveAsync(store, demo, "a"), await ReceiveAsync(store, demo, "b"), await ReceiveAsync(store, demo, "c"));
        var path = await PathOfAsync(store, demo, blocked.FileId);
        File.Move(path, path + ".kept");
        Directory.CreateDirectory(path);
        await using (var db = store.Cases.CreateDbContext())
        {
            await db.StoredFiles.Where(f => f.Id == misled.FileId).ExecuteUpdateAsync(set => set.SetProperty(f => f.KeyedAddress, "../../elsewhere"), None);
        }

        Assert.Equal(3, await RunAsync(store));

        Assert.Equal(new Dictionary<Guid, string?> { [blocked.FileId] = "unreadable", [misled.FileId] = "unreadable", [good.FileId] = "ok" }, await ConditionsAsync(store, demo));
        var reports = (await demo.FileAsync()).Evidence.FileConditions;
        Assert.Equal(new HashSet<Guid> { blocked.FileId, misled.FileId }, [.. reports.Select(r => r.Value.FileId)]);
        Assert.All(reports, r => Assert.Equal(FileCondition.Unreadable, r.Value.Condition));
        Assert.Equal(2, (await store.Services.GetRequiredService<FixityCheck>().AllAsync(null, progress: null, None).ToListAsync(None)).Count(d => d.Condition == FileCondition.Unreadable));

        // A disk that comes back is seen within a day, not within a month.
        Directory.Delete(path);
        File.Move(path + ".kept", path);
        clock.Ahead += FixityCheck.DamagedEvery + TimeSpan.FromHours(1);
        Assert.Equal(2, await RunAsync(store));
        Assert.Equal("ok", (await ConditionsAsync(store, demo))[blocked.FileId]);
    }

    [Fact]
    public async Task Run_MorePagesOfRowsThatFail_ReachesTheLastFile()
    {
        var clock = new MovedClock();
        await using var store = await CaseworkStore.OpenAsync(DatabaseProvider.Sqlite, s => s.AddSingleton<TimeProvider>(clock));
        var demo = await DemoCase.ConsentedAsync(store);
        var good = await ReceiveAsync(store, demo);
        await RunAsync(store);
        var broken = await store.NewCaseAsync();
        await using (var keys = store.Keys.CreateDbContext())
        {
            await keys.DataKeys.Where(k => k.CaseId == broken.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.WrappedKey, new byte[60]), None);
        }

        await using (var db = store.Cases.CreateDbContext())
        {
            db.StoredFiles.AddRange(Enumerable.Range(0, 230).Select(_ => new StoredFileRow
            {
                Id = Ids.New(), CaseId = broken.Id, KeyedAddress = new string('a', 64), Size = 1, SealedMeta = [1], ReceivedAt = clock.GetUtcNow(), State = "received",
            }));
            await db.SaveChangesAsync(None);
        }

        await FlipAsync(await PathOfAsync(store, demo, good.FileId));
        clock.Ahead += FixityCheck.Every + TimeSpan.FromHours(1);
        await RunAsync(store);

        Assert.Equal("altered", (await ConditionsAsync(store, demo))[good.FileId]);
        Assert.Equal(231, (await store.Services.GetRequiredService<FixityCheck>().AllAsync(null, progress: null, None).ToListAsync(None)).Count);
        Assert.Null((await ConditionsAsync(store, broken.Id)).Values.Distinct().Single());
    }

    /// <summary>The seal, its stamp and the files are three things: a seal that cannot be made does not keep files from being looked at.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Round_SealThatCannotBeMade_FilesAreLookedAtAllTheSame(bool garbled)
    {
        var clock = new MovedClock();
        await using var store = await CaseworkStore.OpenAsync(DatabaseProvider.Sqlite, s => s.AddSingleton<TimeProvider>(clock));
        var demo = await DemoCase.ConsentedAsync(store);
        var file = await ReceiveAsync(store, demo);
        if (garbled)
        {
            await using var db = store.Cases.CreateDbContext();
            db.DaySeals.Add(new DaySealRow { Day = 20260101, Json = "x" });
            await db.SaveChangesAsync(None);
        }
        else
        {
            await File.WriteAllTextAsync(Path.Combine(store.Folder, "day-seals"), "no folder", None);
        }

        clock.Ahead = TimeSpan.FromDays(1);
        await Assert.ThrowsAnyAsync<Exception>(() => store.Services.GetRequiredService<DaySealer>().RunAsync(None));
        await store.Services.GetRequiredService<CustodyRound>().RunAsync(None);
        Assert.Equal("ok", (await ConditionsAsync(store, demo))[file.FileId]);
    }

    private static Task<Dictionary<Guid, string?>> ConditionsAsync(TestStore store, DemoCase demo) => ConditionsAsync(store, demo.Id);

    private static async Task<Dictionary<Guid, string?>> ConditionsAsync(TestStore store, Guid caseId)
    {
        await using var db = store.Cases.CreateDbContext();
        return await db.StoredFiles.AsNoTracking().Where(f => f.CaseId == caseId).ToDictionaryAsync(f => f.Id, f => f.Condition, None);
    }

    private static async Task FlipAsync(string path) => await FlipAsync(path, await File.ReadAllBytesAsync(path, None));

    private static Task<int> RunAsync(TestStore store) => store.Services.GetRequiredService<FixityCheck>().RunAsync(None);

    private static async Task<EvidenceFile> ReceiveAsync(TestStore store, DemoCase demo, string mark = "")
    {
        using var scan = new MemoryStream(Encoding.UTF8.GetBytes($"%PDF-1.4\n% DEMO paper\n{mark}"));
        return await store.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, scan, "raport.pdf", None);
    }

    private static async Task<string> PathOfAsync(TestStore store, DemoCase demo, Guid fileId)
    {
        await using var db = store.Cases.CreateDbContext();
        var address = (await db.StoredFiles.AsNoTracking().SingleAsync(f => f.Id == fileId && f.CaseId == demo.Id, None)).KeyedAddress;
        return Assert.Single(Directory.GetFiles(store.Options.FilesPath, address, SearchOption.AllDirectories));
    }

    private static async Task FlipAsync(string path, byte[] whole)
    {
        var changed = (byte[])whole.Clone();
        changed[^1] ^= 1;
        await File.WriteAllBytesAsync(path, changed, None);
    }
}
