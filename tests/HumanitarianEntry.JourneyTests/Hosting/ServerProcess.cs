using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HumanitarianEntry.TestKit.Mail;

namespace HumanitarianEntry.JourneyTests.Hosting;

/// <summary>The application as an operator runs it: a process of its own over the folder of an office. It can be ended in the hard way.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);
    private readonly Process process;
    private readonly StringBuilder output = new();

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>What it wrote to the console so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>A port that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <param name="port">The same one after a restart, so that an open form still has its address.</param>
    /// <param name="mail">Where mail goes; null switches it off.</param>
    /// <param name="settings">More variables of the environment.</param>
    public static async Task<ServerProcess> StartAsync(DemoOffice office, int port, SmtpServerProcess? mail, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://localhost:{port}");
        var start = Command(office, "run", "--urls", address.ToString());
        foreach (var (name, value) in MailSettings(mail).Concat(settings))
        {
            start.Environment[name] = value;
        }

        var server = new ServerProcess(new Process { StartInfo = start }, address);
        server.Listen();
        await server.AwaitAnswerAsync();
        return server;
    }

    /// <summary>Runs an operator verb to its end and gives its exit code and output.</summary>
    public static async Task<(int ExitCode, string Output)> RunVerbAsync(DemoOffice office, params string[] arguments)
    {
        using var verb = Process.Start(Command(office, arguments))!;
        var error = verb.StandardError.ReadToEndAsync();
        var text = await verb.StandardOutput.ReadToEndAsync();
        await verb.WaitForExitAsync();
        return (verb.ExitCode, text + await error);
    }

    /// <summary>Runs an operator verb and kills it (-9) as soon as something has come about.</summary>
    /// <returns>False when it had ended before.</returns>
    public static async Task<bool> KillVerbAsync(DemoOffice office, Func<bool> when, params string[] arguments)
    {
        using var verb = Process.Start(Command(office, arguments))!;
        while (!verb.HasExited && !when())
        {
            await Task.Delay(2);
        }

        var inTheMiddle = !verb.HasExited;
        verb.Kill();
        await verb.WaitForExitAsync();
        return inTheMiddle;
    }

    /// <summary>kill -9: nothing is finished, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static IEnumerable<(string Name, string Value)> MailSettings(SmtpServerProcess? mail) => mail is null
        ? [("HE_Mail__Mode", "Off")]
        :
        [
            ("HE_Mail__Mode", "Smtp"), ("HE_Mail__Host", SmtpServerProcess.Host), ("HE_Mail__Port", mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("HE_Mail__Encryption", "None"), ("HE_Mail__ApplicantJitter", "00:00:00"), ("HE_Mail__StaffPause", "00:00:00"),
        ];

    private static ProcessStartInfo Command(DemoOffice office, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = office.Folder };
        start.ArgumentList.Add(Repository.Application);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["HE_Data__Folder"] = office.Folder;
        start.Environment["HE_Data__Workflows"] = Path.Combine(Repository.Root, "workflows");
        start.Environment["HE_Data__Templates"] = Path.Combine(Repository.Root, "templates");
        start.Environment["HE_SignInsPerMinute"] = "600";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return start;
    }

    private void Listen()
    {
        DataReceivedEventHandler take = (_, line) =>
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        };
        process.OutputDataReceived += take;
        process.ErrorDataReceived += take;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task AwaitAnswerAsync()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < StartPatience)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The server ended before it answered. {Output}");
            }

            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "/safety"));
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (Exception notYet) when (notYet is HttpRequestException { StatusCode: null } or TaskCanceledException)
            {
                await Task.Delay(200);
            }
        }

        throw new TimeoutException($"The server does not answer. {Output}");
    }
}
