using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.FormDrafts;

/// <summary>What is known of a file that waits.</summary>
public interface IKeptFile
{
    Guid Id { get; }

    /// <summary>Who loaded it.</summary>
    Guid By { get; }
    DateTimeOffset At { get; }
}

/// <summary>Files that were checked and wait to be put in force, or to be thrown away: sealed, of no case, and without any effect.</summary>
/// <param name="prefix">How the keys of this kind of file begin.</param>
internal sealed class KeptFiles<T>(CaseDatabase cases, InstallationSealer sealer, string prefix)
    where T : class, IKeptFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Who checks a file and forgets it does not keep it for ever.</summary>
    internal static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    // What the list of waiting files needs is sealed apart, so that nobody opens a hundred megabytes to read a name.
    private readonly string headPrefix = "head of " + prefix;

    /// <summary>Keeps the file, and throws away those that nobody has decided on for too long.</summary>
    public async Task KeepAsync(T kept, byte[] content, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var old = kept.At - Lasts;
        await db.FormDrafts.Where(d => d.CaseId == null && (d.Key.StartsWith(prefix) || d.Key.StartsWith(headPrefix)) && d.At < old).ExecuteDeleteAsync(cancellationToken);
        db.FormDrafts.Add(new FormDraftRow { Key = HeadOf(kept.Id), OwnerId = kept.By, Sealed = sealer.Seal(HeadOf(kept.Id), JsonSerializer.SerializeToUtf8Bytes(kept, Json)), At = kept.At });
        db.FormDrafts.Add(new FormDraftRow { Key = KeyOf(kept.Id), OwnerId = kept.By, Sealed = sealer.Seal(KeyOf(kept.Id), Pack(kept, content)), At = kept.At });
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<T>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.FormDrafts.AsNoTracking().Where(d => d.CaseId == null && d.Key.StartsWith(headPrefix)).ToListAsync(cancellationToken);
        return [.. rows.Select(r => Described(sealer.Open(r.Key, r.Sealed))).OrderByDescending(k => k.At)];
    }

    /// <returns>Null when it is not kept any more.</returns>
    public async Task<(T Kept, byte[] Content)?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var key = KeyOf(id);
        return await db.FormDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Key == key && d.CaseId == null, cancellationToken) is { } row ? Unpack(sealer.Open(key, row.Sealed)) : null;
    }

    /// <returns>False when it was gone already.</returns>
    public async Task<bool> DropAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        string[] both = [KeyOf(id), HeadOf(id)];
        var dropped = await db.FormDrafts.Where(d => both.Contains(d.Key) && d.CaseId == null).ExecuteDeleteAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return dropped > 0;
    }

    private string KeyOf(Guid id) => prefix + id.ToString("N");

    private string HeadOf(Guid id) => headPrefix + id.ToString("N");

    // Length of the description, the description, the content.
    private static byte[] Pack(T kept, byte[] content)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(kept, Json);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, head.Length);
        return [.. length, .. head, .. content];
    }

    private static (T Kept, byte[] Content) Unpack(byte[] packed)
    {
        var head = BinaryPrimitives.ReadInt32LittleEndian(packed);
        return (Described(packed.AsSpan(sizeof(int), head)), packed[(sizeof(int) + head)..]);
    }

    private static T Described(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Json) ?? throw new InvalidDataException("A kept file has no description.");
}
