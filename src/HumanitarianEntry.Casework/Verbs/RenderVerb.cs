using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Dossiers.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework.Verbs;

/// <summary>The operator verb <c>render</c>: a dossier of the facts as they are now, marked DRAFT on every page; nothing is recorded but the look. 0: written; 1: refused; 2: wrong usage.</summary>
public static class RenderVerb
{
    public const string Usage = """
        render REFERENCE --out FILE [--language fr] [--recipient TEXT]
        Writes a draft dossier. The read log keeps that the whole case was read. An existing file is never overwritten.
        """;

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter error)
    {
        var read = VerbArguments.Read(args, ["--out", "--language", "--recipient"], [], out var problem);
        if (read is not { Positional: [var typed] } || read["--out"] is not { } path)
        {
            await error.WriteLineAsync(problem.Length > 0 ? problem : "Name a case and --out FILE.");
            await error.WriteLineAsync(Usage);
            return 2;
        }

        if (File.Exists(path))
        {
            await error.WriteLineAsync("The file exists already.");
            return 1;
        }

        if (await OpenAsync(services, typed) is not { } file)
        {
            await error.WriteLineAsync("There is no such case.");
            return 1;
        }

        try
        {
            var rules = services.GetRequiredService<ProgrammeLibrary>().For(file.ProgrammeId).Rules;
            var request = new DossierRequest(file.Dossier.Requests.Count + 1, read["--language"] ?? rules.DossierLanguages[0], read["--recipient"] ?? rules.Recipients[0], string.Empty);
            var rendered = await services.GetRequiredService<DossierMaker>().MakeAsync(file, request, services.GetRequiredService<TimeProvider>().GetUtcNow(), isDraft: true, CancellationToken.None);
            await WriteAsync(path, rendered.Bytes);
            await output.WriteLineAsync($"{rendered.Pages} pages, SHA-256 {rendered.Sha256}.");
            if (rendered.ReplacedCharacters.Count > 0)
            {
                await output.WriteLineAsync($"{rendered.ReplacedCharacters.Count} characters could not be printed and were replaced.");
            }

            return 0;
        }
        catch (Exception refused) when (refused is DossierIncompleteException or DossierRenderException)
        {
            await error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static async Task<CaseFile?> OpenAsync(IServiceProvider services, string typed)
    {
        await using var db = services.GetRequiredService<CaseDatabase>().CreateDbContext();
        if (CaseReference.Normalise(typed) is not { } reference || await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == reference) is not { } row)
        {
            return null;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var looks = DossierMaker.Opened.Select(c => new ReadEntry { At = now, ActorId = SystemActor.Instance.Id, CaseId = row.Id, Compartment = Keys.Of(c), Purpose = "draft-dossier" });
        await services.GetRequiredService<ReadLogWriter>().WriteAsync([.. looks], CancellationToken.None);
        using var keys = await services.GetRequiredService<CompartmentSealer>().OpenAsync(row.Id, CancellationToken.None);
        return (await CaseLoader.LoadAsync(db, keys, row, DossierMaker.Opened, CancellationToken.None)).File;
    }

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, options);
        await file.WriteAsync(bytes);
    }
}
