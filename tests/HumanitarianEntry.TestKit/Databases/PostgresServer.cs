using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace HumanitarianEntry.TestKit.Databases;

/// <summary>
/// A PostgreSQL server of this test process alone, from the binaries of the Debian package, on loopback and a free port. A watcher process stops it and removes
/// its folder when this process ends, however it ends.
/// </summary>
public sealed class PostgresServer
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";
    private static readonly Once<PostgresServer> Shared = new(StartAsync);

    private PostgresServer(int port, string password) => (Port, Password) = (port, password);

    /// <summary>Why it cannot run here, or null.</summary>
    public static string? WhyNot { get; } =
        !File.Exists(Path.Combine(Binaries, "initdb")) ? $"PostgreSQL is not installed ({Binaries}): apt install postgresql-15."
        : !string.Equals(Environment.UserName, "root", StringComparison.Ordinal) ? "PostgreSQL is started as the user postgres, which only root may do."
        : null;

    public int Port { get; }

    private string Password { get; }

    /// <summary>The server, started on first use.</summary>
    public static Task<PostgresServer> GetAsync() => Shared.GetAsync();

    /// <summary>A connection string to one of its databases.</summary>
    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={Port};Username=he;Password={Password};Database={database};Maximum Pool Size=20";

    private static async Task<PostgresServer> StartAsync()
    {
        var folder = "/tmp/he-postgres-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        await RunAsync("install", "-d", "-o", "postgres", "-g", "postgres", "-m", "700", folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "pw"), password);
        await RunAsync("chown", "postgres", Path.Combine(folder, "pw"));
        await RunAsync("runuser", "-u", "postgres", "--", $"{Binaries}/initdb", "-D", $"{folder}/data", "-U", "he", "-A", "scram-sha-256", $"--pwfile={folder}/pw", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8");
        Watch(folder);
        var port = FreePort();
        var settings = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=200 -c shared_buffers=32MB";
        await RunAsync("runuser", "-u", "postgres", "--", $"{Binaries}/pg_ctl", "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-o", settings, "start");
        return new PostgresServer(port, password);
    }

    // tail ends when this process does, killed or not; then the server is stopped and its folder removed.
    private static void Watch(string folder)
    {
        var script = $"tail --pid={Environment.ProcessId} -f /dev/null; cd /; runuser -u postgres -- {Binaries}/pg_ctl -D {folder}/data -m immediate stop; rm -rf {folder}";
        using var watcher = Process.Start(new ProcessStartInfo("setsid", ["--fork", "sh", "-c", $"exec </dev/null >/dev/null 2>&1; {script}"]) { WorkingDirectory = "/" });
        watcher!.WaitForExit();
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The output goes nowhere: a server that inherits a pipe would keep it open for ever.
        using var running = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" </dev/null >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await running.WaitForExitAsync();
        if (running.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments.Take(5))} ended with {running.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
