using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>The data keys of one case, each unwrapped when it is first needed. Seals and opens without touching any database; dispose to wipe them from memory.</summary>
public sealed class CaseKeys : IDisposable
{
    private readonly Dictionary<string, ScopeKey> byScope = new(StringComparer.Ordinal);

    internal CaseKeys(Guid caseId, IEnumerable<ScopeKey> keys)
    {
        CaseId = caseId;
        foreach (var key in keys)
        {
            byScope.Add(key.Scope, key);
        }
    }

    public Guid CaseId { get; }

    /// <summary>The scopes that have a key.</summary>
    public IReadOnlyCollection<string> Scopes => byScope.Keys;

    /// <summary>The identifier of a scope's key, to be stored beside what it sealed.</summary>
    public Guid KeyId(string scope) => Of(scope).Id;

    /// <summary>Seals content for one place of the case; the context says which (a version, a row id) and is needed to open it.</summary>
    public byte[] Seal(string scope, string context, ReadOnlySpan<byte> plain)
    {
        var key = Of(scope);
        return SealedBytes.Seal(key.Open(), plain, Associated(key.Id, scope, context));
    }

    /// <summary>Opens what <see cref="Seal"/> sealed for the same case, scope and context.</summary>
    /// <exception cref="SealBrokenException">Changed, moved from another case, scope or context.</exception>
    public byte[] Open(string scope, string context, ReadOnlySpan<byte> content)
    {
        var key = Of(scope);
        return SealedBytes.Open(key.Open(), content, Associated(key.Id, scope, context), $"Sealed {scope} of case {CaseId}");
    }

    /// <summary>A key for one large object, derived from the scope's key and the object's random salt.</summary>
    internal byte[] Derive(string scope, ReadOnlySpan<byte> salt)
    {
        var result = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Of(scope).Open(), result, salt, "humanitarian-entry/1/stored-file"u8);
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in byScope.Values)
        {
            key.Wipe();
        }

        byScope.Clear();
    }

    private ScopeKey Of(string scope) =>
        byScope.TryGetValue(scope, out var key) ? key : throw new InvalidOperationException($"No key for {scope} was opened; ask CompartmentSealer.OpenOrCreateAsync for it before the act.");

    private byte[] Associated(Guid keyId, string scope, string context)
    {
        var text = Encoding.UTF8.GetBytes(scope + "\0" + context);
        var result = new byte[32 + sizeof(int) + text.Length];
        CaseId.TryWriteBytes(result, bigEndian: true, out _);
        keyId.TryWriteBytes(result.AsSpan(16), bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(result.AsSpan(32), text.Length);
        text.CopyTo(result, 32 + sizeof(int));
        return result;
    }
}

/// <summary>The data key of one scope as the key store has it.</summary>
internal sealed class ScopeKey(DataKeyRow row, MasterKey master)
{
    private readonly Lock opening = new();
    private byte[]? key;

    public string Scope => row.Scope;

    public Guid Id => row.KeyId;

    /// <exception cref="SealBrokenException">The wrapped key was changed or moved.</exception>
    public byte[] Open()
    {
        lock (opening)
        {
            return key ??= master.Unwrap(row.WrappedKey, CompartmentSealer.WrapPurpose(row));
        }
    }

    public void Wipe()
    {
        lock (opening)
        {
            CryptographicOperations.ZeroMemory(key);
            key = null;
        }
    }
}
