using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;

namespace HumanitarianEntry.Casework.Accounts;

/// <summary>What a typed code opens.</summary>
public enum ApplicantSpace
{
    None,
    Own,

    /// <summary>The harmless space: the code for danger was typed.</summary>
    Decoy,
}

/// <summary>Keyed hashes of access codes and secrets, and their comparison in constant time.</summary>
public sealed class ApplicantCodes(KeyVault vault)
{
    private const int Rounds = 210_000;
    private const int SaltSize = 16;
    private static readonly byte[] NobodysHash = new byte[32];

    /// <summary>What is stored of a code. Bound to the case; without the installation's key it can be neither checked nor guessed.</summary>
    public byte[] Hash(Guid caseId, ApplicantCode code) => HMACSHA256.HashData(vault.Purpose(KeyPurpose.ApplicantCode), Encoding.ASCII.GetBytes($"code {caseId:N} {code.Digits}"));

    /// <summary>
    /// The code of a case that is being opened: made from the opening form's random key, so that a form sent twice on a bad line shows the same code twice
    /// and nobody is locked out of his own case.
    /// </summary>
    public ApplicantCode Derive(Guid caseId, string openingKey) =>
        ApplicantCode.FromSeed(HMACSHA256.HashData(vault.Purpose(KeyPurpose.ApplicantCode), Encoding.UTF8.GetBytes($"issue {caseId:N} {openingKey}")));

    /// <summary>The id of the case that an opening key opens; the same on a repeat.</summary>
    public Guid CaseIdFor(string openingKey)
    {
        var bytes = HMACSHA256.HashData(vault.Purpose(KeyPurpose.ApplicantCode), Encoding.UTF8.GetBytes("case " + openingKey))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Whether the code opens this access. For a reference that does not exist pass null: the answer is no, after the same work.</summary>
    public bool Matches(ApplicantAccessRow? access, ApplicantCode code)
    {
        var same = CryptographicOperations.FixedTimeEquals(Hash(access?.CaseId ?? Guid.Empty, code), access?.CodeHash ?? NobodysHash);
        return same & access is { RevokedAt: null };
    }

    /// <summary>What is stored of the code for danger. Of the same form as the other, so that nobody who looks on can tell which was typed; keyed apart from it.</summary>
    public byte[] HashForDanger(Guid caseId, ApplicantCode code) => HMACSHA256.HashData(vault.Purpose(KeyPurpose.ApplicantCode), Encoding.ASCII.GetBytes($"danger {caseId:N} {code.Digits}"));

    /// <summary>A code made anew by an act of the case; the same act key gives the same code.</summary>
    public ApplicantCode DeriveAgain(Guid caseId, string actKey) =>
        ApplicantCode.FromSeed(HMACSHA256.HashData(vault.Purpose(KeyPurpose.ApplicantCode), Encoding.UTF8.GetBytes($"again {caseId:N} {actKey}")));

    /// <summary>Which space the code opens. Both comparisons are always made; null where there is no access or no code for danger, after the same work.</summary>
    public ApplicantSpace Opens(ApplicantAccessRow? access, ApplicantCode code)
    {
        var caseId = access?.CaseId ?? Guid.Empty;
        var own = CryptographicOperations.FixedTimeEquals(Hash(caseId, code), access?.CodeHash ?? NobodysHash);
        var danger = CryptographicOperations.FixedTimeEquals(HashForDanger(caseId, code), access?.DuressHash ?? NobodysHash);
        var open = access is { RevokedAt: null };
        return (own & open, danger & open) switch
        {
            (true, _) => ApplicantSpace.Own,
            (false, true) => ApplicantSpace.Decoy,
            (false, false) => ApplicantSpace.None,
        };
    }

    /// <summary>What is stored of a second or a duress secret, which people choose and others may guess: salted and slow, then keyed.</summary>
    public byte[] HashSecret(Guid caseId, string secret) => HashSecret(caseId, secret, RandomNumberGenerator.GetBytes(SaltSize));

    /// <summary>Whether the secret is the stored one. Takes the same time when none is stored.</summary>
    public bool SecretMatches(Guid caseId, string secret, byte[]? stored)
    {
        var salt = stored is { Length: SaltSize + 32 } ? stored[..SaltSize] : new byte[SaltSize];
        return CryptographicOperations.FixedTimeEquals(HashSecret(caseId, secret, salt), stored ?? new byte[SaltSize + 32]);
    }

    private byte[] HashSecret(Guid caseId, string secret, byte[] salt)
    {
        var slow = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret.Trim().Normalize(NormalizationForm.FormKC)), salt, Rounds, HashAlgorithmName.SHA256, 32);
        byte[] bound = [.. "secret "u8, .. caseId.ToByteArray(bigEndian: true), .. slow];
        return [.. salt, .. HMACSHA256.HashData(vault.Purpose(KeyPurpose.ApplicantCode), bound)];
    }
}
