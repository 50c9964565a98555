using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

/// <summary>The page for officials that says how a dossier is checked: it stands alone, says the same in each language and points nowhere.</summary>
public sealed partial class DossierCheckPagesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates", "dossier-check");

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("ru")]
    public void Page_OfALanguage_StandsAloneAndSaysWhatTheOthersSay(string language)
    {
        var (page, english) = (Read(language), Read("en"));

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)<script|<link|<img|<iframe|@import|url\\(|https?:|mailto:|\\son\\w+=", page);
        Assert.Equal(Tags().Matches(english).Select(m => m.Value), Tags().Matches(page).Select(m => m.Value));
        Assert.Equal(Commands().Matches(english).Select(m => m.Value), Commands().Matches(page).Select(m => m.Value));
    }

    /// <summary>The two with the most words.</summary>
    [Theory]
    [InlineData("de")]
    [InlineData("ru")]
    public async Task Page_Printed_IsOnePage(string language)
    {
        const string Chromium = "/usr/bin/chromium";
        Assert.SkipUnless(File.Exists(Chromium), "chromium is not installed.");
        Assert.SkipUnless(File.Exists("/usr/bin/pdfinfo"), "poppler-utils is not installed.");
        var folder = Directory.CreateTempSubdirectory("he-check-");
        try
        {
            var pdf = Path.Combine(folder.FullName, "page.pdf");
            await RunAsync(Chromium, "--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder.FullName}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", "file://" + Path.Combine(Folder, language + ".html"));

            Assert.Matches(@"Pages:\s+1\b", await RunAsync("/usr/bin/pdfinfo", pdf));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Read(string language) => File.ReadAllText(Path.Combine(Folder, language + ".html"));

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }

    [GeneratedRegex("</?[a-z0-9]+")]
    private static partial Regex Tags();

    [GeneratedRegex("<code>.*?</code>")]
    private static partial Regex Commands();
}
