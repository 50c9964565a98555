using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Files;

/// <summary>
/// Takes a file in small pieces over a line that breaks. Each piece is sealed with the case's file key before it touches the disk and is whole or absent; what is not finished is swept away.
/// An upload belongs to one case; nothing leads from one case to another one's pieces. Finished, it becomes a stored file like any other.
/// </summary>
public sealed class FilePieces(StorageOptions options, CompartmentSealer sealer, CaseFiles files)
{
    /// <summary>Each piece but the last has this size: small enough for a bad line, and the borders by which the whole is compared.</summary>
    public const int PieceBytes = 256 * 1024;

    /// <summary>Unfinished uploads a case may have at once; a further one takes the place of the one that was longest untouched.</summary>
    public const int MostAtOnce = 5;

    /// <summary>Bytes that all uploads of a case may come to, also those that are whole and wait for their form.</summary>
    public const long MostBytes = MostAtOnce * CaseFiles.MaxBytes;

    /// <summary>So long an unfinished upload waits.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(3);

    private const string About = "about";
    private const string Mark = ".tmp";
    private readonly string root = SealedFileStore.PiecesOf(options.FilesPath);

    /// <summary>Begins, or says how far the same file has come.</summary>
    /// <param name="fingerprint">Names the content for its sender: size and a hash of its beginning.</param>
    /// <exception cref="FileTooLargeException">It would be larger than is taken.</exception>
    /// <exception cref="TooManyUploadsException">What is whole and waits for its form leaves no room for it.</exception>
    /// <exception cref="StorageFullException">No room.</exception>
    /// <exception cref="StoreBusyException">Other uploads of the case take too long.</exception>
    public async Task<PiecedFile> BeginAsync(Guid caseId, string nameGiven, long size, string fingerprint, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (size > CaseFiles.MaxBytes)
        {
            throw new FileTooLargeException(CaseFiles.MaxBytes);
        }

        using var keys = await sealer.OpenOrCreateAsync(caseId, SealedScopes.All, cancellationToken);
        var about = new AboutPieces(FileNames.Clean(nameGiven), size, fingerprint);
        var id = IdOf(caseId, about);

        // Who makes room and who adds a piece take turns: what became whole meanwhile is seen as whole, and stays.
        await using var turn = await FolderTurn.TakeAsync(CaseFolder(caseId), cancellationToken);
        if (!IsHere(caseId, id))
        {
            foreach (var given in WaitingUpload.GivingWay(await WaitingAsync(keys, cancellationToken), size))
            {
                Remove(caseId, given);
            }

            StoreFolders.Ensure(FolderOf(caseId, id));
            await StoreAsync(Path.Combine(FolderOf(caseId, id), About), keys.Seal(SealedScopes.Files, Context(id, About), JsonSerializer.SerializeToUtf8Bytes(about, DomainJson.Options)), cancellationToken);
        }

        return new PiecedFile(id, about.NameGiven, size, Offset(caseId, id));
    }

    /// <summary>Adds the piece that follows. One that is here already, or that does not follow, changes nothing; the answer says where to go on.</summary>
    /// <returns>Null when the case has no such upload.</returns>
    /// <exception cref="FileKindRefusedException">The first piece is not what the name says; the upload is given up.</exception>
    /// <exception cref="StorageFullException">No room.</exception>
    /// <exception cref="StoreBusyException">Other uploads of the case take too long.</exception>
    public async Task<PiecedFile?> AddAsync(Guid caseId, Guid id, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        if (!IsHere(caseId, id))
        {
            return null;
        }

        using var keys = await sealer.OpenAsync(caseId, cancellationToken);
        await using var turn = await FolderTurn.TakeAsync(CaseFolder(caseId), cancellationToken);
        if (!IsHere(caseId, id))
        {
            return null;
        }

        var about = await AboutAsync(keys, id, cancellationToken);
        var here = IsNext(FolderOf(caseId, id), offset, about.Size) ? offset : Offset(caseId, id);
        if (offset == here && piece.Length == LengthAt(offset, about.Size) && piece.Length > 0)
        {
            if (offset == 0)
            {
                DemandKind(caseId, id, about.NameGiven, piece.Span);
            }

            var name = NameOf(offset, piece.Length);
            await StoreAsync(Path.Combine(FolderOf(caseId, id), name), keys.Seal(SealedScopes.Files, Context(id, name), piece.Span), cancellationToken);
            here += piece.Length;
        }

        return new PiecedFile(id, about.NameGiven, about.Size, here);
    }

