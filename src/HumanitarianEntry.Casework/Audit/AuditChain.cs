using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Audit;

/// <summary>
/// The pure rules of the hash chains. An entry's hash is SHA-256 over a canonical form: a mark of the kind and format, the previous hash, then every field with
/// its length in front, so that no two different entries can have the same bytes.
/// </summary>
public static class AuditChain
{
    /// <summary>The hash of an entry that follows the given one (empty for the first).</summary>
    public static byte[] Hash(AuditEntry entry, ReadOnlySpan<byte> previousHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, "humanitarian-entry audit 1"u8);
        Append(hash, previousHash);
        Append(hash, entry.CaseId);
        Append(hash, entry.Sequence);
        Append(hash, entry.At.ToMicroseconds());
        Append(hash, entry.ActorId);
        Append(hash, entry.Role);
        Append(hash, entry.ActKind);
        Append(hash, entry.Gate);
        Append(hash, entry.Outcome);
        Append(hash, entry.SealedDetails is not null ? 1 : 0);
        Append(hash, entry.SealedDetails ?? []);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of a read that follows the given one on its day.</summary>
    public static byte[] Hash(ReadEntry entry, int day, long sequence, ReadOnlySpan<byte> previousHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, "humanitarian-entry read 1"u8);
        Append(hash, previousHash);
        Append(hash, day);
        Append(hash, sequence);
        Append(hash, entry.At.ToMicroseconds());
        Append(hash, entry.ActorId);
        Append(hash, entry.CaseId);
        Append(hash, entry.Compartment);
        Append(hash, entry.Purpose);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of a change of an account that follows the given one.</summary>
    public static byte[] Hash(AccountEntry entry, ReadOnlySpan<byte> previousHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, "humanitarian-entry account 1"u8);
        Append(hash, previousHash);
        Append(hash, entry.Sequence);
        Append(hash, entry.At.ToMicroseconds());
        Append(hash, entry.ActorId);
        Append(hash, entry.AccountId);
        Append(hash, entry.Kind);
        Append(hash, entry.SealedDetails is not null ? 1 : 0);
        Append(hash, entry.SealedDetails ?? []);
        return hash.GetHashAndReset();
    }

    /// <summary>The proof over the head of a chain: only who holds the key can make it for a shorter or another chain.</summary>
    public static byte[] Proof(ReadOnlySpan<byte> key, Guid caseId, long sequence, ReadOnlySpan<byte> headHash)
    {
        Span<byte> content = stackalloc byte[16 + sizeof(long) + 32];
        caseId.TryWriteBytes(content, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(content[16..], sequence);
        headHash.CopyTo(content[(16 + sizeof(long))..]);
        return HMACSHA256.HashData(key, content);
    }

    /// <summary>The first fault of a run of linked entries, or null.</summary>
    /// <param name="links">In order of sequence: position, stored previous hash, stored hash, and the function that computes what the hash should be.</param>
    public static AuditFault? FirstFault(IEnumerable<(long Sequence, byte[] Previous, byte[] Hash, Func<byte[], byte[]> Expected)> links)
    {
        var next = 1L;
        var previous = Array.Empty<byte>();
        foreach (var link in links)
        {
            if (link.Sequence != next)
            {
                return new AuditFault(next, link.Sequence > next ? Sentence.Of("The entry is missing.") : Sentence.Of("The entry is there twice."));
            }

            if (!link.Previous.AsSpan().SequenceEqual(previous))
            {
                return new AuditFault(next, Sentence.Of("The entry does not follow the one before it."));
            }

            if (!link.Hash.AsSpan().SequenceEqual(link.Expected(previous)))
            {
                return new AuditFault(next, Sentence.Of("The entry was changed after it was written."));
            }

            previous = link.Hash;
            next++;
        }

        return null;
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        hash.AppendData(length);
        hash.AppendData(content);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Append(hash, bytes);
    }

    private static void Append(IncrementalHash hash, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        Append(hash, bytes);
    }

    private static void Append(IncrementalHash hash, string? text)
    {
        Append(hash, text is null ? 0L : 1L);
        Append(hash, Encoding.UTF8.GetBytes(text ?? string.Empty));
    }
}
