using HumanitarianEntry.Web.Verbs.Benchmarks.Uploads;
using Xunit;

namespace HumanitarianEntry.WebTests.Operations;

/// <summary>The benchmark of uploads in a small dose: both ways must take the file, or it fails.</summary>
public sealed class UploadBenchTests
{
    [Fact]
    public async Task Measure_AFewMegabytes_TakesThemBothWays()
    {
        var folder = Directory.CreateTempSubdirectory("he-bench-").FullName;
        try
        {
            var measures = await UploadBench.MeasureAsync(folder, size: 4);

            Assert.Equal(2, measures.Count(m => m is { Unit: "s", Value: > 0, Peer: > 0 }));
            Assert.Equal(2, measures.Count(m => m is { Unit: "MB", Most: 64 }));
            Assert.Single(measures, m => m is { Goal: 400, Value: > 0 });
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
