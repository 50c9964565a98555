using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Data;
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

    private static Task<int> RunAsync(TestStore store) => store.Services.GetRequiredService<FixityCheck>().RunAsync(None);

    private static async Task<EvidenceFile> ReceiveAsync(TestStore store, DemoCase demo)
    {
        using var scan = new MemoryStream("%PDF-1.4\n% DEMO paper\n"u8.ToArray());
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
