using System.Globalization;
using System.Runtime.InteropServices;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Dossiers;

/// <summary>Processor time and memory of a process and all that it started, as Linux tells them.</summary>
internal static class ProcessTree
{
    private static readonly double TicksPerSecond = OperatingSystem.IsLinux() ? SysConf(2) : 100;

    /// <summary>Milliseconds so far, those of children that have ended and were waited for included.</summary>
    public static double ProcessorMilliseconds(int root)
    {
        var all = All();
        var sum = 0d;
        var open = new Queue<int>([root]);
        while (open.TryDequeue(out var id))
        {
            if (all.TryGetValue(id, out var one))
            {
                sum += one.Ticks;
            }

            foreach (var child in all.Where(p => p.Value.Parent == id))
            {
                open.Enqueue(child.Key);
            }
        }

        return sum * 1000 / TicksPerSecond;
    }

    /// <summary>Resident memory of one process in MB.</summary>
    public static double Megabytes(int id) =>
        double.Parse(File.ReadLines($"/proc/{id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))[6..].Trim().Split(' ')[0], CultureInfo.InvariantCulture) / 1024;

    private static Dictionary<int, (int Parent, double Ticks)> All()
    {
        var found = new Dictionary<int, (int, double)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Stat(folder) is [_, var parent, ..] fields)
            {
                found[id] = (int.Parse(parent, CultureInfo.InvariantCulture), fields[11..15].Sum(f => double.Parse(f, CultureInfo.InvariantCulture)));
            }
        }

        return found;
    }

    /// <summary>The fields behind the name: state, parent, ...; null when it has ended meanwhile.</summary>
    private static string[]? Stat(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "sysconf")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long SysConf(int name);
}
