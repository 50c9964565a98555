using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>A mail as it came in.</summary>
/// <param name="MessageId">Left half of its Message-ID.</param>
/// <param name="Rest">Hash of recipient, headers and text without the line of the date.</param>
internal sealed record TakenMail(string MessageId, string Rest);

/// <summary>A relay on loopback that takes every mail and keeps its answer back for a moment, so that senders die between the taking and the noting.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<TakenMail> taken = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    /// <param name="heldBack">The answer to a mail comes after a random number of milliseconds in this range.</param>
    public MailSink(Range heldBack)
    {
        HeldBack = heldBack;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>How long the answer to a mail may be kept back, in milliseconds.</summary>
    public Range HeldBack { get; set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyList<TakenMail> Taken => [.. taken];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var ended = client;
        client.NoDelay = true;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink.invalid");
            var recipients = new StringBuilder();
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                switch (line.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    case "RCPT":
                        recipients.Append(line);
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        taken.Enqueue(Read(recipients.ToString(), await LinesAsync(reader)));
                        recipients.Clear();
                        await Task.Delay(RandomNumberGenerator.GetInt32(HeldBack.Start.Value, HeldBack.End.Value + 1), stop.Token);
                        await writer.WriteLineAsync("250 taken");
                        break;
                    default:
                        await writer.WriteLineAsync("250 ok");
                        break;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The sender was ended in the middle: what a mail server sees then, too.
        }
    }

    private async Task<List<string>> LinesAsync(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            if (line == ".")
            {
                return lines;
            }

            lines.Add(line);
        }

        throw new IOException("The mail was cut off.");
    }

    private static TakenMail Read(string recipients, List<string> lines)
    {
        var id = lines.Find(l => l.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)) ?? throw new InvalidDataException("A mail without Message-ID.");
        var rest = string.Join('\n', lines.Where(l => !l.StartsWith("Date:", StringComparison.OrdinalIgnoreCase)));
        return new TakenMail(id.Split(['<', '@'])[1], Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{recipients}\n{rest}")))));
    }
}
