using System.Diagnostics;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>Programs of the system that look at a PDF; a test is skipped by name where they are absent.</summary>
internal static class PdfTools
{
    public static async Task<string> RunAsync(string tool, string pdf, params string[] arguments)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Append("/usr/bin").Select(f => Path.Combine(f, tool)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(program is not null, $"{tool} is not installed.");
        using var process = Process.Start(new ProcessStartInfo(program!, [.. arguments.Select(a => a == "{file}" ? pdf : a)]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{tool}: {error}");
        return await output;
    }

    /// <summary>Line breaks and kinds of spaces are the typesetter's.</summary>
    public static string Squeeze(string text) => string.Join(' ', text.Normalize(System.Text.NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
