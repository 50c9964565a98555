using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Screening.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework.Verbs;

/// <summary>The operator verb <c>import-register</c>. 0: in force or checked; 1: refused; 2: wrong usage.</summary>
public static class ImportRegisterVerb
{
    public const string Usage = """
        import-register FILE --kind units|incidents --publisher TEXT --version TEXT --date YYYY-MM-DD [--dry-run]
        Puts a new version of the register of military units or of incidents in force and has the service of every open case held against it.
          units:     key, number, names_ru, names_en, parents, garrison, latitude, longitude, sources
          incidents: id, units, place, latitude, longitude, from, to, type, contested, sources
          Several values in a cell are divided by semicolons; a name or parent may carry its time, such as "9-я омсбр [2016..2022-11]".
          --dry-run  read, check and compare only
        A register is taken whole or not at all.
        """;

    private const int MostShown = 50;
    private static readonly string[] Required = ["--kind", "--publisher", "--version", "--date"];

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter error)
    {
        var read = VerbArguments.Read(args, Required, ["--dry-run"], out var problem);
        if (read is { Positional: [_] } && Required.FirstOrDefault(r => read[r] is null) is { } missing)
        {
            problem = $"{missing} is missing.";
        }
        else if (read is { Positional: [var path] } arguments)
        {
            return await ImportAsync(services.GetRequiredService<RegisterImport>(), path, arguments, output, error);
        }

        await error.WriteLineAsync(problem.Length > 0 ? problem : "Name one file.");
        await error.WriteLineAsync(Usage);
        return 2;
    }

    private static async Task<int> ImportAsync(RegisterImport import, string path, VerbArguments arguments, TextWriter output, TextWriter error)
    {
        if (!DateOnly.TryParseExact(arguments["--date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            await error.WriteLineAsync("--date is a day such as 2026-03-01.");
            return 2;
        }

        if (!File.Exists(path))
        {
            await error.WriteLineAsync("There is no such file.");
            return 2;
        }

        RegisterReport report;
        try
        {
            var header = new RegisterHeader(RegisterHeader.KindOf(arguments["--kind"]!), arguments["--publisher"]!, arguments["--version"]!, day);
            var bytes = new FileInfo(path).Length > RegisterImport.MostBytes ? throw new InvalidDataException("The file is too large for a register.") : await File.ReadAllBytesAsync(path);
            report = await import.ImportAsync(bytes, header, SystemActor.Instance.Id, arguments.Has("--dry-run"), CancellationToken.None);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidDataException)
        {
            await error.WriteLineAsync(wrong.Message);
            return 2;
        }

        await WriteAsync(report, output);
        return report.Outcome == RegisterOutcome.Refused ? 1 : 0;
    }

    private static async Task WriteAsync(RegisterReport report, TextWriter output)
    {
        await output.WriteLineAsync($"Read {report.RowsRead} rows ({report.Encoding}); {report.Entries} entries.");
        await output.WriteLineAsync($"Against {(report.VersionBefore is { } before ? $"version {before}" : "nothing")}: {report.Count(EntryChange.Added)} new, {report.Count(EntryChange.Modified)} changed, {report.Count(EntryChange.Deleted)} gone.");
        foreach (var row in report.Errors.Take(MostShown))
        {
            await output.WriteLineAsync($"line {row.Line}: {Keys.Kebab(row.Kind.ToString())}{(row.Column is { } column ? $" in column {column}" : string.Empty)}");
        }

        foreach (var twice in report.Duplicates.Take(MostShown))
        {
            await output.WriteLineAsync($"line {twice.Line}: key as in line {twice.FirstLine}");
        }

        foreach (var reason in report.Reasons)
        {
            await output.WriteLineAsync(reason.ToString());
        }

        await output.WriteLineAsync(report.Outcome switch
        {
            RegisterOutcome.Checked => "Checked. Nothing was stored.",
            RegisterOutcome.InForce => "The version is in force.",
            RegisterOutcome.Refused => "Refused. Nothing was stored; what was in force before still is.",
        });
    }
}