    /// <summary>Makes a stored file of the pieces when all are here and are what their sender has. They stay until <see cref="DropAsync"/>: the form about them may have to be sent again.</summary>
    /// <param name="whole">The hash over the hashes of all pieces, in hexadecimal.</param>
    /// <returns>Null when the case has no such upload or something of it is missing or different; a different one is given up.</returns>
    public async Task<EvidenceFile?> FinishAsync(Guid caseId, Guid id, string whole, CancellationToken cancellationToken)
    {
        if (!IsHere(caseId, id))
        {
            return null;
        }

        using var keys = await sealer.OpenAsync(caseId, cancellationToken);
        var about = await AboutAsync(keys, id, cancellationToken);
        if (Offset(caseId, id) != about.Size)
        {
            return null;
        }

        if (!string.Equals(await WholeAsync(keys, id, about.Size, cancellationToken), whole, StringComparison.OrdinalIgnoreCase))
        {
            await DropAsync(caseId, id, cancellationToken);
            return null;
        }

        await using var content = new PieceStream(Pieces(about.Size).Select(name => (Func<CancellationToken, Task<byte[]>>)(token => OpenAsync(keys, id, name, token))));
        return await files.ReceiveAsync(caseId, content, about.NameGiven, cancellationToken);
    }

    /// <summary>Removes an upload. Repeating it is harmless.</summary>
    public async Task DropAsync(Guid caseId, Guid id, CancellationToken cancellationToken)
    {
        if (Directory.Exists(FolderOf(caseId, id)))
        {
            await using var turn = await FolderTurn.TakeAsync(CaseFolder(caseId), cancellationToken);
            Remove(caseId, id);
        }
    }

    /// <summary>Clears away what nobody has added to since. Returns how many uploads.</summary>
    public async Task<int> SweepAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var swept = 0;
        foreach (var one in Directory.Exists(root) ? Directory.GetDirectories(root) : [])
        {
            await using var turn = await FolderTurn.TakeAsync(one, cancellationToken);
            var stale = Directory.EnumerateDirectories(one).Where(folder => LastTouched(folder) < before.UtcDateTime).ToList();
            stale.ForEach(folder => Directory.Delete(folder, recursive: true));
            swept += stale.Count;
        }

