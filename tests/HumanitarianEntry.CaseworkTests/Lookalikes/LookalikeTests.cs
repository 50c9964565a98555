using System.IO.Compression;
using HumanitarianEntry.Casework.Consistency;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Erasure;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Lookalikes;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Lookalikes;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Lookalikes;

/// <summary>The same or nearly the same picture in two cases is told to both, and neither learns anything of the other.</summary>
public sealed class LookalikeTests
{
    [Theory, EveryDatabase]
    public async Task Find_PictureEncodedAnew_BothCasesAreToldAndNeitherLearnsMore(DatabaseProvider provider)
    {
        await using var store = await CaseworkStore.OpenAsync(provider);
        var (first, second, third) = (await DemoCase.ConsentedAsync(store), await DemoCase.ConsentedAsync(store), await DemoCase.ConsentedAsync(store));
        await AddAsync(store, first, Png(SamplePictures.Photo(1, 400), 400), "a.png");
        await AddAsync(store, third, Png(SamplePictures.Photo(2, 400), 400), "c.png");
        await AddAsync(store, second, "DEMO words"u8.ToArray(), "note.txt");
        await AddAsync(store, second, Png(SamplePictures.Noisy(SamplePictures.Photo(1, 300), 5, 6), 300), "b.png");

        var (told, also) = (Assert.Single((await first.FileAsync()).Evidence.Lookalikes).Value, Assert.Single((await second.FileAsync()).Evidence.Lookalikes).Value);
        Assert.Equal(("L1", "E1", LookalikeKind.SamePicture, second.Id), (told.Label, told.Item, told.Kind, told.Other!.Value));
        Assert.Equal(("E2", first.Id), (also.Item, also.Other!.Value));
        Assert.Empty((await third.FileAsync()).Evidence.Lookalikes);

        // Those who keep the evidence see that there is another case, and nothing by which it could be known.
        foreach (var role in Enum.GetValues<Role>().Except([Role.Coordinator, Role.System]))
        {
            var seen = System.Text.Json.JsonSerializer.Serialize(RoleView.For(role, await first.FileAsync()).Evidence, DomainJson.Options);
            Assert.DoesNotContain(second.Id.ToString(), seen, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain((await second.FileAsync()).Reference, seen, StringComparison.Ordinal);
        }

        await using var db = store.Cases.CreateDbContext();
        Assert.Equal(2, await db.InsideNotices.Where(n => n.Outcome == NoteLookalike.Topic).Select(n => n.CaseId).Distinct().CountAsync());
        foreach (var at in (Guid[])[first.Id, second.Id])
        {
            Assert.Equal([], await store.Services.GetRequiredService<CaseConsistency>().CheckAsync(at, CancellationToken.None));
        }
    }

    [Theory, EveryDatabase]
    public async Task Find_SameBytesOfAnyKind_AreFound_AndAnErasedCaseIsNot(DatabaseProvider provider)
    {
        await using var store = await CaseworkStore.OpenAsync(provider);
        var (first, second, third) = (await DemoCase.ConsentedAsync(store), await DemoCase.ConsentedAsync(store), await DemoCase.ConsentedAsync(store));
        await AddAsync(store, first, "DEMO letter"u8.ToArray(), "a.txt");
        await AddAsync(store, second, "DEMO letter"u8.ToArray(), "b.txt");
        Assert.Equal(LookalikeKind.SameFile, Assert.Single((await first.FileAsync()).Evidence.Lookalikes).Value.Kind);

        foreach (var gone in (DemoCase[])[first, second])
        {
            await store.Services.GetRequiredService<CaseErasure>().RunAsync(gone.Id, null, CancellationToken.None);
        }

        await using var db = store.Cases.CreateDbContext();
        Assert.False(await db.FileMarks.AnyAsync());
        Assert.False(await db.FileMarkBands.AnyAsync());
        await AddAsync(store, third, "DEMO letter"u8.ToArray(), "c.txt");
        Assert.Empty((await third.FileAsync()).Evidence.Lookalikes);
    }

    [Fact]
    public async Task Find_WithinOneCase_IsSaidAndNobodyIsAlarmed()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await DemoCase.ConsentedAsync(store);
        await AddAsync(store, demo, Png(SamplePictures.Photo(1, 300), 300), "a.png");
        await AddAsync(store, demo, Png(PictureFingerprintMirror(300), 300), "b.png");
        var alike = Assert.Single((await demo.FileAsync()).Evidence.Lookalikes).Value;
        Assert.Equal(("E2", "E1", LookalikeKind.SamePicture, false), (alike.Item, alike.OtherItem, alike.Kind, alike.IsAlarm));
        Assert.Empty(LookalikeRules.Open((await demo.FileAsync()).Evidence));
        await using var db = store.Cases.CreateDbContext();
        Assert.False(await db.InsideNotices.AnyAsync(n => n.Outcome == NoteLookalike.Topic));
    }

