using System.Net;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Operations;

/// <summary>Each test breaks the one real part of an installation of its own.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private readonly CaseHost host = new();

    private StorageOptions Storage => host.Services.GetRequiredService<StorageOptions>();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Health_EverythingWorks_SaysOkAndNothingElse()
    {
        var page = await host.NewVisitor().GetAsync("/health");
        Assert.Equal((HttpStatusCode.OK, "ok"), (page.Status, page.Text));
        Assert.Equal("text/plain", page.Response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(page.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
    }

    [Theory]
    [InlineData("case.db", "database")]
    [InlineData("keys.db", "key store")]
    public async Task Health_DatabaseBroken_SaysNotOkAndLogsWhich(string file, string part)
    {
        SqliteConnection.ClearAllPools();
        foreach (var end in new[] { "-wal", "-shm" }.Where(end => File.Exists(PathOf(file) + end)))
            File.Move(PathOf(file) + end, PathOf(file) + ".gone" + end);
        await File.WriteAllTextAsync(PathOf(file), "not a database");
        await AssertNotOkAsync(part);
    }

    [Fact]
    public async Task Health_FileFolderCannotBeWritten_SaysNotOk()
    {
        // A file where the folder should be: also the superuser cannot write below it.
        Directory.CreateDirectory(Storage.FilesPath);
        await File.WriteAllTextAsync(Path.Combine(Storage.FilesPath, "incoming"), "in the way");
        await AssertNotOkAsync("file folder");
    }

    [Fact]
    public async Task Health_KeyStoreOfAnotherInstallation_SaysNotOk()
    {
        await using var other = new SqliteConnection($"Data Source={PathOf("keys.db")}");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "UPDATE RootKeys SET WrappedKey = zeroblob(60)";
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
        await AssertNotOkAsync("key store");
    }

    private string PathOf(string file) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Storage.FilesPath))!, file);

    private async Task AssertNotOkAsync(string part)
    {
        var page = await host.NewVisitor().GetAsync("/health");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ok"), (page.Status, page.Text));
        Assert.Contains($"Not healthy: {part}", host.Logs.Text, StringComparison.Ordinal);
    }
}

/// <summary>Whose word on the address of a visitor counts.</summary>
public sealed class ProxiesTests
{
    [Fact]
    public async Task Address_ProxyIsNamed_IsTakenFromIt()
    {
        using var host = new BehindProxy();
        Assert.Equal(HttpStatusCode.TooManyRequests, await ThirdTryAsync(host, "203.0.113.7", "203.0.113.7", "203.0.113.7"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await ThirdTryAsync(host, "203.0.113.1", "203.0.113.2", "203.0.113.3"));
    }

    [Fact]
    public async Task Address_NoProxyIsNamed_HeadersAreNotRead()
    {
        using var host = new InTheOpen();
        Assert.Equal(HttpStatusCode.TooManyRequests, await ThirdTryAsync(host, "203.0.113.1", "203.0.113.2", "203.0.113.3"));
    }

    [Theory]
    [InlineData("everybody")]
    [InlineData("0.0.0.0/0")]
    [InlineData("10.0.0.1;10.0.0.2")]
    public void Setting_NoListOfAddresses_StopsTheStart(string setting)
    {
        using var host = new WrongProxy(setting);
        Assert.Contains("KnownProxies", Assert.Throws<InvalidOperationException>(() => host.Services).Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> ThirdTryAsync(ShellHost host, params string[] addresses)
    {
        var visitor = host.NewVisitor();
        var status = HttpStatusCode.OK;
        foreach (var address in addresses)
        {
            var form = await visitor.GetAsync("/sign-in");
            var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            status = (await visitor.PostAsync("/sign-in", new() { ["UserName"] = "nobody", ["Password"] = "wrong", ["__RequestVerificationToken"] = token }, ("X-Forwarded-For", address))).Status;
        }

        return status;
    }

    private sealed class BehindProxy : ShellHost
    {
        // The test server has no address of its own; the framework then believes the first header.
        protected override IEnumerable<(string Key, string Value)> Settings => [("SignInsPerMinute", "2"), ("KnownProxies", "10.0.0.1, fd00::/8")];
    }

    private sealed class InTheOpen : ShellHost
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("SignInsPerMinute", "2")];
    }

    private sealed class WrongProxy(string setting) : ShellHost
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("KnownProxies", setting)];
    }
}
