using System.Globalization;
using System.Text;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Crashes;

/// <summary>An operator's import of a large list is killed while it writes: the version before is whole and in force, nothing of the new one is, and the same command succeeds afterwards.</summary>
public sealed class AKilledImportLeavesTheOldList
{
    private const int Entries = 40_000;
    private const long Begun = 3_000_000;

    [Fact]
    public async Task Import_KilledWhileItWrites_LeavesTheVersionBeforeWholeAndCanBeRepeated()
    {
        await using var office = await DemoOffice.OpenAsync();
        var file = Path.Combine(office.Folder, "large.csv");
        var rows = new StringBuilder("id,name,birthDate,nationality\n").AppendLine("s1,DEMOVICH Kazimir,1960,RU");
        for (var i = 0; i < Entries; i++)
        {
            rows.AppendLine(CultureInfo.InvariantCulture, $"n{i},DEMOVICH {(char)('A' + (i % 26))}{(char)('a' + (i / 26 % 26))}ro,19{50 + (i % 50)},RU");
        }

        await File.WriteAllTextAsync(file, rows.ToString());
        string[] import = ["import-list", file, "--format", "csv", "--key", "demo-sanctions", "--publisher", "DEMO union", "--authority", "DEMO union", "--kind", "sanctions", "--version", "2", "--date", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];

        Assert.True(await ServerProcess.KillVerbAsync(office, () => Directory.EnumerateFiles(office.Folder, "*-wal").Any(w => new FileInfo(w).Length > Begun), import), "The import ended before it could be killed.");

        var library = office.Services.GetRequiredService<ListLibrary>();
        var lists = (await library.CurrentAsync(CancellationToken.None))!;
        Assert.Equal("1", lists.Headers.Single(h => h.Key == "demo-sanctions").Version);
        Assert.Equal("s1", Assert.Single(Found(lists)).Entry.Key);
        await using (var db = office.Cases.CreateDbContext())
        {
            Assert.False(await db.ScreeningLists.AnyAsync(l => l.Version == "2"));
            Assert.True(await db.ScreeningListEntries.CountAsync() < Entries);
        }

        var (code, output) = await ServerProcess.RunVerbAsync(office, import);
        Assert.True(code == 0, output);
        lists = (await library.CurrentAsync(CancellationToken.None))!;
        Assert.Equal(("2", Entries + 1), (lists.Headers.Single(h => h.Key == "demo-sanctions").Version, lists.Index.EntryCount - 2));
        Assert.Contains(Found(lists), c => c.Entry.Key == "s1");
    }

    private static IReadOnlyList<MatchCandidate> Found(LoadedLists lists) =>
        lists.Index.Search(new PersonQuery { Names = [PersonName.Of("DEMOVICH Kazimir")], BirthDate = BirthDate.Parse("1960") }, lists.Rules.Options).Candidates;
}
