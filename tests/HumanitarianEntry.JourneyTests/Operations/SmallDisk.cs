using System.Diagnostics;

namespace HumanitarianEntry.JourneyTests.Operations;

/// <summary>A disk of a few megabytes in memory, mounted by a test that may do so.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    public static async Task<SmallDisk?> MountAsync(string size)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("he-disk-").FullName;
        if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={size},mode=700", "tmpfs", folder))
        {
            return new SmallDisk(folder);
        }

        Directory.Delete(folder);
        return null;
    }

    public async Task GrowAsync(string size)
    {
        if (!await RunAsync("mount", "-o", $"remount,size={size}", Folder))
        {
            throw new InvalidOperationException("The disk cannot grow.");
        }
    }

    /// <summary>Takes all room that is left.</summary>
    public async Task FillAsync()
    {
        await using var file = File.Create(Path.Combine(Folder, "fill"));
        var block = new byte[4096];
        try
        {
            while (true)
            {
                await file.WriteAsync(block);
                await file.FlushAsync();
            }
        }
        catch (IOException)
        {
            // Full, which was wanted.
        }
    }

    public void Free() => File.WriteAllBytes(Path.Combine(Folder, "fill"), []);

    public void Dispose()
    {
        using var unmount = Process.Start(new ProcessStartInfo("umount", ["-l", Folder]) { UseShellExecute = false });
        unmount?.WaitForExit();
        Directory.Delete(Folder);
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
