using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>Processor time of the calling thread, so that other work on the machine is not counted; wall time where the system does not tell it.</summary>
internal static class ProcessorClock
{
    private const int ThreadProcessorTime = 3;

    public static double Milliseconds => OperatingSystem.IsLinux() && GetTime(ThreadProcessorTime, out var time) == 0
        ? (time.Seconds * 1000d) + (time.Nanoseconds / 1e6)
        : Stopwatch.GetTimestamp() * 1000d / Stopwatch.Frequency;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
