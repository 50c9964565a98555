using System.Runtime.Versioning;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Sealing;

[UnsupportedOSPlatform("windows")]
public sealed class KeyVaultTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Unlock_FirstRun_MakesAKeyFileOnlyItsOwnerMayRead()
    {
        await using var store = await TestStore.OpenAsync();
        var path = KeyPath(store);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("folder")]
    public async Task Unlock_KeyOpenToOthers_RefusesToStart(string what)
    {
        await using var store = await TestStore.OpenAsync();
        var path = string.Equals(what, "file", StringComparison.Ordinal) ? KeyPath(store) : Path.GetDirectoryName(KeyPath(store))!;
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead);

        Assert.Contains("chmod", (await Assert.ThrowsAsync<MasterKeyUnavailableException>(() => store.SecondNodeAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unlock_KeyFileLost_RefusesAndMakesNoNewOne()
    {
        await using var store = await TestStore.OpenAsync();
        File.Move(KeyPath(store), KeyPath(store) + ".away");

        await Assert.ThrowsAsync<MasterKeyUnavailableException>(() => store.SecondNodeAsync());

        Assert.False(File.Exists(KeyPath(store)));
    }

    [Fact]
    public async Task Unlock_KeyStoreLostWhileCasesExist_Refuses()
    {
        await using var store = await TestStore.OpenAsync();
        await store.NewCaseAsync();
        await using var empty = await TestStore.OpenAsync();
        await using (var db = empty.Keys.CreateDbContext())
        {
            await db.RootKeys.ExecuteDeleteAsync(None);
        }

        await Assert.ThrowsAsync<MasterKeyUnavailableException>(() => store.SecondNodeAsync(store.Options with { KeyStoreConnectionString = empty.Options.KeyStoreConnectionString }));
    }

    [Theory, EveryDatabase]
    public async Task Unlock_AnotherMasterKey_Refuses(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var other = WithKey(out _);

        await Assert.ThrowsAsync<WrongMasterKeyException>(() => store.SecondNodeAsync(store.Options with { MasterKey = other }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    public async Task Unlock_MalformedKeyInEnvironment_SaysSo(string value)
    {
        await using var store = await TestStore.OpenAsync();
        var variable = "HE_TEST_" + Ids.New().ToString("N");
        Environment.SetEnvironmentVariable(variable, value);

        await Assert.ThrowsAsync<MasterKeyUnavailableException>(() => store.SecondNodeAsync(store.Options with { MasterKey = MasterKeySource.Environment(variable) }));
    }

    [Fact]
    public async Task Unlock_KeyFromCommandAndEnvironment_OpensTheSameStore()
    {
        await using var store = await TestStore.OpenAsync();
        var row = await store.NewCaseAsync();
        await using var node = await store.SecondNodeAsync(store.Options with { MasterKey = MasterKeySource.Command("cat", KeyPath(store)) });

        using var keys = await node.Sealer.OpenAsync(row.Id, None);

        Assert.Equal(SealedScopes.All.Count, keys.Scopes.Count);
        var failing = store.Options with { MasterKey = MasterKeySource.Command("false") };
        Assert.Contains("code 1", (await Assert.ThrowsAsync<MasterKeyUnavailableException>(() => store.SecondNodeAsync(failing))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<MasterKeyUnavailableException>(() => store.SecondNodeAsync(store.Options with { MasterKey = MasterKeySource.Command("/no/such/program") }));
    }

    [Theory, EveryDatabase]
    public async Task Rotation_NewKeyThenOldDropped_OpensEverythingAndTheOldKeyNothing(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await store.NewCaseAsync();
        using var before = await store.Sealer.OpenAsync(row.Id, None);
        var content = before.Seal(SealedScopes.Identity, "version 1", "DEMO"u8);
        var hash = store.Services.GetRequiredService<LookupHashes>().Hash("phone", "+0");
        var old = Path.Combine(store.Folder, "old", "master.key");
        Directory.CreateDirectory(Path.GetDirectoryName(old)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Copy(KeyPath(store), old);

        await MasterKeyFile.AddAsync(KeyPath(store), None);
        await using (var node = await store.SecondNodeAsync())
        {
            var rotation = node.Services.GetRequiredService<MasterKeyRotation>();
            Assert.Equal(SealedScopes.All.Count + 1, await rotation.RemainingAsync(None));
            Assert.Equal(SealedScopes.All.Count + 1, await rotation.RewrapAsync(progress: null, None));
            Assert.Equal(0, await rotation.RemainingAsync(None));
            await MasterKeyFile.DropOldAsync(KeyPath(store), None);
            await using var after = await node.SecondNodeAsync();
            using var keys = await after.Sealer.OpenAsync(row.Id, None);

            Assert.Equal("DEMO"u8, keys.Open(SealedScopes.Identity, "version 1", content));
            Assert.Equal(hash, after.Services.GetRequiredService<LookupHashes>().Hash("phone", "+0"));
            await Assert.ThrowsAsync<WrongMasterKeyException>(() => store.SecondNodeAsync(store.Options with { MasterKey = MasterKeySource.File(old) }));
        }
    }

    [Fact]
    public async Task DataProtection_KeysOfTheFramework_AreSharedByNodesAndSealedInTheDatabase()
    {
        static void More(IServiceCollection services) => services.AddDataProtection().SetApplicationName("demo");
        await using var store = await TestStore.OpenAsync(more: More);
        await using var node = await store.SecondNodeAsync(more: More);
        var cookie = store.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("DEMO");
        await using var db = store.Cases.CreateDbContext();
        var xml = (await db.DataProtectionKeys.SingleAsync(None)).Xml;

        Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
        Assert.Contains("<sealed", xml, StringComparison.Ordinal);
        Assert.Equal("DEMO", node.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie));
    }

    private static MasterKeySource WithKey(out string variable)
    {
        variable = "HE_TEST_" + Ids.New().ToString("N");
        Environment.SetEnvironmentVariable(variable, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return MasterKeySource.Environment(variable);
    }

    private static string KeyPath(TestStore store) => Path.Combine(store.Folder, "keys", "master.key");
}
