using System.Diagnostics;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Dossiers;

/// <summary>WeasyPrint in a Python process that is kept open: a line with two file names in, a line out.</summary>
internal sealed class WeasyPrinter : IPrinter
{
    private const string Script = "import sys, weasyprint\nfor line in sys.stdin:\n    source, target = line.split()\n    weasyprint.HTML(filename=source).write_pdf(target)\n    print('ok', flush=True)\n";

    private readonly Process process;
    private readonly string folder;

    private WeasyPrinter(Process process, string folder) => (this.process, this.folder) = (process, folder);

    public string Name => "WeasyPrint";

    public int ProcessId => process.Id;

    public static WeasyPrinter Start(string python, string folder)
    {
        var started = Process.Start(new ProcessStartInfo(python, ["-c", Script]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("Python did not start.");
        started.BeginErrorReadLine();
        return new(started, folder);
    }

    public async Task<byte[]> PrintAsync(string html)
    {
        var (page, pdf) = (Path.Combine(folder, "weasy.html"), Path.Combine(folder, "weasy.pdf"));
        await File.WriteAllTextAsync(page, html);
        await process.StandardInput.WriteLineAsync($"{page} {pdf}");
        await process.StandardInput.FlushAsync();
        return await process.StandardOutput.ReadLineAsync() == "ok" ? await File.ReadAllBytesAsync(pdf) : throw new InvalidOperationException("WeasyPrint broke off.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
