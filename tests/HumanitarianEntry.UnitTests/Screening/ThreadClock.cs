using System.Runtime.InteropServices;

namespace HumanitarianEntry.UnitTests.Screening;

/// <summary>Processor time of the calling thread (Linux), so that other work on the machine does not decide a test.</summary>
internal static class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    public static double Milliseconds =>
        GetTime(ThreadProcessorTime, out var time) == 0 ? (time.Seconds * 1000d) + (time.Nanoseconds / 1e6) : throw new InvalidOperationException("No thread clock on this machine.");

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
