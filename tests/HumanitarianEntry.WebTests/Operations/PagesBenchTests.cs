using HumanitarianEntry.Web.Verbs.Benchmarks.Pages;
using Xunit;

namespace HumanitarianEntry.WebTests.Operations;

/// <summary>The benchmark of pages in a small dose: it must run through real doors on real HTTP, and weigh what is served.</summary>
public sealed class PagesBenchTests
{
    [Fact]
    public async Task Measure_AFewCases_TimesEveryPageAndWeighsTheFirstView()
    {
        var folder = Directory.CreateTempSubdirectory("he-bench-").FullName;
        try
        {
            var measures = await PagesBench.MeasureAsync(folder, few: 100, many: 200, times: 2);

            foreach (var page in new[] { PagesOffice.Status, PagesOffice.Caseload, PagesOffice.Waiting, PagesOffice.Autosave })
            {
                Assert.Equal(4, measures.Count(m => m.Name.StartsWith(page, StringComparison.Ordinal) && m is { Unit: "ms", Value: > 0, Peer: > 0 } && m.Name.EndsWith("bare", StringComparison.Ordinal)));
                Assert.Equal(2, measures.Count(m => m.Name.StartsWith(page, StringComparison.Ordinal) && m.Name.EndsWith("against few", StringComparison.Ordinal)));
            }

            var view = Assert.Single(measures, m => m.Name == $"{PagesOffice.Status}: first view, all files, plain");
            Assert.InRange(view.Value, 20_000, 60 * 1024);
            Assert.True(view.Holds);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
