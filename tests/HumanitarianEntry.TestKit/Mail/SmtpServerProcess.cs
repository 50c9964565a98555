using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace HumanitarianEntry.TestKit.Mail;

/// <summary>
/// A real SMTP server (Debian's python3-aiosmtpd) on a free loopback port, started by a test and ended with it.
/// Check <see cref="Missing"/> first and skip by its words.
/// </summary>
public sealed class SmtpServerProcess : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";
    private static readonly Lazy<string?> MissingPart = new(FindMissingPart);
    private readonly Process server;
    private readonly ConcurrentQueue<CapturedMail> captured = new();
    private readonly StringBuilder complaints = new();
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim arrivals = new(0);
    private int handedOut;

    private SmtpServerProcess(Process server) => this.server = server;

    /// <summary>What this machine lacks, or null when the server can run.</summary>
    public static string? Missing => MissingPart.Value;

    public static string Host => "127.0.0.1";

    public int Port { get; private set; }

    /// <summary>Every mail the server accepted so far, in order.</summary>
    public IReadOnlyList<CapturedMail> Captured => [.. captured];

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<SmtpServerProcess> StartAsync(SmtpServerOptions? options = null)
    {
        ProcessStartInfo start = new(Python)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(RepositoryRoot(), "tests", "HumanitarianEntry.UnitTests", "Notices", "smtp_server.py"));
        foreach (string argument in (options ?? new SmtpServerOptions()).Arguments())
        {
            start.ArgumentList.Add(argument);
        }

        SmtpServerProcess running = new(new Process { StartInfo = start, EnableRaisingEvents = true });
        running.Listen();
        running.Port = await running.port.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return running;
    }

    /// <summary>The next mail nobody asked for yet; the server's report may come a moment after its answer to the sender.</summary>
    public async Task<CapturedMail> NextMailAsync(TimeSpan? patience = null)
    {
        if (!await arrivals.WaitAsync(patience ?? TimeSpan.FromSeconds(20)))
        {
            throw new TimeoutException("The SMTP server has not received the expected mail.");
        }

        return Captured[Interlocked.Increment(ref handedOut) - 1];
    }

    public async ValueTask DisposeAsync()
    {
        if (!server.HasExited)
        {
            server.StandardInput.Close();
            using CancellationTokenSource patience = new(TimeSpan.FromSeconds(5));
            try
            {
                await server.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                server.Kill(entireProcessTree: true);
            }
        }

        server.Dispose();
        arrivals.Dispose();
    }

    private static string? FindMissingPart()
    {
        if (!File.Exists(Python))
        {
            return "python3 is not installed (Debian package python3)";
        }

        using Process probe = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true, UseShellExecute = false })!;
        probe.StandardError.ReadToEnd();
        probe.WaitForExit();
        return probe.ExitCode == 0 ? null : "aiosmtpd is not installed (Debian package python3-aiosmtpd)";
    }

    private static string RepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HumanitarianEntry.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository: no HumanitarianEntry.sln above them.");
    }

    private void Listen()
    {
        server.OutputDataReceived += (_, line) => Take(line.Data);
        server.ErrorDataReceived += (_, line) =>
        {
            lock (complaints)
            {
                complaints.AppendLine(line.Data);
            }
        };
        server.Exited += (_, _) =>
        {
            lock (complaints)
            {
                port.TrySetException(new InvalidOperationException($"The SMTP server ended before it listened. {complaints}"));
            }
        };
        server.Start();
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
    }

    private void Take(string? line)
    {
        if (string.IsNullOrEmpty(line))
        {
            return;
        }

        using JsonDocument record = JsonDocument.Parse(line);
        if (record.RootElement.TryGetProperty("port", out JsonElement number))
        {
            port.TrySetResult(number.GetInt32());
            return;
        }

        captured.Enqueue(CapturedMail.Read(record.RootElement));
        arrivals.Release();
    }
}
