using System.IO.Compression;
using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>
/// A folder of public lists and labelled pairs, one subfolder a set. A file may lie in the set's folder or in one folder below it (a half of a split); where several hold
/// it, all are read. Rows are dictionaries by header.
/// </summary>
internal sealed class SetFolder(string root)
{
    private readonly SortedSet<string> read = new(StringComparer.Ordinal);

    /// <summary>Files read so far, relative to the folder.</summary>
    public IReadOnlyCollection<string> Read => read;

    public bool Has(string set, string file) => Places(set, file).Count > 0;

    /// <param name="path">Set and file, in the set's folder or one below it; or a path as it is.</param>
    public bool Has(string path) => File.Exists(Path.Combine(root, path)) || (path.Split('/') is [var set, var file] && Has(set, file));

    public Stream Open(string path)
    {
        read.Add(path);
        var file = File.OpenRead(Path.Combine(root, path));
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
        {
            return file;
        }

        using var packed = new GZipStream(file, CompressionMode.Decompress);
        var plain = new MemoryStream();
        packed.CopyTo(plain);
        plain.Position = 0;
        return plain;
    }

    public IReadOnlyList<string> Lines(string set, string file) => [.. Places(set, file).SelectMany(p => Text(p).Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    public IReadOnlyList<Dictionary<string, string>> Rows(string set, string file) => [.. Places(set, file).SelectMany(RowsOf)];

    private IEnumerable<Dictionary<string, string>> RowsOf(string path)
    {
        var rows = CsvRows.Read(Text(path).TrimStart('\uFEFF'), ',').Select(r => r.Cells).ToList();
        return rows.Skip(1).Where(r => r.Count == rows[0].Count).Select(r => rows[0].Zip(r).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
    }

    private string Text(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }

    private List<string> Places(string set, string file)
    {
        var folder = Path.Combine(root, set);
        return !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateDirectories(folder).Prepend(folder).Select(d => Path.GetRelativePath(root, Path.Combine(d, file))).Where(p => File.Exists(Path.Combine(root, p))).Order(StringComparer.Ordinal)];
    }
}
