using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Custody;

namespace HumanitarianEntry.Casework.Files;

/// <summary>What was received: where it lies, its plain size and hash, and what it looks like. Hash and kind belong into sealed records only.</summary>
public sealed record ReceivedFile(string Address, long Size, byte[] Sha256, FileKind Kind);

/// <summary>
/// Sealed files on disk, one folder a case. The address is a keyed hash of the content, so that a known video cannot be confirmed from outside; the same content
/// twice in a case is one file. A file appears whole or not at all, and one that stands already is never replaced while it is whole.
/// </summary>
public sealed class SealedFileStore(StorageOptions options, KeyVault vault)
{
    private const int Buffer = 128 * 1024;
    private readonly string root = Path.GetFullPath(options.FilesPath);

    /// <summary>Receives a stream to its end. The keys must have the scope "files".</summary>
    /// <exception cref="FileTooLargeException">More bytes than the limit.</exception>
    /// <exception cref="StorageFullException">No room.</exception>
    /// <exception cref="StoreBusyException">Others are at the files of the case for too long.</exception>
    public Task<ReceivedFile> WriteAsync(CaseKeys keys, Stream content, long maxBytes, CancellationToken cancellationToken) => WriteAsync(keys, content, maxBytes, (_, _) => Task.CompletedTask, cancellationToken);

    /// <inheritdoc cref="WriteAsync(CaseKeys, Stream, long, CancellationToken)"/>
    /// <param name="admit">Asked before the file gets its name, with how the file is that stands there already (missing: none does). Throws what refuses it: then everything stays as it was.</param>
    public async Task<ReceivedFile> WriteAsync(CaseKeys keys, Stream content, long maxBytes, Func<ReceivedFile, FileCondition, Task> admit, CancellationToken cancellationToken)
    {
        var salt = RandomNumberGenerator.GetBytes(SealedFileFormat.SaltSize);
        var header = SealedFileFormat.Header(keys.KeyId(SealedScopes.Files), salt);
        var fileKey = keys.Derive(SealedScopes.Files, salt);
        var writer = new SealedFileWriter(fileKey, header);
        var part = Path.Combine(StoreFolders.Ensure(Path.Combine(root, "incoming")), Ids.New().ToString("N"));
        try
        {
            string address;
            await using (var file = StoreFolders.CreatePrivate(part, Buffer))
            {
                await writer.WriteAsync(content, file, maxBytes, cancellationToken);
                address = Address(keys.CaseId, writer.Sha256);
                file.Position = SealedFileFormat.BoundSize;
                await file.WriteAsync(SealedFileFormat.Prove(fileKey, header, address), cancellationToken);
                file.Flush(flushToDisk: true);
            }

            var received = new ReceivedFile(address, writer.Size, writer.Sha256, FileKinds.Sniff(writer.Head));

            // The same content may come twice at once: from the look at what stands there until it has its place, nobody else changes it.
            await using var turn = await FolderTurn.TakeAsync(FolderOf(keys.CaseId), cancellationToken);
            var there = await LookAsync(keys, address, cancellationToken);
            await admit(received, there);
            Place(part, PathOf(keys.CaseId, address), there);
            return received;
        }
        catch (IOException full) when (StoreFolders.IsFull(full))
        {
            throw new StorageFullException(full);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
            StoreFolders.Remove(part);
        }
    }

