using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Dossiers;

/// <summary>
/// Chromium without a window, kept open, printing through its own remote protocol on loopback. It knows a page's number only when all is set, so contents with page numbers
/// take two passes: <see cref="Passes"/>.
/// </summary>
internal sealed class ChromiumPrinter : IPrinter
{
    private readonly Process process;
    private readonly ClientWebSocket socket = new();
    private readonly string folder;
    private int lastId;

    private ChromiumPrinter(Process process, string folder) => (this.process, this.folder) = (process, folder);

    /// <summary>How often each document is printed.</summary>
    public int Passes { get; set; } = 1;

    public string Name => "Chromium";

    public int ProcessId => process.Id;

    public static async Task<ChromiumPrinter> StartAsync(string program, string folder)
    {
        var profile = Directory.CreateDirectory(Path.Combine(folder, "profile")).FullName;
        string[] arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank"];
        var started = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true }) ?? throw new InvalidOperationException("Chromium did not start.");
        started.BeginErrorReadLine();
        started.BeginOutputReadLine();
        var printer = new ChromiumPrinter(started, folder);
        await printer.ConnectAsync(Path.Combine(profile, "DevToolsActivePort"));
        return printer;
    }

    public async Task<byte[]> PrintAsync(string html)
    {
        var page = Path.Combine(folder, "page.html");
        await File.WriteAllTextAsync(page, html);
        await CallAsync("Page.navigate", new JsonObject { ["url"] = "file://" + page });
        await WaitAsync("Page.loadEventFired");
        var pdf = await PrintedAsync();
        for (var pass = 1; pass < Passes; pass++)
        {
            pdf = await PrintedAsync();
        }

        return pdf;
    }

    private async Task<byte[]> PrintedAsync()
    {
        var printed = await CallAsync("Page.printToPDF", new JsonObject
        {
            ["preferCSSPageSize"] = true, ["generateTaggedPDF"] = true, ["generateDocumentOutline"] = true, ["printBackground"] = true,
            ["displayHeaderFooter"] = true, ["headerTemplate"] = "<span></span>", ["footerTemplate"] = "<div style=\"font-size:8px\"><span class=\"pageNumber\"></span>/<span class=\"totalPages\"></span></div>",
        });
        return Convert.FromBase64String(printed["data"]!.GetValue<string>());
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task ConnectAsync(string portFile)
    {
        for (var tries = 0; !File.Exists(portFile) || (await File.ReadAllLinesAsync(portFile)).Length < 2; tries++)
        {
            if (tries > 300)
            {
                throw new InvalidOperationException("Chromium did not open its port.");
            }

            await Task.Delay(100);
        }

        var port = (await File.ReadAllLinesAsync(portFile))[0];
        using var client = new HttpClient();
        var targets = JsonNode.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/json/list")))!.AsArray();
        var page = targets.First(t => t!["type"]!.GetValue<string>() == "page")!;
        await socket.ConnectAsync(new Uri(page["webSocketDebuggerUrl"]!.GetValue<string>()), CancellationToken.None);
        await CallAsync("Page.enable", []);
    }

    private async Task<JsonNode> CallAsync(string method, JsonObject parameters)
    {
        var id = ++lastId;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString();
        await socket.SendAsync(Encoding.UTF8.GetBytes(call), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (true)
        {
            var answer = await ReceiveAsync();
            if (answer["id"]?.GetValue<int>() == id)
            {
                return answer["result"] ?? throw new InvalidOperationException($"Chromium refused {method}: {answer["error"]}");
            }
        }
    }

    private async Task WaitAsync(string signal)
    {
        while ((await ReceiveAsync())["method"]?.GetValue<string>() != signal)
        {
            // Other news of the page; the one that is waited for comes.
        }
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var piece = new byte[64 * 1024];
        WebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(piece, CancellationToken.None);
            await message.WriteAsync(piece.AsMemory(0, received.Count));
        }
        while (!received.EndOfMessage);
        return JsonSerializer.Deserialize<JsonNode>(message.ToArray())!;
    }
}
