using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Referrals;

/// <summary>A key with which another organisation's system may refer people, and nothing else.</summary>
/// <param name="Organisation">How the organisation is called; stands in the case as the referrer.</param>
/// <param name="EndedAt">When it was taken back; null while it was not.</param>
public sealed record ReferralToken(Guid Id, string Organisation, string Programme, DateTimeOffset ExpiresAt, DateTimeOffset IssuedAt, DateTimeOffset? EndedAt)
{
    public bool IsValid(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;
}

/// <summary>
/// Tokens of trusted organisations: shown once, stored as a hash, for one programme, never longer than <see cref="LongestLife"/>. Issuing and taking back are versions of a setting, each with an
/// entry in the installation's chain.
/// </summary>
public sealed class ReferralTokens(CaseDatabase cases, AccountTrail trail, TimeProvider time)
{
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(366);

    /// <summary>Begins every token, so that one that was left somewhere is recognised for what it is.</summary>
    public const string Mark = "he_ref_";

    private const string Prefix = "referral-token/";
    private const int SecretBytes = 32;
    private const int IdBytes = 16;

    /// <returns>The token itself; it is not to be had again.</returns>
    public async Task<(ReferralToken Token, string Secret)> IssueAsync(string organisation, string programme, TimeSpan life, Guid by, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(life, LongestLife);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(life, TimeSpan.Zero);
        var now = time.GetUtcNow().Stored();
        var random = RandomNumberGenerator.GetBytes(IdBytes + SecretBytes);
        var token = new ReferralToken(new Guid(random.AsSpan(0, IdBytes)), organisation, programme, now + life, now, EndedAt: null);
        await AddAsync(1, new Stored(token, Convert.ToHexStringLower(SHA256.HashData(random))), now, by, AccountKinds.ReferralTokenIssued, cancellationToken);
        return (token, Mark + Base64Url.EncodeToString(random));
    }

    /// <returns>False when there is no such token, or it was taken back before.</returns>
    public async Task<bool> EndAsync(Guid id, Guid by, CancellationToken cancellationToken)
    {
        if (await StoredAsync(id, cancellationToken) is not { Token.EndedAt: null } stored)
        {
            return false;
        }

        var now = time.GetUtcNow().Stored();
        try
        {
            await AddAsync(2, stored with { Token = stored.Token with { EndedAt = now } }, now, by, AccountKinds.ReferralTokenEnded, cancellationToken);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsDuplicateKey(failure))
        {
            return false;
        }
    }

    /// <summary>All tokens, newest first.</summary>
    public async Task<IReadOnlyList<ReferralToken>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.Settings.AsNoTracking().Where(s => s.Key.StartsWith(Prefix)).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(r => r.Key, StringComparer.Ordinal).Select(g => Read(g.MaxBy(r => r.Version)!).Token).OrderByDescending(t => t.IssuedAt)];
    }

    /// <summary>The token that was shown; null when it is unknown, over or taken back, without saying which.</summary>
    public async Task<ReferralToken?> RecogniseAsync(string? shown, CancellationToken cancellationToken)
    {
        if (shown is null || !shown.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        Span<byte> random = stackalloc byte[IdBytes + SecretBytes];
        if (!Base64Url.TryDecodeFromChars(shown.AsSpan(Mark.Length), random, out var written) || written != random.Length)
        {
            return null;
        }

        var (id, hash) = (new Guid(random[..IdBytes]), SHA256.HashData(random));
        return await StoredAsync(id, cancellationToken) is { } stored && CryptographicOperations.FixedTimeEquals(hash, Convert.FromHexString(stored.Hash)) && stored.Token.IsValid(time.GetUtcNow())
            ? await UsedAsync(stored.Token, cancellationToken)
            : null;
    }

    /// <summary>When each key was last used, to the minute; keys that never were are not in it.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> LastUsesAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await db.ReferralTokenUses.AsNoTracking().ToDictionaryAsync(u => u.TokenId, u => u.LastUsedAt, cancellationToken);
    }

    /// <summary>Notes the use. A thousand calls in a minute write once.</summary>
    private async Task<ReferralToken> UsedAsync(ReferralToken token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().Stored();
        await using var db = cases.CreateDbContext();
        var last = await db.ReferralTokenUses.AsNoTracking().Where(u => u.TokenId == token.Id).Select(u => (DateTimeOffset?)u.LastUsedAt).SingleOrDefaultAsync(cancellationToken);
        if (last is { } before && now - before < TimeSpan.FromMinutes(1))
        {
            return token;
        }

        await using var write = await db.BeginWriteAsync(cancellationToken);
        if (await db.ReferralTokenUses.Where(u => u.TokenId == token.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.LastUsedAt, now), cancellationToken) == 0)
        {
            db.ReferralTokenUses.Add(new ReferralTokenUseRow { TokenId = token.Id, LastUsedAt = now });
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await write.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsDuplicateKey(failure))
        {
            // Another call of the same minute was faster; it says the same.
            db.ChangeTracker.Clear();
        }

        return token;
    }

    private async Task AddAsync(int version, Stored stored, DateTimeOffset now, Guid by, string kind, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        db.Settings.Add(new SettingRow { Key = Prefix + stored.Token.Id.ToString("N"), Version = version, ValueJson = JsonSerializer.Serialize(stored), At = now, By = by });
        await trail.AppendAsync(db, new AccountNote(by, Guid.Empty, kind, $"{stored.Token.Organisation}, {stored.Token.Programme}, {stored.Token.Id:N}"), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private async Task<Stored?> StoredAsync(Guid id, CancellationToken cancellationToken)
    {
        var key = Prefix + id.ToString("N");
        await using var db = cases.CreateDbContext();
        return await db.Settings.AsNoTracking().Where(s => s.Key == key).OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancellationToken) is { } row ? Read(row) : null;
    }

    private static Stored Read(SettingRow row) => JsonSerializer.Deserialize<Stored>(row.ValueJson) ?? throw new InvalidDataException("An empty token.");

    /// <param name="Hash">SHA-256 of all random bytes of the token: they are too many to be guessed, so that no slow hash is needed.</param>
    private sealed record Stored(ReferralToken Token, string Hash);
}
