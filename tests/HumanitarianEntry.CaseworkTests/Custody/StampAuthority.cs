using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HumanitarianEntry.CaseworkTests.Custody;

/// <summary>A time stamp authority of one test: openssl behind a page on loopback. Stops with the test.</summary>
internal sealed class StampAuthority : IAsyncDisposable
{
    private const string Settings = """
        [tsa]
        default_tsa = one
        [one]
        serial = serial
        signer_cert = tsa.pem
        signer_key = tsa.key
        certs = tsa.pem
        default_policy = 1.2.3.4
        digests = sha256
        signer_digest = sha256
        accuracy = secs:1
        ess_cert_id_alg = sha256
        """;

    private readonly HttpListener listener;
    private readonly Task serving;

    private StampAuthority(string folder, HttpListener listener, Uri address)
    {
        (Folder, this.listener, Address) = (folder, listener, address);
        serving = ServeAsync();
    }

    public string Folder { get; }

    public Uri Address { get; }

    public string Roots => Path.Combine(Folder, "ca.pem");

    /// <summary>When set, what the authority answers in place of a stamp.</summary>
    public byte[]? Answer { get; set; }

    public static bool IsInstalled => File.Exists("/usr/bin/openssl");

    public static async Task<StampAuthority> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("he-stamps-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "tsa.cnf"), Settings);
        await File.WriteAllTextAsync(Path.Combine(folder, "serial"), "01\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "use.cnf"), "extendedKeyUsage = critical,timeStamping\nkeyUsage = critical,digitalSignature\n");
        await RunAsync(folder, "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=DEMO-authority");
        await RunAsync(folder, "req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj /CN=DEMO-stamps");
        await RunAsync(folder, "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile use.cnf -out tsa.pem");
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/stamp/");
        free.Stop();
        var page = new HttpListener();
        page.Prefixes.Add(address.ToString());
        page.Start();
        return new StampAuthority(folder, page, address);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        ((IDisposable)listener).Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task RunAsync(string folder, string arguments)
    {
        using var openssl = Process.Start(new ProcessStartInfo("/usr/bin/openssl", arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        await openssl.StandardError.ReadToEndAsync();
        await openssl.WaitForExitAsync();
        if (openssl.ExitCode != 0)
        {
            throw new InvalidOperationException($"openssl {arguments} ended with {openssl.ExitCode}.");
        }
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext asked;
            try
            {
                asked = await listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            await using (var question = File.Create(Path.Combine(Folder, "question.tsq")))
            {
                await asked.Request.InputStream.CopyToAsync(question);
            }

            if (Answer is null)
            {
                await RunAsync(Folder, "ts -reply -config tsa.cnf -queryfile question.tsq -out answer.tsr");
            }

            asked.Response.ContentType = "application/timestamp-reply";
            await asked.Response.OutputStream.WriteAsync(Answer ?? await File.ReadAllBytesAsync(Path.Combine(Folder, "answer.tsr")));
            asked.Response.Close();
        }
    }
}
