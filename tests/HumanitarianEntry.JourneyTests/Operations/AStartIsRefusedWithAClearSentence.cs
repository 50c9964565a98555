using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using HumanitarianEntry.JourneyTests.Hosting;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Operations;

/// <summary>The built program over an installation in which one thing is wrong: it ends by itself with 1 and one sentence that names what to mend.</summary>
public sealed class AStartIsRefusedWithAClearSentence(InstalledOnce once) : IClassFixture<InstalledOnce>
{
    private static readonly string[] Run = ["run", "--urls", "http://127.0.0.1:0"];

    private string Key => Path.Combine(once.Installed.Data, "keys", "master.key");

    [Fact]
    public async Task Designer_OnWithoutStudio_IsRefused() => await AssertRefusedAsync(
        Run, "Run the verb install-designer", ("HE_Designer", "true"), ("HE_Designer__Folder", Path.Combine(once.Installed.Data, "no-studio-here")));

    [Fact]
    public async Task MasterKey_MissingBesideSealedContent_IsNotMadeAnew()
    {
        using var gone = new MovedAway(Key);
        await AssertRefusedAsync(Run, $"The master key file {Key} is missing");
        Assert.False(File.Exists(Key));
    }

    [Fact]
    public async Task KeyStore_MissingBesideSealedContent_IsNotMadeAnew()
    {
        using var key = new MovedAway(Key);
        using var store = new MovedAway(Path.Combine(once.Installed.Data, "keys.db"));
        await AssertRefusedAsync([.. Run, "--migrate"], "the key store is empty. Bring the key store back from its backup");
        Assert.False(File.Exists(Key));
    }

    [Fact]
    public async Task MasterKey_Wrong_IsRefused() => await AssertRefusedAsync(
        Run, "is not among the keys given. Nothing was changed", ("HE_MasterKey__Variable", "HE_MASTER_KEY"), ("HE_MASTER_KEY", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));

    [Theory]
    [InlineData("")]
    [InlineData("not base64 at all")]
    [InlineData("c2hvcnQ=")]
    public async Task MasterKey_NoKey_IsRefused(string value) =>
        await AssertRefusedAsync(Run, "master key", ("HE_MasterKey__Variable", "HE_MASTER_KEY"), ("HE_MASTER_KEY", value));

    [Theory]
    [InlineData("fr-ple-kz.v2.json", "{\n  \"id\": \"fr-ple-kz\",\n  oops\n}", 3)]
    [InlineData("second.programme.json", "{\n  \"id\": \"second\",\n  \"state\": \"FR\"\n  \"hostCountry\": \"KZ\"\n}", 4)]
    public async Task Workflow_BrokenJson_IsNamedWithItsLine(string name, string json, int line)
    {
        var path = Path.Combine(once.Installed.Workflows, name);
        await File.WriteAllTextAsync(path, json);
        using var away = new MovedAway(path, atTheEnd: true);
        await AssertRefusedAsync(Run, $"{name}:{line}");
        await AssertRefusedAsync(["check-workflows", once.Installed.Workflows], $"{name}:{line}");
    }

    [Fact]
    public async Task Workflow_PublishedAndChanged_IsRefusedByName()
    {
        var path = Path.Combine(once.Installed.Workflows, "fr-ple-kz.v1.json");
        using var original = new MovedAway(path);
        await File.WriteAllTextAsync(path, await File.ReadAllTextAsync(original.Aside) + "\n");
        await AssertRefusedAsync(Run, "fr-ple-kz.v1.json", "was published and has been changed");
    }

    [Theory]
    [InlineData("notices/ru/notice.md")]
    [InlineData("inside/applicant.ru.json")]
    [InlineData("inside/staff.en.json")]
    [InlineData("labels/fr.json")]
    [InlineData("labels/audiences.json")]
    [InlineData("dossier/fr.json")]
    [InlineData("dossier/en.json")]
    [InlineData("dossier/dossier.typ")]
    [InlineData("dossier/cover.typ")]
    public async Task Template_Missing_IsRefusedByName(string file)
    {
        var path = Path.Combine(once.Installed.Templates, file);
        using var gone = new MovedAway(path);
        await AssertRefusedAsync(Run, path);
    }

    [Fact]
    public async Task CheckWorkflows_LanguageWithoutTexts_IsRefused()
    {
        using var gone = new MovedAway(Path.Combine(once.Installed.Templates, "dossier", "en.json"));
        await AssertRefusedAsync(["check-workflows", once.Installed.Workflows], "offers dossiers in 'en'");
    }

    [Fact]
    public async Task Setting_Misspelt_IsRefusedByName() => await AssertRefusedAsync(Run, "HE_Mail__Encription", ("HE_Mail__Encription", "StartTlsRequired"));

