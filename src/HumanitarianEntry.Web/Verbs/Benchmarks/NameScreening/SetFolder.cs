using System.IO.Compression;
using System.Text;

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
        var rows = Cells(Text(path).TrimStart('\uFEFF')).ToList();
        return rows.Skip(1).Where(r => r.Length == rows[0].Length).Select(r => rows[0].Zip(r).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
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

    private static IEnumerable<string[]> Cells(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[++i]);
            }
            else if (c == '"' && (quoted || cell.Length == 0))
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n')
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    yield return [.. row];
                    row.Clear();
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        if (row.Count > 0 || cell.Length > 0)
        {
            yield return [.. row, cell.ToString()];
        }
    }
}
