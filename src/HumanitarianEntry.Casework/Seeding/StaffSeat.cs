using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Seeding;

/// <summary>An account to be made for a demonstration or a replay.</summary>
/// <param name="UserName">A neutral login.</param>
public sealed record StaffSeat(string UserName, string DisplayName, IReadOnlyList<Role> Roles, string Organisation, string? Team, string? Mail);

/// <summary>Makes the accounts that are not there yet; never changes one that is.</summary>
public sealed class StaffSeats(CaseDatabase cases, StaffNames names)
{
    /// <returns>The account ids by user name.</returns>
    /// <exception cref="InvalidOperationException">An account of that name exists without the roles.</exception>
    public async Task<IReadOnlyDictionary<string, Guid>> FillAsync(IReadOnlyCollection<StaffSeat> seats, Action<CaseDbContext, StaffAccount>? prepare, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var roles = await RolesAsync(db, [.. seats.SelectMany(s => s.Roles).Distinct()], cancellationToken);
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var seat in seats)
        {
            var normalised = seat.UserName.ToUpperInvariant();
            var account = await db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == normalised, cancellationToken);
            if (account is null)
            {
                account = Make(seat);
                db.Users.Add(account);
                db.UserRoles.AddRange(seat.Roles.Select(r => new IdentityUserRole<Guid> { UserId = account.Id, RoleId = roles[r] }));
                prepare?.Invoke(db, account);
            }
            else if (await db.UserRoles.CountAsync(r => r.UserId == account.Id && seat.Roles.Select(s => roles[s]).Contains(r.RoleId), cancellationToken) < seat.Roles.Count)
            {
                throw new InvalidOperationException($"The account '{seat.UserName}' exists and does not have the roles it needs here.");
            }

            ids[seat.UserName] = account.Id;
        }

        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return ids;
    }

    private StaffAccount Make(StaffSeat seat)
    {
        var account = new StaffAccount
        {
            Id = Ids.New(),
            UserName = seat.UserName,
            NormalizedUserName = seat.UserName.ToUpperInvariant(),
            OrganisationId = seat.Organisation,
            Team = seat.Team,
            SecurityStamp = Ids.New().ToString("N"),
        };
        names.SetDisplayName(account, seat.DisplayName);
        names.SetMail(account, seat.Mail);
        return account;
    }

    private static async Task<Dictionary<Role, Guid>> RolesAsync(CaseDbContext db, List<Role> wanted, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<Role, Guid>();
        foreach (var role in wanted)
        {
            var name = Keys.Of(role);
            var row = await db.Roles.SingleOrDefaultAsync(r => r.Name == name, cancellationToken);
            if (row is null)
            {
                row = new StaffRole { Id = Ids.New(), Name = name, NormalizedName = name.ToUpperInvariant() };
                db.Roles.Add(row);
            }

            ids[role] = row.Id;
        }

        return ids;
    }
}