    [Fact]
    public async Task Proxies_EverybodyBelieved_IsRefused() =>
        await AssertRefusedAsync(Run, "name your proxies in HE_KnownProxies", ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"));

    [Fact]
    public async Task Port_InUse_IsRefusedByAddress()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await AssertRefusedAsync(["run", "--urls", $"http://127.0.0.1:{port}"], $"127.0.0.1:{port}", "Another program listens there");
    }

    [Fact]
    public async Task Database_NotMade_SaysWhichVerb()
    {
        var empty = Path.Combine(once.Installed.Data, "..", "empty");
        await AssertRefusedAsync(Run, "Run the verb migrate first", ("HE_Data__Folder", empty));
    }

    [Fact]
    public async Task Database_NoDatabase_IsRefused()
    {
        var path = Path.Combine(once.Installed.Data, "case.db");
        using var original = new MovedAway(path);
        await File.WriteAllTextAsync(path, new string('x', 8192));
        await AssertRefusedAsync(Run, "the database cannot be used", "not a database");
    }

    [Fact]
    public async Task DataFolder_ReadOnly_IsRefusedByName()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const string Setpriv = "/usr/bin/setpriv";
        Assert.SkipUnless(!Environment.IsPrivilegedProcess || File.Exists(Setpriv), "the tests run as root, who may write everywhere, and setpriv is not installed");
        using var installed = await Installed.MakeAsync();
        var command = installed.Command(Run);
        if (Environment.IsPrivilegedProcess)
        {
            // Another user of the machine: the folder stays the superuser's and may be read only.
            Reveal(Path.GetDirectoryName(installed.Data)!);
            command.ArgumentList.Insert(0, "dotnet");
            foreach (var argument in new[] { "--reuid=65534", "--regid=65534", "--clear-groups" })
            {
                command.ArgumentList.Insert(0, argument);
            }

            command.FileName = Setpriv;
            command.Environment["HOME"] = "/nonexistent";
            command.Environment["DOTNET_CLI_HOME"] = "/nonexistent";
        }
        else
        {
            File.SetUnixFileMode(installed.Data, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        using var program = Process.Start(command)!;
        var end = await Installed.EndOfAsync(program);
        if (!Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(installed.Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        AssertRefused(end, $"The folder {installed.Data} cannot be used");
    }

    [Fact]
    public async Task Nothing_Wrong_Starts()
    {
        var port = ServerProcess.FreePort();
        using var program = Process.Start(once.Installed.Command(["run", "--urls", $"http://127.0.0.1:{port}"]))!;
        try
        {
            Assert.Equal("ok", await HealthOfAsync(port, program));
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }
    }

    private static async Task<string> HealthOfAsync(int port, Process program)
    {
        using var client = new HttpClient();
        for (var patience = 0; patience < 300 && !program.HasExited; patience++)
        {
            try
            {
                return await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/health"));
            }
            catch (HttpRequestException notYet) when (notYet.StatusCode is null)
            {
                await Task.Delay(200);
            }
        }

        throw new InvalidOperationException("The program does not answer.");
    }

    private static void Reveal(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Enter = Read | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(folder, Enter);
        foreach (var inside in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(inside, Directory.Exists(inside) ? Enter : Read);
        }
    }

    private static void AssertRefused(VerbEnd end, params string[] said)
    {
        Assert.True(end.ExitCode == 1, $"ended with {end.ExitCode}: {end.Output}");
        var sentence = Assert.Single(end.Output.Split('\n'), l => l.StartsWith("Refused: ", StringComparison.Ordinal));
        Assert.All(said, word => Assert.Contains(word, sentence, StringComparison.Ordinal));
        Assert.DoesNotContain("   at HumanitarianEntry", end.Output, StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync(string[] arguments, string said, params (string Name, string Value)[] settings) =>
        AssertRefused(await once.Installed.RunAsync(arguments, settings), said);

    private async Task AssertRefusedAsync(string[] arguments, string said, string alsoSaid) => AssertRefused(await once.Installed.RunAsync(arguments), said, alsoSaid);

    /// <summary>A file that is not there for the length of a test.</summary>
    private sealed class MovedAway : IDisposable
    {
        private readonly string path;
        private readonly bool atTheEnd;

        public MovedAway(string path, bool atTheEnd = false)
        {
            (this.path, this.atTheEnd, Aside) = (path, atTheEnd, path + ".aside");
            if (!atTheEnd)
            {
                File.Move(path, Aside);
            }
        }

        public string Aside { get; }

        public void Dispose()
        {
            if (atTheEnd)
            {
                File.Move(path, Aside, overwrite: true);
            }
            else
            {
                File.Move(Aside, path, overwrite: true);
            }
        }
    }
}
