using HumanitarianEntry.Casework.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Accounts;

/// <summary>Identity's store over our database, with authenticator keys and recovery codes sealed: a dump must not let anybody compute a second factor.</summary>
public sealed class StaffStore(CaseDbContext context, StaffNames seals, IdentityErrorDescriber? describer = null)
    : UserStore<StaffAccount, StaffRole, CaseDbContext, Guid>(context, describer)
{
    /// <inheritdoc/>
    public override Task SetTokenAsync(StaffAccount user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : Convert.ToBase64String(seals.Seal(user, Kind(loginProvider, name), value)), cancellationToken);

    /// <inheritdoc/>
    public override async Task<string?> GetTokenAsync(StaffAccount user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? seals.Open(user, Kind(loginProvider, name), Convert.FromBase64String(value)) : null;

    private static string Kind(string loginProvider, string name) => $"token {loginProvider} {name}";
}
