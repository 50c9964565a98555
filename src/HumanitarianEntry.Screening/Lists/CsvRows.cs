using System.Text;

namespace HumanitarianEntry.Screening.Lists;

/// <summary>One row of a file and the line it began on, counted from 1. <paramref name="Broken"/>: a quotation mark was never closed or stands where none may stand.</summary>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells, bool Broken)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Comma-separated rows with quoted cells (RFC 4180); a broken row is returned as broken and does not swallow the rest of the file.</summary>
public static class CsvRows
{
    // A quote that stays open longer than this was never meant to be closed.
    private const int MostLinesInCell = 200;

    public static IEnumerable<CsvRow> Read(string text, char separator)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i] == "\u001a")
            {
                continue;
            }

            // Each line is looked at once with what the lines before left open: a cell that never ends costs no more than its lines.
            var end = i;
            var open = IsOpen(lines[i], separator, false);
            while (open && end + 1 < lines.Length && end - i < MostLinesInCell)
            {
                open = IsOpen(lines[++end], separator, true);
            }

            if (open)
            {
                yield return Split(lines[i], i + 1, separator) with { Broken = true };
                continue;
            }

            yield return Split(end == i ? lines[i] : string.Join('\n', lines, i, end - i + 1), i + 1, separator);
            i = end;
        }
    }

    /// <summary>The separator that divides the first line most evenly: comma, semicolon or tab.</summary>
    public static char SeparatorOf(string text)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        var first = end < 0 ? text : text[..end];
        return new[] { ',', ';', '\t' }.MaxBy(s => first.Count(c => c == s));
    }

    private static bool IsOpen(string line, char separator, bool quoted)
    {
        var before = quoted;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                quoted = quoted || (i == 0 && !before) || (i > 0 && line[i - 1] == separator) ? !quoted : quoted;
            }
        }

        return quoted;
    }

    private static CsvRow Split(string raw, int line, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var broken = false;
        for (var i = 0; i <= raw.Length;)
        {
            if (i < raw.Length && raw[i] == '"')
            {
                i = Quoted(raw, i + 1, cell, ref broken);
            }

            while (i < raw.Length && raw[i] != separator)
            {
                cell.Append(raw[i++]);
            }

            cells.Add(cell.ToString());
            cell.Clear();
            i++;
        }

        return new CsvRow(line, cells, broken);
    }

    private static int Quoted(string raw, int i, StringBuilder cell, ref bool broken)
    {
        for (; i < raw.Length; i++)
        {
            if (raw[i] != '"')
            {
                cell.Append(raw[i]);
            }
            else if (i + 1 < raw.Length && raw[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else
            {
                return i + 1;
            }
        }

        broken = true;
        return i;
    }
}
