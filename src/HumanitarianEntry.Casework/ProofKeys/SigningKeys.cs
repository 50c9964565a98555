using System.Globalization;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Dossiers.Proof;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.ProofKeys;

/// <summary>
/// The keys that sign dossiers: one in use, made at the first need, and those before it. The private part is sealed under the installation's key, which the master key
/// wraps; a new master key changes nothing here. The key book is their public list.
/// </summary>
public sealed class SigningKeys(CaseworkOptions options, InstallationSealer sealer, TimeProvider time, ILogger<SigningKeys> log)
{
    private readonly KeyFolder folder = new(Path.Combine(Path.GetFullPath(options.Storage.FilesPath), KeyFolder.Name));

    /// <summary>The key in use.</summary>
    /// <exception cref="SealBrokenException">Its private part was changed or belongs to another installation.</exception>
    /// <exception cref="CryptographicException">Its private part is missing.</exception>
    public SigningKey Current()
    {
        var keys = folder.Keys();
        if (keys.Count == 0 || folder.IsCompromised(keys[^1].Number))
        {
            keys = Make(keys);
        }

        var current = keys[^1];
        return current.SealedPrivate is { } secret
            ? SigningKey.Open(sealer.Open(Context(current.Number), secret), current.Certificate)
            : throw new CryptographicException(string.Create(CultureInfo.InvariantCulture, $"The private part of signing key {current.Number} is missing. Make a new key: rotate-dossier-key"));
    }

    /// <summary>Every key so far, oldest first, without any secret.</summary>
    public KeyBook Book()
    {
        var keys = folder.Keys();
        return new KeyBook(time.GetUtcNow(), [.. keys.Select((key, i) => Entry(key, i + 1 < keys.Count ? keys[i + 1].From : null))]);
    }

    /// <summary>Makes a new key; the one before stays in the book and can sign nothing more.</summary>
    /// <param name="compromised">Somebody else may hold the key in use: nothing that it signed can be relied on.</param>
    public KeyBook Rotate(bool compromised)
    {
        var keys = folder.Keys();
        if (compromised && keys.Count > 0)
        {
            // The mark first: broken off here, the next need of a key makes a new one.
            folder.MarkCompromised(keys[^1].Number);
        }

        Make(keys);
        return Book();
    }

    /// <summary>Somebody else may hold this key, whether it is in use or was retired long ago. Only the one in use is followed by a new one.</summary>
    /// <param name="fingerprint">As the key book and the covers of dossiers write it; blanks, colons and capitals do not matter.</param>
    /// <returns>Null where no key has this fingerprint; nothing was changed.</returns>
    public KeyBook? MarkCompromised(string fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        var plain = string.Concat(fingerprint.Where(char.IsLetterOrDigit));
        var keys = folder.Keys();
        if (keys.FirstOrDefault(k => Entry(k, null).Fingerprint.Equals(plain, StringComparison.OrdinalIgnoreCase)) is not { } stolen)
        {
            return null;
        }

        if (stolen.Number == keys[^1].Number)
        {
            return Rotate(compromised: true);
        }

        folder.MarkCompromised(stolen.Number);
        return Book();
    }

    private IReadOnlyList<KeptKey> Make(IReadOnlyList<KeptKey> keys)
    {
        var number = keys.Count == 0 ? 1 : keys[^1].Number + 1;
        var now = time.GetUtcNow();
        var from = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        using var made = SigningKey.Make(options.DossierOrganisation, from);
        var key = new KeptKey(number, options.DossierOrganisation, from, made.Certificate.RawData, sealer.Seal(Context(number), made.Export()));
        if (folder.Add(key))
        {
            log.LogInformation("Signing key {Number} of dossiers was made. Give the posts a new key book.", number);
        }

        var known = folder.Keys();
        foreach (var earlier in known.SkipLast(1))
        {
            folder.DropPrivate(earlier);
        }

        return known;
    }

    private KeyBookEntry Entry(KeptKey key, DateTimeOffset? until)
    {
        using var certificate = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(key.Certificate);
        var state = folder.IsCompromised(key.Number) ? KeyState.Compromised : until is null ? KeyState.Current : KeyState.Retired;
        return new KeyBookEntry(SigningKey.FingerprintOf(certificate), key.Organisation, key.From, until, state, key.Certificate);
    }

    private static string Context(int number) => string.Create(CultureInfo.InvariantCulture, $"dossier-signing-key {number}");
}
