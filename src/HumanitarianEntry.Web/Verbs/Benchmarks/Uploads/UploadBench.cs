using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Replay;
using HumanitarianEntry.Web.Verbs.Benchmarks.Pages;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Uploads;

/// <summary>
/// A gibibyte into the evidence form over real HTTP on loopback, and in pieces into the store as an applicant's telephone sends it: time and resident memory above what the process had. The client is
/// in the same process and counts. Hashing alone, on one core, and the same bytes written plainly to the same disk stand beside it in the same run.
/// </summary>
internal static class UploadBench
{
    private const int Whole = 1024;
    private const int Megabyte = 1024 * 1024;
    private const double MostMemory = 64;
    private const double LeastHash = 400;

    public static async Task<int> RunAsync(Options options)
    {
        var size = int.TryParse(options["--size"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is > 0 and <= Whole ? asked : Whole;
        var folder = Directory.CreateTempSubdirectory("he-bench-").FullName;
        try
        {
            var measures = await MeasureAsync(folder, size);
            return await MeasureTable.PrintAsync($"bench upload: {MeasureTable.Machine()}; one file of {size.ToString(CultureInfo.InvariantCulture)} MiB of noise", measures, options.Has("--json"));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <param name="size">MiB of the file.</param>
    public static async Task<IReadOnlyList<Measure>> MeasureAsync(string folder, int size)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "sqlite")).FullName;
        var storage = StorageOptions.InFolder(place);
        await CaseReplay.RepeatAsync(Path.Combine(AppContext.BaseDirectory, "cases", PagesOffice.CaseFile), BenchDatabases.Replay(storage, place), ..1, CancellationToken.None);
        var office = new PagesOffice(storage, place);
        await office.OpenAsync(ownCases: 1);
        await using var app = await office.ServeAsync();
        var bytes = (long)size * Megabyte;

        // Once with little, so that everybody is awake.
        await office.SendEvidenceAsync(app, new Film(Megabyte, seed: 1));
        var hash = Hashed(bytes);
        var plain = await PlainlyAsync(Path.Combine(place, "plain"), bytes);

        var before = Resident.AtRest();
        var clock = Stopwatch.StartNew();
        await office.SendEvidenceAsync(app, new Film(bytes, seed: 2));
        var (form, formMemory) = (clock.Elapsed.TotalSeconds, Resident.Highest() - before);

        before = Resident.AtRest();
        clock.Restart();
        await InPiecesAsync(app.Services.GetRequiredService<FilePieces>(), await office.OwnCaseAsync(app), bytes);
        var (pieces, piecesMemory) = (clock.Elapsed.TotalSeconds, Resident.Highest() - before);

        return
        [
            new Measure("hashing alone, one core", size / hash, "MiB/s") { Goal = LeastHash },
            new Measure("form over HTTP: hashed, sealed, kept; plain disk", form, "s", plain),
            new Measure("form over HTTP: rate", size / form, "MiB/s"),
            new Measure("form over HTTP: memory above what it had", formMemory, "MB") { Most = MostMemory },
            new Measure("in pieces: taken, checked, kept; plain disk", pieces, "s", plain),
            new Measure("in pieces: memory above what it had", piecesMemory, "MB") { Most = MostMemory },
        ];
    }

    private static double Hashed(long bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var part = RandomNumberGenerator.GetBytes(Megabyte);
        var clock = Stopwatch.StartNew();
        for (var done = 0L; done < bytes; done += part.Length)
        {
            hash.AppendData(part);
        }

        _ = hash.GetHashAndReset();
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> PlainlyAsync(string path, long bytes)
    {
        var clock = Stopwatch.StartNew();
        await using var film = new Film(bytes, seed: 3);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        await film.CopyToAsync(file);
        file.Flush(flushToDisk: true);
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task InPiecesAsync(FilePieces pieces, Guid caseId, long bytes)
    {
        await using var film = new Film(bytes, seed: 4);
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var began = await pieces.BeginAsync(caseId, "film.mp4", bytes, "bench", CancellationToken.None);
        var piece = new byte[FilePieces.PieceBytes];
        for (var offset = 0L; offset < bytes; offset += piece.Length)
        {
            await film.ReadExactlyAsync(piece);
            whole.AppendData(SHA256.HashData(piece));
            _ = await pieces.AddAsync(caseId, began.Id, offset, piece, CancellationToken.None) ?? throw new InvalidOperationException("A piece was not taken.");
        }

        _ = await pieces.FinishAsync(caseId, began.Id, Convert.ToHexStringLower(whole.GetHashAndReset()), CancellationToken.None) ?? throw new InvalidOperationException("The pieces made no file.");
        await pieces.DropAsync(caseId, began.Id, CancellationToken.None);
    }
}
