using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>An account as colleagues see it.</summary>
public sealed record StaffEntry(Guid Id, string UserName, string DisplayName, string Organisation, string Team, IReadOnlyList<Role> Roles, bool IsActive);

/// <summary>Who works here, and under which name colleagues know him.</summary>
public sealed class StaffDirectory(CaseDatabase cases, StaffNames names)
{
    public async Task<IReadOnlyList<StaffEntry>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var accounts = await db.Users.AsNoTracking().OrderBy(u => u.UserName).ToListAsync(cancellationToken);
        var roles = await db.UserRoles.Join(db.Roles, u => u.RoleId, r => r.Id, (u, r) => new { u.UserId, r.Name }).ToListAsync(cancellationToken);
        var byUser = roles.ToLookup(r => r.UserId, r => Keys.Role(r.Name!));
        return [.. accounts.Select(a => new StaffEntry(a.Id, a.UserName!, names.DisplayName(a), a.OrganisationId, CaseLoader.TeamOf(a.OrganisationId, a.Team), [.. byUser[a.Id].Order()], a.DeactivatedAt is null))];
    }

    /// <summary>The one organisation whose intake officers will see who writes by himself; null where nobody is, or where several are and a setting must choose.</summary>
    public async Task<string?> ReceivingOrganisationAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var intake = Keys.Of(Role.IntakeOfficer);
        var organisations = await db.Users.AsNoTracking()
            .Where(u => u.DeactivatedAt == null && db.UserRoles.Any(r => r.UserId == u.Id && db.Roles.Any(role => role.Id == r.RoleId && role.Name == intake)))
            .Select(u => u.OrganisationId).Distinct().Take(2).ToListAsync(cancellationToken);
        return organisations is [var only] ? only : null;
    }

    /// <summary>Names by id for the people who appear on a page.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var accounts = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToListAsync(cancellationToken);
        return accounts.ToDictionary(a => a.Id, names.DisplayName);
    }
}
