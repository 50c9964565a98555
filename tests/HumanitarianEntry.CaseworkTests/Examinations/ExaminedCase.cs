using System.Security.Cryptography;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Examinations;

/// <summary>A DEMO case to which files are added as evidence, and examined as a running installation does it.</summary>
internal sealed class ExaminedCase : IAsyncDisposable
{
    private readonly TestStore store;

    private ExaminedCase(TestStore store, DemoCase demo) => (this.store, Demo) = (store, demo);

    public DemoCase Demo { get; }

    private CaseFiles Files => store.Services.GetRequiredService<CaseFiles>();

    /// <param name="options">Null: nothing scans, everything is let through.</param>
    public static async Task<ExaminedCase> OpenAsync(ExaminationOptions? options = null)
    {
        var opened = await CaseworkStore.OpenAsync(examinations: options);
        return new ExaminedCase(opened, await DemoCase.ConsentedAsync(opened));
    }

    /// <summary>Takes the file in, and does the work that follows.</summary>
    public async Task<Examined> AddAsync(byte[] content, string name)
    {
        using var stream = new MemoryStream(content, writable: false);
        var file = await Files.ReceiveAsync(Demo.Id, stream, name, CancellationToken.None);
        await Demo.DoAsync(DemoCase.Custodian, new AddEvidence(EvidenceType.PublicPost, "DEMO", "applicant") { File = file });
        await WorkAsync();
        var evidence = (await Demo.FileAsync()).Evidence;
        var item = evidence.Items[^1].Value;

        // Whatever happened, the original is what was handed in.
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), item.File!.Sha256);
        Assert.Equal(content, await ReadAsync(item.File.FileId));
        var found = FileRules.Of(evidence, item);
        return new Examined(item, FileRules.Standing(evidence, item)!.Value, found, found?.Copy is { } copy ? await ReadAsync(copy.FileId) : null, found?.Preview is { } preview ? await ReadAsync(preview.FileId) : null);
    }

    /// <summary>A vetter keeps the file as a capture, and the work that follows is done.</summary>
    public async Task CaptureAsync(byte[] content, string name)
    {
        using var stream = new MemoryStream(content, writable: false);
        var file = await Files.ReceiveAsync(Demo.Id, stream, name, CancellationToken.None);
        await Demo.DoAsync(DemoCase.Vetter, new RecordCapture(CaptureSubject.UnitChannel, "https://example.org/c", DateTimeOffset.UtcNow.AddDays(-1), "Europe/Paris", CaptureMethod.Screenshot, "DEMO", "DEMO")
        {
            File = file, NoContact = true, NoFriendRequest = true, NoFaceUpload = true,
        });
        await WorkAsync();
    }

    /// <summary>How many files of the case can be found from other cases.</summary>
    public async Task<int> MarksAsync()
    {
        await using var db = store.Cases.CreateDbContext();
        return await db.FileMarks.CountAsync(m => m.CaseId == Demo.Id);
    }

    public Task<List<(bool Done, string? Code)>> WorkAsync() => Demo.WorkAsync("examine-file");

    /// <summary>Everything that waits for a later try is due now.</summary>
    public async Task DueNowAsync()
    {
        await using var db = store.Cases.CreateDbContext();
        var now = DateTimeOffset.UtcNow.AddMinutes(-1);
        await db.Outbox.Where(o => o.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(o => o.DueAt, now));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async Task<byte[]> ReadAsync(Guid fileId)
    {
        var opened = await Files.OpenAsync(Demo.Id, fileId, CancellationToken.None);
        await using var content = opened!.Value.Content;
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory);
        return memory.ToArray();
    }
}

internal sealed record Examined(EvidenceItem Item, FileStanding Standing, FileExamination? Found, byte[]? Copy, byte[]? Preview)
{
    public string Trait(string name) => Found!.Traits.FirstOrDefault(t => t.Name == name)?.Value ?? string.Empty;
}
