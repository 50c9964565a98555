using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HumanitarianEntry.TestKit.Scanners;

/// <summary>
/// Debian's clamd on loopback, started by a test and ended with it, with one signature of its own: the harmless test file of the antivirus makers (EICAR). It downloads nothing.
/// Check <see cref="WhyNot"/> first and skip by its words.
/// </summary>
public sealed class ClamdServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/clamd";
    private const string Signature = "Demo.Eicar.Body";
    private readonly Process process;
    private readonly string folder;

    private ClamdServer(Process process, string folder, int port) => (this.process, this.folder, Port) = (process, folder, port);

    /// <summary>Why it cannot run here, or null.</summary>
    public static string? WhyNot { get; } = File.Exists(Program) ? null : $"clamd is not installed ({Program}): apt install clamav-daemon.";

    /// <summary>The name it gives to what its signature finds.</summary>
    public static string Finds => Signature + ".UNOFFICIAL";

    /// <summary>The test file, put together when it is needed: whole it would set off the scanner of who reads the sources.</summary>
    public static byte[] Eicar => Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");

    public int Port { get; }

    public string Tcp => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public string UnixSocket => Path.Combine(folder, "clamd.sock");

    /// <param name="mostStreamed">Bytes after which it stops reading, as clamd writes them, such as "1M".</param>
    /// <param name="at">The port to listen on; 0 for a free one.</param>
    public static async Task<ClamdServer> StartAsync(string mostStreamed = "25M", int at = 0)
    {
        var place = Directory.CreateTempSubdirectory("he-clamd-").FullName;
        var port = at == 0 ? FreePort() : at;
        await File.WriteAllTextAsync(Path.Combine(place, "local.ndb"), $"{Signature}:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes("EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE"))}\n");
        await File.WriteAllTextAsync(Path.Combine(place, "clamd.conf"), $"""
            LocalSocket {place}/clamd.sock
            TCPSocket {port}
            TCPAddr 127.0.0.1
            DatabaseDirectory {place}
            Foreground true
            User {Environment.UserName}
            StreamMaxLength {mostStreamed}

            """);

        // timeout ends it when this process is gone without a word.
        var started = Process.Start(new ProcessStartInfo("timeout", ["1800", Program, "-c", Path.Combine(place, "clamd.conf")]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        started.OutputDataReceived += static (_, _) => { };
        started.ErrorDataReceived += static (_, _) => { };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        var server = new ClamdServer(started, place, port);
        await server.WaitAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task WaitAsync()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("clamd does not listen.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
