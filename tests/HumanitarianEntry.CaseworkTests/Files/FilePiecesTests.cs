using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.CaseworkTests.Acts;
using HumanitarianEntry.CaseworkTests.Sealing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Files;

/// <summary>A file sent in pieces: it goes on where it stopped, belongs to its case alone, lies sealed, and is whole or nothing.</summary>
public sealed class FilePiecesTests
{
    private const string Print = "00";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly byte[] Content = [.. "%PDF-1.4 DEMO words on the disk "u8, .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0123456789", 60_000)))];

    [Fact]
    public async Task Add_LineLostInTheMiddle_GoesOnWhereItStoppedAndBecomesOneFile()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (pieces, caseId) = (Of(desk), await desk.OpenCaseAsync());
        var begun = await pieces.BeginAsync(caseId, "demo.pdf", Content.Length, Print, None);
        await SendAsync(pieces, caseId, begun.Id, 0, 1);

        var again = await pieces.BeginAsync(caseId, "demo.pdf", Content.Length, Print, None);
        Assert.Equal((begun.Id, FilePieces.PieceBytes), (again.Id, again.Offset));
        Assert.Null(await pieces.FinishAsync(caseId, begun.Id, Whole(), None));
        // A piece that comes twice, one that is cut, and one out of order change nothing.
        Assert.Equal(again.Offset, (await pieces.AddAsync(caseId, begun.Id, 0, Piece(0), None))!.Offset);
        Assert.Equal(again.Offset, (await pieces.AddAsync(caseId, begun.Id, again.Offset, Piece(1).AsMemory(0, 100), None))!.Offset);
        Assert.Equal(again.Offset, (await pieces.AddAsync(caseId, begun.Id, 2L * FilePieces.PieceBytes, Piece(2), None))!.Offset);
        await SendAsync(pieces, caseId, begun.Id, 1, 3);

        foreach (var stored in Dump.Folder(desk.Store.Folder))
            Assert.True(stored.AsSpan().IndexOf("DEMO words on the disk"u8) < 0);
        var file = await pieces.FinishAsync(caseId, begun.Id, Whole(), None);
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(Content)), Content.LongLength), (file!.Sha256, file.Size));
        await pieces.DropAsync(caseId, begun.Id, None);
        Assert.Equal(0, (await pieces.BeginAsync(caseId, "demo.pdf", Content.Length, Print, None)).Offset);
    }

    /// <summary>Pieces are not scanned; nobody can open them. A file becomes one when it is whole, and an act names it: that act asks for its examination.</summary>
    [Fact]
    public async Task HalfSent_IsNoFileThatAnybodyCanOpenOrNameBeforeItIsWhole()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (pieces, caseId) = (Of(desk), await desk.OpenCaseAsync());
        var files = desk.Store.Services.GetRequiredService<CaseFiles>();
        var begun = await pieces.BeginAsync(caseId, "demo.pdf", Content.Length, Print, None);
        foreach (var sent in new[] { 0, 2 })
        {
            await SendAsync(pieces, caseId, begun.Id, 0, sent);
            Assert.Null(await pieces.FinishAsync(caseId, begun.Id, Whole(), None));
            Assert.Null(await files.OpenAsync(caseId, begun.Id, None));
            Assert.Empty(desk.Store.Files.List(caseId));
            await using var db = desk.Store.Cases.CreateDbContext();
            Assert.Empty(db.StoredFiles);
        }

        await SendAsync(pieces, caseId, begun.Id, 2, 3);
        var whole = await pieces.FinishAsync(caseId, begun.Id, Whole(), None);
        Assert.NotEqual(begun.Id, whole!.FileId);
        Assert.Null(await files.OpenAsync(caseId, begun.Id, None));
        var opened = await files.OpenAsync(caseId, whole.FileId, None);
        await opened!.Value.Content.DisposeAsync();
    }

    [Fact]
    public async Task Add_AnotherCase_FindsNothing()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (pieces, caseId, other) = (Of(desk), await desk.OpenCaseAsync(), await desk.OpenCaseAsync());
        var begun = await pieces.BeginAsync(caseId, "demo.pdf", Content.Length, Print, None);
        Assert.Null(await pieces.AddAsync(other, begun.Id, 0, Piece(0), None));
        Assert.Null(await pieces.FinishAsync(other, begun.Id, Whole(), None));
        Assert.NotEqual(begun.Id, (await pieces.BeginAsync(other, "demo.pdf", Content.Length, Print, None)).Id);
    }

    [Fact]
    public async Task Finish_OtherContentThanItsSenderHas_IsGivenUp()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (pieces, caseId) = (Of(desk), await desk.OpenCaseAsync());
        var begun = await pieces.BeginAsync(caseId, "demo.pdf", Content.Length, Print, None);
        await SendAsync(pieces, caseId, begun.Id, 0, 3);
        Assert.Null(await pieces.FinishAsync(caseId, begun.Id, new string('0', 64), None));
        Assert.Null(await pieces.FinishAsync(caseId, begun.Id, Whole(), None));
        Assert.Empty(desk.Store.Files.List(caseId));
    }

    [Fact]
    public async Task Begin_TooLargeOrNotWhatItsNameSays_IsRefusedEarly()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (pieces, caseId) = (Of(desk), await desk.OpenCaseAsync());
        await Assert.ThrowsAsync<FileTooLargeException>(() => pieces.BeginAsync(caseId, "demo.mp4", 2L * 1024 * 1024 * 1024, Print, None));
        var photo = await pieces.BeginAsync(caseId, "demo.pdf", 1000, Print, None);
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[996]];
        var refused = await Assert.ThrowsAsync<FileKindRefusedException>(() => pieces.AddAsync(caseId, photo.Id, 0, jpeg, None));
        Assert.True(CaseFiles.IsOnlyNamedWrong(refused.Check));
        for (var n = 0; n < FilePieces.MostAtOnce; n++)
            await pieces.BeginAsync(caseId, $"demo{n}.pdf", 1000, Print, None);
        Assert.Equal(0, await pieces.SweepAsync(DateTimeOffset.UtcNow - TimeSpan.FromHours(1), None));
        Assert.Equal(FilePieces.MostAtOnce, await pieces.SweepAsync(DateTimeOffset.UtcNow + TimeSpan.FromMinutes(1), None));
        await pieces.BeginAsync(caseId, "one-more.pdf", 1000, Print, None);
        desk.Store.Files.RemoveCase(caseId);
        Assert.Equal(0, await pieces.SweepAsync(DateTimeOffset.UtcNow + TimeSpan.FromMinutes(1), None));
    }

    /// <summary>Five broken uploads must not shut out the sixth file: it may be the removal order.</summary>
    [Fact]
    public async Task Begin_FiveAbandoned_TheLongestUntouchedGivesWayAndWhatIsWholeStays()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (pieces, caseId) = (Of(desk), await desk.OpenCaseAsync());
        var whole = await pieces.BeginAsync(caseId, "whole.pdf", Content.Length, Print, None);
        await SendAsync(pieces, caseId, whole.Id, 0, 3);
        Age(desk, whole.Id, days: 2);
        List<PiecedFile> open = [];
        for (var n = 0; n < FilePieces.MostAtOnce; n++)
        {
            open.Add(await pieces.BeginAsync(caseId, $"demo{n}.pdf", Content.Length, Print, None));
            await SendAsync(pieces, caseId, open[n].Id, 0, 1);
            Age(desk, open[n].Id, days: 1, minutes: n == 2 ? 60 : n);
        }

        var order = await pieces.BeginAsync(caseId, "removal-order.pdf", Content.Length, Print, None);

        await SendAsync(pieces, caseId, order.Id, 0, 3);
        Assert.NotNull(await pieces.FinishAsync(caseId, order.Id, Whole(), None));
        Assert.Null(await pieces.AddAsync(caseId, open[2].Id, FilePieces.PieceBytes, Piece(1), None));
        foreach (var kept in open.Where(o => o != open[2]))
            Assert.Equal(2L * FilePieces.PieceBytes, (await pieces.AddAsync(caseId, kept.Id, FilePieces.PieceBytes, Piece(1), None))!.Offset);
        Assert.NotNull(await pieces.FinishAsync(caseId, whole.Id, Whole(), None));

        // Whole ones count among no five.
        var again = await pieces.BeginAsync(caseId, "one-more.pdf", Content.Length, Print, None);
        Assert.NotNull(await pieces.FinishAsync(caseId, whole.Id, Whole(), None));
        Assert.NotNull(await pieces.FinishAsync(caseId, order.Id, Whole(), None));
        Assert.All(open.Where(o => o != open[2]), o => Assert.True(Directory.Exists(FolderOf(desk, o.Id))));
        Assert.Equal(0, again.Offset);
    }

    /// <summary>The last piece of one comes in the instant in which another begins and looks for the longest untouched.</summary>
    [Fact]
    public async Task Begin_WhileTheLongestUntouchedBecomesWhole_ItIsGivenUpBeforeOrNotAtAll()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (pieces, caseId) = (Of(desk), await desk.OpenCaseAsync());
        for (var n = 0; n < 40; n++)
        {
            var waits = await pieces.BeginAsync(caseId, $"waits{n}.pdf", 8, Print, None);
            Assert.True((await pieces.AddAsync(caseId, waits.Id, 0, "%PDF-1.4"u8.ToArray(), None))!.IsWhole);
        }

        for (var n = 0; n < FilePieces.MostAtOnce - 1; n++)
            await pieces.BeginAsync(caseId, $"demo{n}.pdf", 1000, Print, None);
        for (var round = 0; round < 60; round++)
        {
            var last = await pieces.BeginAsync(caseId, $"last{round}.pdf", Content.Length, Print, None);
            await SendAsync(pieces, caseId, last.Id, 0, 2);
            Age(desk, last.Id, days: 2);

            var begins = Task.Run(() => pieces.BeginAsync(caseId, $"sixth{round}.pdf", 1000, Print, None));
            await Task.Delay(round % 12, None);
            var added = await Task.Run(() => pieces.AddAsync(caseId, last.Id, 2L * FilePieces.PieceBytes, Piece(2), None));
            var sixth = await begins;

            var file = await pieces.FinishAsync(caseId, last.Id, Whole(), None);
            Assert.Equal(added is null, file is null);
            await pieces.DropAsync(caseId, sixth.Id, None);
            await pieces.DropAsync(caseId, last.Id, None);
        }
    }

    [Fact]
    public void GivingWay_Bytes_AreKeptToAndWholeOnesNeverLost()
    {
        const long most = CaseFiles.MaxBytes;
        var at = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        WaitingUpload Waiting(byte id, long size, bool isWhole, int hours) => new(new Guid(id, 0, 0, new byte[8]), size, isWhole, at.AddHours(hours));
        WaitingUpload[] whole = [.. Enumerable.Range(1, 4).Select(n => Waiting((byte)n, most, isWhole: true, 0))];

        Assert.Empty(WaitingUpload.GivingWay(whole, most));
        Assert.Equal([new Guid(9, 0, 0, new byte[8])], WaitingUpload.GivingWay([.. whole, Waiting(9, most, isWhole: false, 5)], most));
        Assert.Equal([new Guid(8, 0, 0, new byte[8])], WaitingUpload.GivingWay([.. whole, Waiting(8, most, isWhole: false, 1), Waiting(9, most / 2, isWhole: false, 5)], most / 2));
        Assert.Throws<TooManyUploadsException>(() => WaitingUpload.GivingWay([.. whole, Waiting(5, 1, isWhole: true, 0), Waiting(9, most, isWhole: false, 5)], most));
        // Very many of one byte each have an end, too.
        Assert.Throws<TooManyUploadsException>(() => WaitingUpload.GivingWay([.. Enumerable.Repeat(Waiting(1, 1, isWhole: true, 0), (int)(FilePieces.MostBytes / FilePieces.PieceBytes))], 1));
    }

    [Fact]
    public async Task Begin_UploadWithoutItsDescription_GivesWayAsAnyOther()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (pieces, caseId) = (Of(desk), await desk.OpenCaseAsync());
        for (var n = 0; n < FilePieces.MostAtOnce; n++)
            await File.WriteAllTextAsync(Path.Combine(FolderOf(desk, (await pieces.BeginAsync(caseId, $"demo{n}.pdf", 1000, Print, None)).Id), "about"), "x", None);
        var begun = await pieces.BeginAsync(caseId, "one-more.pdf", Content.Length, Print, None);
        await SendAsync(pieces, caseId, begun.Id, 0, 3);
        Assert.NotNull(await pieces.FinishAsync(caseId, begun.Id, Whole(), None));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\secret\photo.jpg", "photo.jpg")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("a\u0000b\r\n.pdf", "ab.pdf")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData("рапорт 😀.pdf", "рапорт 😀.pdf")]
    public void Clean_NamesThatHideOrSteer_BecomePlain(string given, string clean) => Assert.Equal(clean, FileNames.Clean(given));

    [Fact]
    public void Clean_VeryLongName_KeepsItsEnding() => Assert.EndsWith("x.pdf", FileNames.Clean(new string('x', 5000) + ".pdf"), StringComparison.Ordinal);

    private static string FolderOf(Desk desk, Guid id) => Assert.Single(Directory.GetDirectories(desk.Store.Options.FilesPath, id.ToString("N"), SearchOption.AllDirectories));

    private static void Age(Desk desk, Guid id, int days, int minutes = 0)
    {
        foreach (var file in Directory.GetFiles(FolderOf(desk, id)))
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddDays(20_000 - days).AddMinutes(-minutes));
    }

    private static FilePieces Of(Desk desk) => desk.Store.Services.GetRequiredService<FilePieces>();

    private static byte[] Piece(int number) => Content[(number * FilePieces.PieceBytes)..Math.Min(Content.Length, (number + 1) * FilePieces.PieceBytes)];

    private static async Task SendAsync(FilePieces pieces, Guid caseId, Guid id, int from, int to)
    {
        for (var number = from; number < to; number++)
            Assert.NotNull(await pieces.AddAsync(caseId, id, (long)number * FilePieces.PieceBytes, Piece(number), None));
    }

    private static string Whole() => Convert.ToHexStringLower(SHA256.HashData([.. Enumerable.Range(0, 3).SelectMany(n => SHA256.HashData(Piece(n)))]));
}
