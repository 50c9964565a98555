using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.CaseworkTests.Acts;
using HumanitarianEntry.CaseworkTests.Custody;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Custody;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Files;

/// <summary>The same bytes come twice: what was received before stays, whatever becomes of the second.</summary>
public sealed class ReceivedFilesTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, .. "DEMO photo"u8];

    [Fact]
    public async Task Receive_SameBytesRefused_LeavesTheOriginalOfTheOtherItem()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await DemoCase.ConsentedAsync(store);
        var first = await ReceiveAsync(store, demo, "photo.jpg");
        await demo.DoAsync(DemoCase.Custodian, new AddEvidence(EvidenceType.PublicPost, "DEMO", "applicant") { File = first });

        await Assert.ThrowsAsync<FileKindRefusedException>(() => ReceiveAsync(store, demo, "photo.pdf"));
        await Assert.ThrowsAsync<FileKindRefusedException>(() => ReceiveAsync(store, demo, "photo.jpg", taken: new HashSet<FileKind> { FileKind.Pdf }));

        Assert.Equal(Photo, await ReadAsync(store, demo, first));
        await using var db = store.Cases.CreateDbContext();
        Assert.Single(db.StoredFiles.Where(f => f.CaseId == demo.Id));
        Assert.Empty(Directory.GetFiles(Path.Combine(store.Options.FilesPath, "incoming")));
    }

    [Fact]
    public async Task Receive_RefusedWithNothingBefore_LeavesNothing()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await DemoCase.ConsentedAsync(store);
        await Assert.ThrowsAsync<FileKindRefusedException>(() => ReceiveAsync(store, demo, "photo.pdf"));
        Assert.Empty(store.Files.List(demo.Id));
        Assert.Empty(Directory.GetFiles(Path.Combine(store.Options.FilesPath, "incoming")));
    }

    [Fact]
    public async Task Receive_SameBytesAgain_KeepsTheFileThatStands()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await DemoCase.ConsentedAsync(store);
        var first = await ReceiveAsync(store, demo, "photo.jpg");
        var path = PathOf(store, demo);
        var stored = await File.ReadAllBytesAsync(path, None);

        var second = await ReceiveAsync(store, demo, "again.jpg");

        Assert.Equal(stored, await File.ReadAllBytesAsync(path, None));
        Assert.NotEqual(first.FileId, second.FileId);
        Assert.Equal(Photo, await ReadAsync(store, demo, first));
        Assert.Equal(Photo, await ReadAsync(store, demo, second));
    }

    [Fact]
    public async Task Receive_StoredFileWasAltered_IsToldBeforeTheSameBytesHealIt()
    {
        var clock = new MovedClock();
        await using var store = await CaseworkStore.OpenAsync(DatabaseProvider.Sqlite, s => s.AddSingleton<TimeProvider>(clock));
        var demo = await DemoCase.ConsentedAsync(store);
        var first = await ReceiveAsync(store, demo, "photo.jpg");
        var path = PathOf(store, demo);
        var changed = await File.ReadAllBytesAsync(path, None);
        changed[^1] ^= 1;
        await File.WriteAllBytesAsync(path, changed, None);

        var second = await ReceiveAsync(store, demo, "again.jpg");

        Assert.Equal((first.FileId, FileCondition.Altered), Assert.Single((await demo.FileAsync()).Evidence.FileConditions.Select(c => (c.Value.FileId, c.Value.Condition))));
        Assert.Equal(Photo, await ReadAsync(store, demo, first));
        Assert.Equal(Photo, await ReadAsync(store, demo, second));
        Assert.Equal(changed, await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!, "*.broken")), None));
        Assert.Single(store.Files.List(demo.Id));

        // That it is whole again is told by the next look, a day later and not a month.
        clock.Ahead += FixityCheck.DamagedEvery + TimeSpan.FromMinutes(1);
        await store.Services.GetRequiredService<FixityCheck>().RunAsync(None);
        Assert.Equal([FileCondition.Altered, FileCondition.Ok], (await demo.FileAsync()).Evidence.FileConditions.Where(c => c.Value.FileId == first.FileId).Select(c => c.Value.Condition));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Receive_SameBytesAtOnceOverADamagedFile_AllAreTakenAndTheDamagedOneIsKept(bool isMissing)
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await DemoCase.ConsentedAsync(store);
        var first = await ReceiveAsync(store, demo, "photo.jpg");
        var path = PathOf(store, demo);
        var whole = await File.ReadAllBytesAsync(path, None);
        for (var round = 0; round < 8; round++)
        {
            byte[] changed = [.. whole.AsSpan(..^1), (byte)(whole[^1] ^ (round + 1))];
            await (isMissing ? Task.Run(() => File.Move(path, path + ".away")) : File.WriteAllBytesAsync(path, changed, None));

            var came = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => ReceiveAsync(store, demo, $"again{n}.jpg"))));

            foreach (var file in came.Append(first))
                Assert.Equal(Photo, await ReadAsync(store, demo, file));
            var broken = Directory.GetFiles(Path.GetDirectoryName(path)!, "*.broken");
            Assert.Equal(isMissing ? 0 : 1, broken.Length);
            Assert.All(broken, b => Assert.Equal(changed, File.ReadAllBytes(b)));
            foreach (var looked in broken)
                File.Move(looked, looked + ".seen");
            if (isMissing)
                File.Move(path + ".away", path + $".away{round}");
        }

        Assert.Equal(isMissing ? FileCondition.Missing : FileCondition.Altered, (await demo.FileAsync()).Evidence.FileConditions.First(c => c.Value.FileId == first.FileId).Value.Condition);
    }

    /// <summary>The damage cannot be told while another program holds the database: the upload is refused in words, the damaged file stays where it is, and the next try heals it.</summary>
    [Fact]
    public async Task Receive_DamageCannotBeToldNow_IsRefusedAndChangesNothing()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await DemoCase.ConsentedAsync(store);
        await ReceiveAsync(store, demo, "photo.jpg");
        var path = PathOf(store, demo);
        var changed = await File.ReadAllBytesAsync(path, None);
        changed[^1] ^= 1;
        await File.WriteAllBytesAsync(path, changed, None);
        var hasty = store.Options with { ConnectionString = store.Options.ConnectionString + ";Default Timeout=1" };
        await using var node = await store.SecondNodeAsync(hasty, parts => Desk.AddCasework(parts, time: null));
        await using var stranger = new SqliteConnection(store.Options.ConnectionString);
        await stranger.OpenAsync(None);
        await using (var take = new SqliteCommand("BEGIN IMMEDIATE", stranger))
            await take.ExecuteNonQueryAsync(None);

        await Assert.ThrowsAsync<StoreBusyException>(() => ReceiveAsync(node, demo, "again.jpg"));

        Assert.Equal(changed, await File.ReadAllBytesAsync(path, None));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!, "*.broken"));
        Assert.Empty(Directory.GetFiles(Path.Combine(store.Options.FilesPath, "incoming")));
        await using (var give = new SqliteCommand("ROLLBACK", stranger))
            await give.ExecuteNonQueryAsync(None);
        Assert.Equal(Photo, await ReadAsync(node, demo, await ReceiveAsync(node, demo, "again.jpg")));
    }

    private static async Task<EvidenceFile> ReceiveAsync(TestStore store, DemoCase demo, string name, IReadOnlySet<FileKind>? taken = null)
    {
        using var content = new MemoryStream(Photo);
        return await store.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, content, name, taken, None);
    }

    private static async Task<byte[]> ReadAsync(TestStore store, DemoCase demo, EvidenceFile file)
    {
        var opened = await store.Services.GetRequiredService<CaseFiles>().OpenAsync(demo.Id, file.FileId, None);
        await using var content = opened!.Value.Content;
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, None);
        return memory.ToArray();
    }

    private static string PathOf(TestStore store, DemoCase demo) => Assert.Single(Directory.GetFiles(store.Options.FilesPath, Assert.Single(store.Files.List(demo.Id)), SearchOption.AllDirectories));
}
