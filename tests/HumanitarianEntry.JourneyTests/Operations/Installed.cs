using System.Diagnostics;
using HumanitarianEntry.JourneyTests.Hosting;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Operations;

/// <summary>What a verb of the built program said and how it ended.</summary>
public sealed record VerbEnd(int ExitCode, string Output);

/// <summary>A small installation made by the real verbs, with its own copies of workflows and templates, that a test may break. Its program runs as a process of its own.</summary>
public sealed class Installed : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly string root = Directory.CreateTempSubdirectory("he-installed-").FullName;

    public string Data => Path.Combine(root, "data");

    public string Workflows => Path.Combine(root, "workflows");

    public string Templates => Path.Combine(root, "templates");

    /// <summary>Migrated, with one account, so that something sealed is stored.</summary>
    public static async Task<Installed> MakeAsync()
    {
        var made = new Installed();
        Copy(Path.Combine(Repository.Root, "workflows"), made.Workflows);
        Copy(Path.Combine(Repository.Root, "templates"), made.Templates);
        await made.MustAsync("migrate");
        await made.MustAsync("create-user", "demo.admin", "--roles", "administrator", "--organisation", "demo-org", "--display", "Demo Admin (DEMO)");
        return made;
    }

    /// <summary>Runs the program until it ends by itself.</summary>
    public async Task<VerbEnd> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        using var program = Process.Start(Command(arguments, settings))!;
        return await EndOfAsync(program);
    }

    /// <summary>The command, for tests that start it in their own way.</summary>
    public ProcessStartInfo Command(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Application, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = root };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["HE_Data__Folder"] = Data;
        start.Environment["HE_Data__Workflows"] = Workflows;
        start.Environment["HE_Data__Templates"] = Templates;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Waits for the end; a program that goes on although it should have refused is ended and reported.</summary>
    public static async Task<VerbEnd> EndOfAsync(Process program)
    {
        var output = program.StandardOutput.ReadToEndAsync();
        var error = program.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await program.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            program.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program did not end by itself. {await output}{await error}", late);
        }

        return new VerbEnd(program.ExitCode, await output + await error);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private async Task MustAsync(params string[] arguments)
    {
        var end = await RunAsync(arguments);
        if (end.ExitCode != 0)
        {
            throw new InvalidOperationException($"{arguments[0]} ended with {end.ExitCode}: {end.Output}");
        }
    }
}

/// <summary>One installation for all refusals; each test puts back what it broke.</summary>
public sealed class InstalledOnce : IAsyncLifetime
{
    private Installed? made;

    public Installed Installed => made ?? throw new InvalidOperationException($"the application is not built at {Repository.Application}");

    public async ValueTask InitializeAsync() => made = File.Exists(Repository.Application) ? await Installed.MakeAsync() : null;

    public ValueTask DisposeAsync()
    {
        made?.Dispose();
        return ValueTask.CompletedTask;
    }
}
