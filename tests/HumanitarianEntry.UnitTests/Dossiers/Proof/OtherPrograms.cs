using System.Diagnostics;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers.Proof;

/// <summary>Lets a program of the system write a PDF anew; the test is skipped by name where it is absent.</summary>
internal static class OtherPrograms
{
    public static async Task<byte[]> RewriteAsync(byte[] pdf, string tool, params string[] arguments)
    {
        var program = Tools.Find(tool);
        var folder = Directory.CreateTempSubdirectory("dossier-anew-");
        try
        {
            var (before, after) = (Path.Combine(folder.FullName, "in.pdf"), Path.Combine(folder.FullName, "out.pdf"));
            await File.WriteAllBytesAsync(before, pdf);
            string Named(string argument) => argument.Replace("{in}", before, StringComparison.Ordinal).Replace("{out}", after, StringComparison.Ordinal);
            using var process = Process.Start(new ProcessStartInfo(program, arguments.Select(Named)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            // qpdf ends with 3 after a warning.
            Assert.True(process.ExitCode is 0 or 3, $"{tool}: {error}{await output}");
            return await File.ReadAllBytesAsync(after);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
