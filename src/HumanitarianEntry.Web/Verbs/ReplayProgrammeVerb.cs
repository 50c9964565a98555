using System.Text.Encodings.Web;
using System.Text.Json;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Replay;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Replaying;
using HumanitarianEntry.Workflows.Running;

namespace HumanitarianEntry.Web.Verbs;

/// <summary>
/// <c>replay-programme NEW.json [CASE-FILE...]</c>: what once happened, on a version that is not published yet. Without case files the closed cases of the installation; ids and gates only,
/// nothing sealed is opened and nothing is written.
/// </summary>
internal static class ReplayProgrammeVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Compared(string Case, string From, IReadOnlyList<Difference> Differences, string? Problem);

    public static async Task<int> RunAsync(string[] args)
    {
        var options = Options.Parse(args, [], ["--json"], out var complaint);
        if (options is null || options.Positional is not [var path, .. var caseFiles])
        {
            await Console.Error.WriteLineAsync($"{complaint} Usage: replay-programme NEW.json [CASE-FILE...] [--json]");
            return Verb.WrongUsage;
        }

        if (options.Positional.Find(file => !File.Exists(file)) is { } missing)
        {
            await Console.Error.WriteLineAsync($"There is no file '{missing}'.");
            return Verb.Failed;
        }

        var target = WorkflowDefinition.Parse(await File.ReadAllTextAsync(path), Path.GetFileName(path));
        await using var app = caseFiles.Count > 0 ? null : Application.Compose([], null, background: false).Build();
        var library = await LibraryAsync(app);
        var findings = library.Current.Check(target);
        foreach (var finding in findings)
        {
            await Console.Error.WriteLineAsync($"Refused: {finding.In(target.FileName)}");
        }

        if (findings.Count > 0)
        {
            return Verb.Failed;
        }

        var compared = new List<Compared>();
        foreach (var file in caseFiles)
        {
            compared.AddRange(await OfFileAsync(file, target));
        }

        if (app is not null)
        {
            compared.AddRange(await OfDatabaseAsync(app.Services.GetRequiredService<CaseDatabase>(), target, library, name: null));
        }

        await PrintAsync(compared, target, options.Has("--json"));
        return compared.Exists(one => one.Problem is not null) ? Verb.Failed : Verb.Done;
    }

    /// <summary>With everything that was published in the installation since its files; for case files those of the folder.</summary>
    private static async Task<ProgrammeLibrary> LibraryAsync(WebApplication? app)
    {
        if (app is null)
        {
            return ProgrammeLibrary.Load(WorkflowsPath);
        }

        await app.Services.OpenStorageAsync(migrate: false, CancellationToken.None);
        return await RefreshedAsync(app.Services.GetRequiredService<ProgrammeLibrary>(), app.Services.GetRequiredService<CaseDatabase>());
    }

    private static async Task<ProgrammeLibrary> RefreshedAsync(ProgrammeLibrary library, CaseDatabase database)
    {
        await using var db = database.CreateDbContext();
        await library.RefreshAsync(db, CancellationToken.None);
        return library;
    }

    private static string WorkflowsPath => FolderOf("Data:Workflows", "workflows");

    private static string FolderOf(string setting, string beside) =>
        new ConfigurationBuilder().AddEnvironmentVariables(KnownSettings.Prefix).Build()[setting] ?? Path.Combine(AppContext.BaseDirectory, beside);

    private static async Task<IReadOnlyList<Compared>> OfFileAsync(string file, WorkflowDefinition target)
    {
        var folder = Directory.CreateTempSubdirectory("he-past-").FullName;
        try
        {
            var options = new ReplayOptions { WorkflowsPath = WorkflowsPath, TemplatesPath = FolderOf("Data:Templates", "templates"), KeepFolder = folder, DropMail = false };
            var result = await CaseReplay.RunAsync(file, options, CancellationToken.None);
            if (result.Failure is { } failure)
            {
                return [new Compared(Path.GetFileName(file), "-", [], failure)];
            }

            // The steps of a case file may stop or change programmes of their own world.
            var database = new CaseDatabase(StorageOptions.InFolder(folder));
            return await OfDatabaseAsync(database, target, await RefreshedAsync(ProgrammeLibrary.Load(WorkflowsPath), database), Path.GetFileName(file));
        }
        catch (CaseFileException unreadable)
        {
            return [new Compared(Path.GetFileName(file), "-", [], unreadable.Message)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>With a name given (a case file) every case counts, finished or not, and whatever programme it had.</summary>
    private static async Task<IReadOnlyList<Compared>> OfDatabaseAsync(CaseDatabase database, WorkflowDefinition target, ProgrammeLibrary library, string? name)
    {
        var compared = new List<Compared>();
        await foreach (var past in PastCases.ReadAsync(database, onlyClosed: name is null))
        {
            var own = library.Definition(past.VersionId);
            if (name is null && own.DefinitionId != target.DefinitionId)
            {
                continue;
            }

            try
            {
                compared.Add(new Compared(name ?? past.Reference, own.VersionId, PastRun.Compare(own, target, past.Steps, past.OpenedAt, library.Current), Problem: null));
            }
            catch (RunException unrepeatable)
            {
                compared.Add(new Compared(name ?? past.Reference, own.VersionId, [], unrepeatable.Message));
            }
        }

        return compared;
    }

    private static async Task PrintAsync(List<Compared> compared, WorkflowDefinition target, bool asJson)
    {
        if (asJson)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { version = target.VersionId, cases = compared }, Json));
            return;
        }

        foreach (var one in compared)
        {
            if (one.Problem is { } problem)
            {
                await Console.Error.WriteLineAsync($"{one.Case}: {problem}");
                continue;
            }

            await Console.Out.WriteLineAsync($"{one.Case}: {(one.Differences.Count == 0 ? "goes the same way" : $"differs in {one.Differences.Count} steps")} ({one.From} -> {target.VersionId})");
            foreach (var difference in one.Differences)
            {
                await Console.Out.WriteLineAsync($"  {difference.Step,4}  after {difference.After}: was [{difference.Was}], would be [{difference.WouldBe}]");
            }
        }

        await Console.Out.WriteLineAsync($"{compared.Count} cases, {compared.Count(one => one.Differences.Count > 0)} would go another way");
    }
}
