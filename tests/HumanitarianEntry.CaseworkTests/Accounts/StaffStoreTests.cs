using System.Text;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Accounts;

/// <summary>ASP.NET Core Identity itself, over our store, on every database.</summary>
public sealed class StaffStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EveryDatabase]
    public async Task Authenticator_KeyAndRecoveryCodes_AreSealedAndEachPasswordOpensOnce(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider, AddIdentity);
        await using var scope = store.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        var account = await CreateAsync(users, "vetter-9");
        await users.ResetAuthenticatorKeyAsync(account);
        var key = (await users.GetAuthenticatorKeyAsync(account))!;
        var codes = (await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 3))!.ToList();
        await using var db = store.Cases.CreateDbContext();
        var stored = await db.UserTokens.AsNoTracking().Select(t => t.Value!).ToListAsync(None);

        Assert.Equal(2, stored.Count);
        Assert.DoesNotContain(stored, value => value.Contains(key, StringComparison.Ordinal) || codes.Exists(c => value.Contains(c, StringComparison.Ordinal)));
        var password = Totp.At(Decode(key), DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
        Assert.True(await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, password));
        Assert.False(await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, password));
        await users.UpdateAsync(account);
        Assert.False(await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, password));
        Assert.True((await users.RedeemTwoFactorRecoveryCodeAsync(account, codes[0])).Succeeded);
        Assert.False((await users.RedeemTwoFactorRecoveryCodeAsync(account, codes[0])).Succeeded);
    }

    [Theory, EveryDatabase]
    public async Task Identity_RolesLockoutAndPasskeys_WorkOverTheStore(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider, AddIdentity);
        await using var scope = store.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<StaffRole>>();
        var account = await CreateAsync(users, "screener-4");

        Assert.True((await roles.CreateAsync(new StaffRole { Id = Ids.New(), Name = "screener" })).Succeeded);
        Assert.True((await users.AddToRoleAsync(account, "screener")).Succeeded);
        var until = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.True((await users.SetLockoutEndDateAsync(account, until)).Succeeded);
        var passkey = new UserPasskeyInfo(Encoding.ASCII.GetBytes("demo-credential"), [1], until, 0, ["internal"], true, false, false, [2], [3]) { Name = "DEMO key" };
        Assert.True((await users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded);

        await using var next = store.Services.CreateAsyncScope();
        var again = next.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        var read = (await again.FindByNameAsync("SCREENER-4"))!;
        Assert.True(await again.CheckPasswordAsync(read, "Correct-horse-9-DEMO"));
        Assert.Equal(["screener"], await again.GetRolesAsync(read));
        Assert.Equal(until, await again.GetLockoutEndDateAsync(read));
        Assert.Equal("DEMO key", Assert.Single(await again.GetPasskeysAsync(read)).Name);
        Assert.Equal(read.Id, (await again.FindByPasskeyIdAsync(passkey.CredentialId))?.Id);
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddIdentityCore<StaffAccount>().AddRoles<StaffRole>().AddSealedStaffStore();
    }

    private static async Task<StaffAccount> CreateAsync(UserManager<StaffAccount> users, string login)
    {
        var account = new StaffAccount { Id = Ids.New(), UserName = login, OrganisationId = "demo-org" };
        var result = await users.CreateAsync(account, "Correct-horse-9-DEMO");
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(e => e.Code)));
        return account;
    }

    private static byte[] Decode(string key)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