    [Fact]
    public async Task Find_AskedAgain_ChangesNothing()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (first, second) = (await DemoCase.ConsentedAsync(store), await DemoCase.ConsentedAsync(store));
        await AddAsync(store, first, "DEMO letter"u8.ToArray(), "a.txt");
        await AddAsync(store, second, "DEMO letter"u8.ToArray(), "b.txt");
        await using var db = store.Cases.CreateDbContext();
        var acts = await db.Acts.CountAsync();
        await db.Outbox.Where(o => o.Kind == OutboxRows.FindLookalikes).ExecuteUpdateAsync(set => set.SetProperty(o => o.DoneAt, (DateTimeOffset?)null).SetProperty(o => o.DueAt, DateTimeOffset.UnixEpoch));
        await DrainAsync(store);
        Assert.Equal(acts, await db.Acts.CountAsync());

        // Another look into the file marks it once.
        await first.DoAsync(DemoCase.Custodian, new ExamineFileAgain("E1"));
        await DrainAsync(store);
        Assert.Equal(2, await db.FileMarks.CountAsync());
        Assert.Single((await second.FileAsync()).Evidence.Lookalikes);
    }

    [Fact]
    public async Task Find_InMoreThanTwentyCases_IsToldToTheNewOneOnceAndNamesNone()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var cases = new List<DemoCase>();
        for (var i = 0; i < 22; i++)
        {
            cases.Add(await DemoCase.ConsentedAsync(store));
            await AddAsync(store, cases[^1], "DEMO flyer"u8.ToArray(), "flyer.txt");
        }

        var last = Assert.Single((await cases[^1].FileAsync()).Evidence.Lookalikes).Value;
        Assert.Equal((true, null, null), (last.IsInMany, last.Other, last.OtherReference));
        Assert.Equal(20, (await cases[0].FileAsync()).Evidence.Lookalikes.Count);
    }

    /// <summary>What lies beside the cases tells nobody without the key which file or picture it is.</summary>
    [Fact]
    public async Task Rows_HoldNeitherHashNorFingerprint()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await DemoCase.ConsentedAsync(store);
        await AddAsync(store, demo, Png(SamplePictures.Photo(1, 300), 300), "a.png");
        await using var db = store.Cases.CreateDbContext();
        var mark = await db.FileMarks.AsNoTracking().SingleAsync();
        var bands = await db.FileMarkBands.AsNoTracking().Select(b => b.Band).ToListAsync();
        Assert.Equal(1 + PictureBands.Count, bands.Count);
        var sha = Convert.FromHexString((await demo.FileAsync()).Evidence.Items[0].Value.File!.Sha256);
        Assert.Equal(-1, mark.Sealed.AsSpan().IndexOf(sha));
        Assert.Equal(-1, mark.Sealed.AsSpan().IndexOf("Coarse"u8));
        Assert.DoesNotContain(System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(sha), bands);
    }

    private static byte[] PictureFingerprintMirror(int edge)
    {
        var turned = SamplePictures.Photo(1, edge);
        for (var row = 0; row < edge; row++)
        {
            turned.AsSpan(row * edge, edge).Reverse();
        }

        return turned;
    }

    private static async Task AddAsync(TestStore store, DemoCase demo, byte[] content, string name)
    {
        using var stream = new MemoryStream(content, writable: false);
        var file = await store.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, stream, name, CancellationToken.None);
        await demo.DoAsync(DemoCase.Custodian, new AddEvidence(EvidenceType.PublicPost, "DEMO", "applicant") { File = file });
        await DrainAsync(store);
    }

    private static Task DrainAsync(TestStore store) => store.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);

    /// <summary>A gray picture as PNG.</summary>
    private static byte[] Png(byte[] gray, int edge)
    {
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var row = 0; row < edge; row++)
            {
                packed.WriteByte(0);
                packed.Write(gray, row * edge, edge);
            }
        }

        return Examinations.SampleFiles.PngOf(edge, rows.ToArray());
    }
}