    /// <summary>Opens a file for reading; it can seek. Reading throws as soon as a changed, moved or missing part is met, before giving any byte of it.</summary>
    /// <exception cref="StoredFileMissingException">No such file.</exception>
    /// <exception cref="StoredFileBrokenException">Not the file that was stored at this address.</exception>
    public async Task<Stream> OpenAsync(CaseKeys keys, string address, CancellationToken cancellationToken)
    {
        FileStream file;
        try
        {
            // Not asked before whether it is there: a folder that may not be read would answer no.
            file = new FileStream(PathOf(keys.CaseId, address), FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoredFileMissingException(address);
        }

        try
        {
            return await OpenAsync(file, keys, address, cancellationToken);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads a whole file and compares its content with its address.</summary>
    /// <exception cref="StoredFileMissingException">No such file.</exception>
    /// <exception cref="StoredFileBrokenException">Broken.</exception>
    public async Task VerifyAsync(CaseKeys keys, string address, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(keys, address, cancellationToken);
        if (!string.Equals(Address(keys.CaseId, await SHA256.HashDataAsync(content, cancellationToken)), address, StringComparison.Ordinal))
        {
            throw new StoredFileBrokenException(address, "its content is not what was received.");
        }
    }

    /// <summary>Reads a whole file and says how it is. What cannot be read, for whatever reason, is an answer as well.</summary>
    public async Task<FileCondition> LookAsync(CaseKeys keys, string address, CancellationToken cancellationToken)
    {
        try
        {
            await VerifyAsync(keys, address, cancellationToken);
            return FileCondition.Ok;
        }
        catch (StoredFileMissingException)
        {
            return FileCondition.Missing;
        }
        catch (StoredFileBrokenException)
        {
            return FileCondition.Altered;
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return FileCondition.Unreadable;
        }
    }

    /// <summary>Whether the case has a file at this address.</summary>
    public bool Exists(Guid caseId, string address) => File.Exists(PathOf(caseId, address));

    /// <summary>Addresses of all files of a case, for comparing with the rows.</summary>
    public IEnumerable<string> List(Guid caseId) => Directory.Exists(FolderOf(caseId)) ? Directory.EnumerateFiles(FolderOf(caseId)).Select(f => Path.GetFileName(f)).Where(IsAddress) : [];

    /// <summary>Removes all files of an erased case, also what was still being sent.</summary>
    public void RemoveCase(Guid caseId)
    {
        if (Directory.Exists(FolderOf(caseId)))
        {
            Directory.Delete(FolderOf(caseId), recursive: true);
        }

        var pieces = Path.Combine(PiecesOf(root), caseId.ToString("N"));
        if (Directory.Exists(pieces))
        {
            Directory.Delete(pieces, recursive: true);
        }
    }

    /// <summary>Where files lie that are being sent in pieces, a folder for each case.</summary>
    internal static string PiecesOf(string filesPath) => Path.Combine(Path.GetFullPath(filesPath), "pieces");

    /// <summary>Proves that files can be received now.</summary>
    /// <exception cref="IOException">No room, or no folder.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public void DemandRoom() => StoreFolders.Probe(StoreFolders.Ensure(Path.Combine(root, "incoming")));

    /// <summary>Clears away what interrupted uploads left, older than the given age. Returns how many.</summary>
    public int SweepIncoming(DateTimeOffset before)
    {
        var incoming = Path.Combine(root, "incoming");
        var stale = Directory.Exists(incoming) ? Directory.EnumerateFiles(incoming).Where(f => File.GetLastWriteTimeUtc(f) < before.UtcDateTime).ToList() : [];
        stale.ForEach(StoreFolders.Remove);
        return stale.Count;
    }

    private static async Task<Stream> OpenAsync(FileStream file, CaseKeys keys, string address, CancellationToken cancellationToken)
    {
        var header = new byte[SealedFileFormat.HeaderSize];
        var read = await file.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken);
        if (read < header.Length || !SealedFileFormat.IsHeader(header, keys.KeyId(SealedScopes.Files)))
        {
            throw new StoredFileBrokenException(address, "its header is not one of this case.");
        }

        var fileKey = keys.Derive(SealedScopes.Files, SealedFileFormat.Salt(header));
        if (!CryptographicOperations.FixedTimeEquals(SealedFileFormat.Prove(fileKey, header, address), SealedFileFormat.Proof(header)))
        {
            throw new StoredFileBrokenException(address, "it is another file or its header was changed.");
        }

        const int chunk = SealedFileFormat.ChunkSize + SealedFileFormat.TagSize;
        var body = file.Length - SealedFileFormat.HeaderSize;
        var chunks = (body + chunk - 1) / chunk;
        var length = body - (chunks * SealedFileFormat.TagSize);
        if (chunks == 0 || length < 0 || body % chunk is > 0 and < SealedFileFormat.TagSize)
        {
            throw new StoredFileBrokenException(address, "it is cut off.");
        }

        return new SealedReadStream(file, new AesGcm(fileKey, SealedFileFormat.TagSize), address, length);
    }

    /// <summary>What stands there whole stays. What stands there broken is kept beside: it is what somebody has to look at.</summary>
    private static void Place(string part, string path, FileCondition there)
    {
        if (there == FileCondition.Ok)
        {
            return;
        }

        if (there != FileCondition.Missing)
        {
            File.Move(path, $"{path}-{Ids.New():N}.broken");
        }

        File.Move(part, path);
        StoreFolders.Sync(Path.GetDirectoryName(path)!);
    }

    private static bool IsAddress(string address) => address.Length == 64 && address.All(char.IsAsciiHexDigitLower);

    private string Address(Guid caseId, byte[] sha256)
    {
        byte[] content = [.. caseId.ToByteArray(bigEndian: true), .. sha256];
        return Convert.ToHexStringLower(HMACSHA256.HashData(vault.Purpose(KeyPurpose.FileAddress), content));
    }

    private string FolderOf(Guid caseId) => Path.Combine(root, caseId.ToString("N")[..2], caseId.ToString("N"));

    private string PathOf(Guid caseId, string address) =>
        IsAddress(address)
            ? Path.Combine(FolderOf(caseId), address)
            : throw new ArgumentException("This is no address of a stored file.", nameof(address));
}
