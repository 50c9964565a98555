using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.FormDrafts;

/// <summary>What somebody has typed about a case and not sent yet.</summary>
/// <param name="Form">Which form, such as <c>answers/D4/page</c>.</param>
public sealed record CaseDraft(string Form, Guid Owner, DateTimeOffset At, byte[] Plain);

/// <summary>
/// Keeps what people type about a case until it becomes an act: sealed with the case's own key, and lost with it when the case is erased. No draft is ever part of the record.
/// Who may see the case is for the caller to ask first.
/// </summary>
public sealed class CaseDrafts(CaseDatabase cases, CompartmentSealer sealer, TimeProvider time)
{
    /// <summary>More than this is not typed, and refused: 4 MiB for one form.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Stores forms of one person, each in place of what he typed into it before. All or none.</summary>
    /// <exception cref="ArgumentException">A form is too large.</exception>
    public async Task KeepAsync(Guid caseId, Guid owner, IReadOnlyDictionary<string, byte[]> forms, CancellationToken cancellationToken)
    {
        if (forms.Values.Any(f => f.Length > MaxBytes))
        {
            throw new ArgumentException($"A draft is larger than {MaxBytes} bytes.", nameof(forms));
        }

        using var keys = await sealer.OpenOrCreateAsync(caseId, SealedScopes.All, cancellationToken);
        try
        {
            await StoreAsync(keys, owner, forms, cancellationToken);
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsDuplicateKey(failure))
        {
            // The same page sent twice at once; the row is there now.
            await StoreAsync(keys, owner, forms, cancellationToken);
        }
    }

    /// <summary>Everybody's drafts of the case whose form begins so, oldest first.</summary>
    public async Task<IReadOnlyList<CaseDraft>> OfAsync(Guid caseId, string formsFrom, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var prefix = KeyOf(caseId, formsFrom);
        var rows = await db.FormDrafts.AsNoTracking().Where(d => d.CaseId == caseId && d.Key.StartsWith(prefix)).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        using var keys = await sealer.OpenAsync(caseId, cancellationToken);
        return [.. rows.OrderBy(r => r.At).Select(r => new CaseDraft(r.Key[KeyOf(caseId, string.Empty).Length..], r.OwnerId, r.At, keys.Open(SealedScopes.Drafts, Context(r.OwnerId, r.Key), r.Sealed)))];
    }

    /// <summary>Removes forms of one person: they were sent, or given up.</summary>
    public async Task DropAsync(Guid caseId, Guid owner, IReadOnlyCollection<string> forms, CancellationToken cancellationToken)
    {
        if (forms.Count == 0)
        {
            return;
        }

        var wanted = forms.Select(f => KeyOf(caseId, f)).ToList();
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.FormDrafts.Where(d => d.OwnerId == owner && wanted.Contains(d.Key)).ExecuteDeleteAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private async Task StoreAsync(CaseKeys keys, Guid owner, IReadOnlyDictionary<string, byte[]> forms, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().Stored();
        var wanted = forms.Keys.Select(f => KeyOf(keys.CaseId, f)).ToList();
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var known = await db.FormDrafts.Where(d => d.OwnerId == owner && wanted.Contains(d.Key)).ToDictionaryAsync(d => d.Key, StringComparer.Ordinal, cancellationToken);
        foreach (var (form, plain) in forms)
        {
            var key = KeyOf(keys.CaseId, form);
            var content = keys.Seal(SealedScopes.Drafts, Context(owner, key), plain);
            if (known.TryGetValue(key, out var row))
            {
                (row.Sealed, row.At) = (content, now);
            }
            else
            {
                db.FormDrafts.Add(new FormDraftRow { Key = key, OwnerId = owner, CaseId = keys.CaseId, Sealed = content, At = now });
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private static string KeyOf(Guid caseId, string form) => $"{caseId:N}/{form}";

    private static string Context(Guid owner, string key) => $"draft {owner:N} {key}";
}
