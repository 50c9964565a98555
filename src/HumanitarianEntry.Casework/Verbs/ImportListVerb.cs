using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.NameScreening;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework.Verbs;

/// <summary>The operator verb <c>import-list</c>. 0: in force or checked; 1: refused; 2: wrong usage.</summary>
public static class ImportListVerb
{
    public const string Usage = """
        import-list FILE --format csv|csv:MAPPING|wanted|ofac-sdn|eu|un --key KEY --publisher TEXT --authority TEXT
                    --kind persecutor-wanted|sanctions|court-or-police|crowd|ukrainian-absent-soldiers
                    --version TEXT --date YYYY-MM-DD [--aliases FILE] [--dry-run] [--accept-gaps]
        Puts a new version of a screening list in force and has every open case held against it. Until it is whole, the version before stays.
          --aliases      the ALT file that belongs to an OFAC SDN file
          --dry-run      read, check and compare only
          --accept-gaps  take the file although rows of it were not understood
        """;

    private const int MostErrorsShown = 50;
    private static readonly string[] Required = ["--format", "--key", "--publisher", "--authority", "--kind", "--version", "--date"];

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter error)
    {
        var read = VerbArguments.Read(args, [.. Required, "--aliases"], ["--dry-run", "--accept-gaps"], out var problem);
        if (read is { Positional: [_] } && Required.FirstOrDefault(r => read[r] is null) is { } missing)
        {
            problem = $"{missing} is missing.";
        }
        else if (read is { Positional: [var path] } arguments)
        {
            return await ImportAsync(services.GetRequiredService<ListImport>(), path, arguments, output, error);
        }

        await error.WriteLineAsync(problem.Length > 0 ? problem : "Name one file.");
        await error.WriteLineAsync(Usage);
        return 2;
    }

    private static async Task<int> ImportAsync(ListImport import, string path, VerbArguments arguments, TextWriter output, TextWriter error)
    {
        if (!DateOnly.TryParseExact(arguments["--date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            await error.WriteLineAsync("--date is a day such as 2026-03-01.");
            return 2;
        }

        if (!File.Exists(path) || (arguments["--aliases"] is { } more && !File.Exists(more)))
        {
            await error.WriteLineAsync("There is no such file.");
            return 2;
        }

        ListImportReport report;
        try
        {
            var header = new ListHeader(arguments["--key"]!, arguments["--publisher"]!, arguments["--authority"]!, ListHeader.KindOf(arguments["--kind"]!), arguments["--version"]!, day);
            await using var file = File.OpenRead(path);
            var mode = new ListImportMode { DryRun = arguments.Has("--dry-run"), AcceptGaps = arguments.Has("--accept-gaps"), Aliases = arguments["--aliases"] is { } names ? await File.ReadAllBytesAsync(names) : null };
            report = await import.ImportAsync(file, arguments["--format"]!, header, SystemActor.Instance.Id, mode, CancellationToken.None);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidDataException)
        {
            await error.WriteLineAsync(wrong.Message);
            return 2;
        }

        await WriteAsync(report, output);
        return report.Outcome == ListImportOutcome.Refused ? 1 : 0;
    }

    private static async Task WriteAsync(ListImportReport report, TextWriter output)
    {
        await output.WriteLineAsync($"Read {report.RowsRead} rows ({report.Encoding}), {report.RowsOfOtherKind} of them not about persons; {report.Entries} entries.");
        await output.WriteLineAsync(report.VersionBefore is { } before
            ? $"Against version {before}: {report.Added} new, {report.Changed} changed, {report.Removed} gone."
            : "There is no version of this list in force.");
        foreach (var row in report.Errors.Take(MostErrorsShown))
        {
            await output.WriteLineAsync($"line {row.Line}: {Keys.Kebab(row.Kind.ToString())}{(row.Column is { } column ? $" in column {column}" : string.Empty)}");
        }

        if (report.Errors.Count > MostErrorsShown)
        {
            await output.WriteLineAsync($"... and {report.Errors.Count - MostErrorsShown} more.");
        }

        foreach (var twice in report.Duplicates.Take(MostErrorsShown))
        {
            await output.WriteLineAsync($"line {twice.Line}: key as in line {twice.FirstLine}");
        }

        foreach (var reason in report.Reasons)
        {
            await output.WriteLineAsync(reason.ToString());
        }

        await output.WriteLineAsync(report.Outcome switch
        {
            ListImportOutcome.Checked => "Checked. Nothing was stored.",
            ListImportOutcome.InForce => $"The version is in force. {report.CasesToScreen} open cases are held against it.",
            ListImportOutcome.Refused => "Refused. Nothing was stored; what was in force before still is.",
        });
    }
}
