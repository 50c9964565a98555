using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>A choice of cases under a name.</summary>
/// <param name="Query">As it stands in the address of the page.</param>
public sealed record SavedFilter(Guid Id, string Name, string Query);

/// <summary>Choices of cases that a person keeps for himself.</summary>
public sealed class SavedFilters(CaseDatabase cases)
{
    /// <summary>So many a person may keep.</summary>
    public const int Most = 20;

    public const int LongestName = 60;

    public async Task<IReadOnlyList<SavedFilter>> OfAsync(Guid staffId, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await db.SavedFilters.AsNoTracking().Where(f => f.StaffId == staffId).OrderBy(f => f.Name).Select(f => new SavedFilter(f.Id, f.Name, f.Query)).ToListAsync(cancellationToken);
    }

    /// <summary>Keeps a choice; one of the same name is replaced.</summary>
    /// <returns>False when the person keeps too many already.</returns>
    public async Task<bool> KeepAsync(Guid staffId, string name, string query, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        if (await db.SavedFilters.SingleOrDefaultAsync(f => f.StaffId == staffId && f.Name == name, cancellationToken) is { } known)
        {
            known.Query = query;
        }
        else if (await db.SavedFilters.CountAsync(f => f.StaffId == staffId, cancellationToken) >= Most)
        {
            return false;
        }
        else
        {
            db.SavedFilters.Add(new SavedFilterRow { Id = Ids.New(), StaffId = staffId, Name = name, Query = query });
        }

        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Forgets one of the person's own choices.</summary>
    public async Task ForgetAsync(Guid staffId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.SavedFilters.Where(f => f.Id == id && f.StaffId == staffId).ExecuteDeleteAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }
}