        return swept;
    }

    private async Task<List<WaitingUpload>> WaitingAsync(CaseKeys keys, CancellationToken cancellationToken)
    {
        List<WaitingUpload> here = [];
        foreach (var folder in Directory.Exists(CaseFolder(keys.CaseId)) ? Directory.GetDirectories(CaseFolder(keys.CaseId)) : [])
        {
            if (Guid.TryParseExact(Path.GetFileName(folder), "N", out var id))
            {
                var size = await SizeAsync(keys, id, cancellationToken);
                here.Add(new WaitingUpload(id, size ?? 0, size == Offset(keys.CaseId, id), LastTouched(folder)));
            }
        }

        return here;
    }

    /// <returns>Null for an upload that a crash left without its description, or whose description does not open: it can never become whole.</returns>
    private async Task<long?> SizeAsync(CaseKeys keys, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return (await AboutAsync(keys, id, cancellationToken)).Size;
        }
        catch (Exception broken) when (broken is IOException or SealBrokenException or JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private static DateTime LastTouched(string folder) => Directory.EnumerateFiles(folder).Select(File.GetLastWriteTimeUtc).DefaultIfEmpty(Directory.GetLastWriteTimeUtc(folder)).Max();

    private void DemandKind(Guid caseId, Guid id, string nameGiven, ReadOnlySpan<byte> piece)
    {
        var check = FileKinds.Compare(nameGiven, FileKinds.Sniff(piece[..Math.Min(piece.Length, FileKinds.HeadSize)]));
        if (CaseFiles.IsRefused(check))
        {
            Remove(caseId, id);
            throw new FileKindRefusedException(check);
        }
    }

    private async Task<string> WholeAsync(CaseKeys keys, Guid id, long size, CancellationToken cancellationToken)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Pieces(size))
        {
            whole.AppendData(SHA256.HashData(await OpenAsync(keys, id, name, cancellationToken)));
        }

        return Convert.ToHexStringLower(whole.GetHashAndReset());
    }

    private async Task<byte[]> OpenAsync(CaseKeys keys, Guid id, string name, CancellationToken cancellationToken) =>
        keys.Open(SealedScopes.Files, Context(id, name), await File.ReadAllBytesAsync(Path.Combine(FolderOf(keys.CaseId, id), name), cancellationToken));

    private async Task<AboutPieces> AboutAsync(CaseKeys keys, Guid id, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<AboutPieces>(await OpenAsync(keys, id, About, cancellationToken), DomainJson.Options) ?? throw new InvalidDataException("An upload says nothing of itself.");

    /// <summary>Whether the piece before is here and this one is not: known without counting all of them, which a large file would pay for with each piece.</summary>
    private static bool IsNext(string folder, long offset, long size) => offset > 0 && offset < size && offset % PieceBytes == 0
        && File.Exists(Path.Combine(folder, NameOf(offset - PieceBytes, PieceBytes))) && !File.Exists(Path.Combine(folder, NameOf(offset, LengthAt(offset, size))));

    private static int LengthAt(long offset, long size) => (int)Math.Min(PieceBytes, size - offset);

    /// <summary>How far the pieces reach without a gap.</summary>
    private long Offset(Guid caseId, Guid id)
    {
        var (offset, folder) = (0L, FolderOf(caseId, id));
        var here = Directory.EnumerateFiles(folder).Select(Path.GetFileName).Where(name => name!.Contains('-', StringComparison.Ordinal) && !name.EndsWith(Mark, StringComparison.Ordinal))
            .Select(name => name!.Split('-')).Select(parts => (From: long.Parse(parts[0], CultureInfo.InvariantCulture), Length: int.Parse(parts[1], CultureInfo.InvariantCulture))).OrderBy(p => p.From);
        foreach (var (from, length) in here)
        {
            if (from != offset)
            {
                break;
            }

            offset += length;
        }

        return offset;
    }

    /// <summary>Under its name only when it is whole: a name is given after the bytes are on the disk.</summary>
    private static async Task StoreAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var part = $"{path}-{Ids.New():N}{Mark}";
        try
        {
            await using (var file = StoreFolders.CreatePrivate(part, 1))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (IOException full) when (StoreFolders.IsFull(full))
        {
            throw new StorageFullException(full);
        }
        finally
        {
            StoreFolders.Remove(part);
        }
    }

    private static IEnumerable<string> Pieces(long size)
    {
        for (var offset = 0L; offset < size; offset += PieceBytes)
        {
            yield return NameOf(offset, LengthAt(offset, size));
        }
    }

    private static string NameOf(long offset, int length) => string.Create(CultureInfo.InvariantCulture, $"{offset:D12}-{length}");

    private static string Context(Guid id, string name) => $"piece {id:N} {name}";

    private static Guid IdOf(Guid caseId, AboutPieces about) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{caseId:N} {about.Size} {about.Fingerprint} {about.NameGiven}"))).AsSpan(0, 16));

    private bool IsHere(Guid caseId, Guid id) => File.Exists(Path.Combine(FolderOf(caseId, id), About));

    /// <summary>For who has the turn.</summary>
    private void Remove(Guid caseId, Guid id)
    {
        if (Directory.Exists(FolderOf(caseId, id)))
        {
            Directory.Delete(FolderOf(caseId, id), recursive: true);
        }
    }

    private string CaseFolder(Guid caseId) => Path.Combine(root, caseId.ToString("N"));

    private string FolderOf(Guid caseId, Guid id) => Path.Combine(CaseFolder(caseId), id.ToString("N"));

    private sealed record AboutPieces(string NameGiven, long Size, string Fingerprint);
}
