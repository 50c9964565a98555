using System.Diagnostics;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.TestKit.Databases;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Files;

public sealed class SealedFileStoreTests
{
    private const int Chunk = 64 * 1024;
    private const int SealedChunk = Chunk + 16;
    private const int Header = 88;
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData((3 * Chunk) + 17)]
    public async Task Write_ThenOpen_GivesTheSameBytesSizeAndHash(int size)
    {
        await using var store = await TestStore.OpenAsync();
        using var keys = await KeysAsync(store);
        var content = RandomNumberGenerator.GetBytes(size);

        var file = await store.Files.WriteAsync(keys, new Trickle(content), long.MaxValue, None);

        await using var opened = await store.Files.OpenAsync(keys, file.Address, None);
        Assert.Equal(size, opened.Length);
        Assert.Equal(content, await ReadAsync(opened));
        Assert.Equal((size, Convert.ToHexString(SHA256.HashData(content))), (file.Size, Convert.ToHexString(file.Sha256)));
        await store.Files.VerifyAsync(keys, file.Address, None);
    }

    [Fact]
    public async Task Open_SeekIntoTheMiddle_GivesTheBytesFromThere()
    {
        await using var store = await TestStore.OpenAsync();
        using var keys = await KeysAsync(store);
        var content = RandomNumberGenerator.GetBytes((2 * Chunk) + 100);
        var file = await store.Files.WriteAsync(keys, new MemoryStream(content), long.MaxValue, None);
        await using var opened = await store.Files.OpenAsync(keys, file.Address, None);

        foreach (var from in new[] { content.Length - 1, Chunk - 3, 5, Chunk, content.Length })
        {
            opened.Position = from;
            Assert.Equal(content[from..], await ReadAsync(opened));
        }
    }

    [Fact]
    public async Task Write_SameContent_OneFileInACaseAndAnotherAddressInTheNext()
    {
        await using var store = await TestStore.OpenAsync();
        using var keys = await KeysAsync(store);
        using var others = await KeysAsync(store);
        var content = RandomNumberGenerator.GetBytes(1000);

        var first = await store.Files.WriteAsync(keys, new MemoryStream(content), 1000, None);
        var second = await store.Files.WriteAsync(keys, new MemoryStream(content), 1000, None);
        var elsewhere = await store.Files.WriteAsync(others, new MemoryStream(content), 1000, None);

        Assert.Equal(first.Address, second.Address);
        Assert.Single(store.Files.List(keys.CaseId));
        Assert.NotEqual(first.Address, elsewhere.Address);
        Assert.NotEqual(Convert.ToHexStringLower(first.Sha256), first.Address);
    }

    [Fact]
    public async Task Read_AnyFlippedBit_IsRefused()
    {
        await using var store = await TestStore.OpenAsync();
        using var keys = await KeysAsync(store);
        var file = await store.Files.WriteAsync(keys, new MemoryStream(RandomNumberGenerator.GetBytes(Chunk + 50)), long.MaxValue, None);
        var path = PathOf(store, keys, file);
        var whole = await File.ReadAllBytesAsync(path, None);
        int[] places = [.. Enumerable.Range(0, Header), Header, Header + Chunk, Header + SealedChunk - 1, Header + SealedChunk, whole.Length - 1];

        foreach (var place in places)
        {
            whole[place] ^= 4;
            await File.WriteAllBytesAsync(path, whole, None);
            await Assert.ThrowsAsync<StoredFileBrokenException>(() => store.Files.VerifyAsync(keys, file.Address, None));
            whole[place] ^= 4;
        }

        await File.WriteAllBytesAsync(path, whole, None);
        await store.Files.VerifyAsync(keys, file.Address, None);
    }

    [Fact]
    public async Task Read_CutOffAnywhere_IsRefused()
    {
        await using var store = await TestStore.OpenAsync();
        using var keys = await KeysAsync(store);
        var file = await store.Files.WriteAsync(keys, new MemoryStream(RandomNumberGenerator.GetBytes((2 * Chunk) + 50)), long.MaxValue, None);
        var path = PathOf(store, keys, file);
        var whole = await File.ReadAllBytesAsync(path, None);

        foreach (var length in new[] { 0, 10, Header, Header + 15, Header + 16, Header + Chunk, Header + SealedChunk, Header + (2 * SealedChunk), Header + (2 * SealedChunk) + 10, whole.Length - 1 })
        {
            await File.WriteAllBytesAsync(path, whole[..length], None);
            await Assert.ThrowsAsync<StoredFileBrokenException>(() => store.Files.VerifyAsync(keys, file.Address, None));
        }

        await File.WriteAllBytesAsync(path, [.. whole, 0], None);
        await Assert.ThrowsAsync<StoredFileBrokenException>(() => store.Files.VerifyAsync(keys, file.Address, None));
    }

    [Fact]
    public async Task Read_PartsReordered_IsRefusedBeforeAnyByteOfThem()
    {
        await using var store = await TestStore.OpenAsync();
        using var keys = await KeysAsync(store);
        var file = await store.Files.WriteAsync(keys, new MemoryStream(RandomNumberGenerator.GetBytes(3 * Chunk)), long.MaxValue, None);
        var path = PathOf(store, keys, file);
        var whole = await File.ReadAllBytesAsync(path, None);
        byte[] swapped = [.. whole[..Header], .. whole[(Header + SealedChunk)..(Header + (2 * SealedChunk))], .. whole[Header..(Header + SealedChunk)], .. whole[(Header + (2 * SealedChunk))..]];
        await File.WriteAllBytesAsync(path, swapped, None);

        await using var opened = await store.Files.OpenAsync(keys, file.Address, None);
        await Assert.ThrowsAsync<StoredFileBrokenException>(() => opened.ReadExactlyAsync(new byte[1], None).AsTask());
    }

    [Fact]
    public async Task Open_TwoFilesExchanged_IsRefused()
    {
        await using var store = await TestStore.OpenAsync();
        using var keys = await KeysAsync(store);
        var one = await store.Files.WriteAsync(keys, new MemoryStream([1]), 10, None);
        var two = await store.Files.WriteAsync(keys, new MemoryStream([2]), 10, None);
        File.Copy(PathOf(store, keys, two), PathOf(store, keys, one), overwrite: true);

        await Assert.ThrowsAsync<StoredFileBrokenException>(() => store.Files.OpenAsync(keys, one.Address, None));
        await Assert.ThrowsAsync<StoredFileMissingException>(() => store.Files.OpenAsync(keys, new string('0', 64), None));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Files.OpenAsync(keys, "../../keys/master.key", None));
    }

    [Fact]
    public async Task Write_TooLargeOrBrokenOff_LeavesNothing()
    {
        await using var store = await TestStore.OpenAsync();
        using var keys = await KeysAsync(store);

        await Assert.ThrowsAsync<FileTooLargeException>(() => store.Files.WriteAsync(keys, new MemoryStream(new byte[1001]), 1000, None));
        await Assert.ThrowsAsync<FileTooLargeException>(() => store.Files.WriteAsync(keys, new MemoryStream(new byte[5 * Chunk]), 2 * Chunk, None));
        await Assert.ThrowsAsync<EndOfStreamException>(() => store.Files.WriteAsync(keys, new BreaksOff(), long.MaxValue, None));

        Assert.Empty(Directory.EnumerateFiles(store.Options.FilesPath, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Write_DiskFull_SaysSoAndLeavesNothing()
    {
        await using var store = await TestStore.OpenAsync();
        var small = Path.Combine(store.Folder, "small");
        Directory.CreateDirectory(small);
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", small), "A small file system cannot be mounted here.");
        try
        {
            await using var node = await store.SecondNodeAsync(store.Options with { FilesPath = small });
            using var keys = await KeysAsync(store);

            await Assert.ThrowsAsync<StorageFullException>(() => node.Files.WriteAsync(keys, new MemoryStream(new byte[1_000_000]), long.MaxValue, None));

            Assert.Empty(Directory.EnumerateFiles(small, "*", SearchOption.AllDirectories));
            Assert.Equal(5, (await node.Files.WriteAsync(keys, new MemoryStream(new byte[5]), 5, None)).Size);
        }
        finally
        {
            await RunAsync("umount", small);
        }
    }

    [Fact]
    public async Task Open_AfterKeysDestroyed_NobodyCan()
    {
        await using var store = await TestStore.OpenAsync();
        var row = await store.NewCaseAsync();
        using (var keys = await store.Sealer.OpenAsync(row.Id, None))
        {
            await store.Files.WriteAsync(keys, new MemoryStream([1, 2, 3]), 10, None);
        }

        await store.Sealer.DestroyKeysAsync(row.Id, None);
        await Assert.ThrowsAsync<CaseErasedException>(() => store.Sealer.OpenAsync(row.Id, None));

        store.Files.RemoveCase(row.Id);
        Assert.Empty(store.Files.List(row.Id));
    }

    [Fact]
    public async Task SweepIncoming_OldParts_AreRemovedAndFreshOnesKept()
    {
        await using var store = await TestStore.OpenAsync();
        var incoming = Directory.CreateDirectory(Path.Combine(store.Options.FilesPath, "incoming")).FullName;
        await File.WriteAllTextAsync(Path.Combine(incoming, "old"), "x", None);
        await File.WriteAllTextAsync(Path.Combine(incoming, "fresh"), "x", None);
        File.SetLastWriteTimeUtc(Path.Combine(incoming, "old"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(1, store.Files.SweepIncoming(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(["fresh"], Directory.EnumerateFiles(incoming).Select(f => Path.GetFileName(f)));
    }

    private static async Task<CaseKeys> KeysAsync(TestStore store)
    {
        CaseRow row = await store.NewCaseAsync();
        return await store.Sealer.OpenAsync(row.Id, None);
    }

    private static string PathOf(TestStore store, CaseKeys keys, ReceivedFile file) => Path.Combine(store.Options.FilesPath, keys.CaseId.ToString("N")[..2], keys.CaseId.ToString("N"), file.Address);

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        var all = new MemoryStream();
        await stream.CopyToAsync(all, 7000, None);
        return all.ToArray();
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var running = Process.Start(program, arguments);
        await running.WaitForExitAsync(None);
        return running.ExitCode == 0;
    }

    /// <summary>Gives a few bytes at a time, as a slow line does.</summary>
    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(buffer.Length, 1777)], cancellationToken);
    }

    /// <summary>A line that breaks in the middle of an upload.</summary>
    private sealed class BreaksOff() : MemoryStream(new byte[3 * Chunk])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > Chunk ? throw new EndOfStreamException("The line broke.") : base.ReadAsync(buffer, cancellationToken);
    }
}
