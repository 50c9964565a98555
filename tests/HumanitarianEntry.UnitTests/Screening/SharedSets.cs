using System.IO.Compression;
using HumanitarianEntry.Screening.Lists;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

/// <summary>The public lists beside the repository. They may not be copied into it; without them the tests that need them are skipped by name.</summary>
internal static class SharedSets
{
    public static Stream Open(string path)
    {
        var folder = Folder();
        Assert.SkipWhen(folder is null, $"../shared/data/screening is not beside the repository: {path} not tested");
        var file = Path.Combine(folder, path);
        Assert.SkipUnless(File.Exists(file), $"{path} is not in ../shared/data/screening: not tested");
        using var stream = File.OpenRead(file);
        var memory = new MemoryStream();
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
            unzipped.CopyTo(memory);
        }
        else
        {
            stream.CopyTo(memory);
        }

        memory.Position = 0;
        return memory;
    }

    /// <summary>Rows of a small set as dictionaries by header; the sets quote as RFC 4180 says.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Rows(string path)
    {
        using var reader = new StreamReader(Open(path));
        var rows = CsvRows.Read(reader.ReadToEnd(), ',').Select(r => r.Cells).ToList();
        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(p => p.First, p => p.Second))];
    }

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "data", "screening");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
