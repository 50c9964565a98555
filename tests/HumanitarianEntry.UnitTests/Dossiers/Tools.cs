using System.Diagnostics;
using HumanitarianEntry.Dossiers.Rendering;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

/// <summary>Runs a program of the system over a rendered dossier; the test is skipped by name where the program is absent.</summary>
internal static class Tools
{
    public static string Find(string name)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin").Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(path is not null, $"{name} is not installed.");
        return path!;
    }

    public static async Task<string> RunAsync(RenderedDossier dossier, string tool, params string[] arguments)
    {
        var program = Find(tool);
        var folder = Directory.CreateTempSubdirectory("dossier-check-");
        try
        {
            var file = Path.Combine(folder.FullName, "dossier.pdf");
            await File.WriteAllBytesAsync(file, dossier.Bytes);
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument.Replace("{file}", file, StringComparison.Ordinal));
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{tool}: {error}");
            return await output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs a script with pikepdf over the dossier; the script gets the file as its only argument.</summary>
    public static async Task<string> PikepdfAsync(RenderedDossier dossier, string script)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3") && Directory.Exists("/usr/lib/python3/dist-packages/pikepdf"), "python3-pikepdf is not installed.");
        return await RunAsync(dossier, "/usr/bin/python3", "-c", "import sys, pikepdf\npdf = pikepdf.open(sys.argv[1])\n" + script, "{file}");
    }
}
