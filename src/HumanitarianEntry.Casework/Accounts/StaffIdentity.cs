using HumanitarianEntry.Casework.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework.Accounts;

/// <summary>Joins ASP.NET Core Identity to our storage.</summary>
public static class StaffIdentity
{
    /// <summary>
    /// Call on AddIdentity/AddIdentityCore&lt;StaffAccount&gt; after AddStorage and in place of AddEntityFrameworkStores: sealed token store, roles, the one way in
    /// which accounts change, and the authenticator that takes each password once. Sets schema version 3 (passkeys).
    /// </summary>
    public static IdentityBuilder AddSealedStaffStore(this IdentityBuilder builder)
    {
        builder.Services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        builder.Services.AddScoped<IRoleStore<StaffRole>, RoleStore<StaffRole, CaseDbContext, Guid>>();
        builder.Services.AddScoped<AccountChanges>();
        builder.Services.AddScoped<OwnAccount>();
        return builder.AddUserStore<StaffStore>().AddTokenProvider<ReplaySafeAuthenticator>(TokenOptions.DefaultAuthenticatorProvider);
    }
}
