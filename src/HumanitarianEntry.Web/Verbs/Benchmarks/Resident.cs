using System.Globalization;

namespace HumanitarianEntry.Web.Verbs.Benchmarks;

/// <summary>Resident memory of this process as Linux tells it, in megabytes; what the runtime tells where there is no such file.</summary>
internal static class Resident
{
    private const double Megabyte = 1024 * 1024;

    public static double Now() => Of("VmRSS:");

    public static double Highest() => Of("VmHWM:");

    public static void ForgetHighest()
    {
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    /// <summary>What the process has once nothing is left that could be given back.</summary>
    public static double AtRest()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        ForgetHighest();
        return Now();
    }

    private static double Of(string line) => OperatingSystem.IsLinux()
        ? File.ReadLines("/proc/self/status").Where(l => l.StartsWith(line, StringComparison.Ordinal)).Select(l => double.Parse(l[line.Length..].Replace("kB", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024).First()
        : Environment.WorkingSet / Megabyte;
}
