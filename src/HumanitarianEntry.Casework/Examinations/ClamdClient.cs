using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Examinations;

/// <param name="Malware">The signature that matched.</param>
/// <param name="Scanner">What scanned, with the version of its signatures.</param>
public sealed record ScanResult(ScanVerdict Verdict, NotScannedReason? Reason = null, string? Malware = null, string? Scanner = null)
{
    public static ScanResult NotScanned(NotScannedReason reason) => new(ScanVerdict.NotScanned, reason);
}

/// <summary>Asks clamd about one file by INSTREAM. Whatever is not a clear answer is "not scanned"; nothing here says "clean" but clamd's own OK.</summary>
public sealed class ClamdClient(ExaminationOptions options)
{
    private const int Piece = 64 * 1024;
    private const int LongestAnswer = 4 * 1024;

    /// <param name="content">Read once, from its beginning to its end.</param>
    public async Task<ScanResult> ScanAsync(Stream content, long size, CancellationToken cancellationToken)
    {
        if (options.Scanner is not { } place)
        {
            return ScanResult.NotScanned(NotScannedReason.NoScanner);
        }

        if (size > options.MostScanned)
        {
            return ScanResult.NotScanned(NotScannedReason.TooLarge);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.AnswersWithin);
        try
        {
            var version = await AskAsync(place, "zVERSION\0"u8.ToArray(), patience.Token);
            using var socket = await place.ConnectAsync(patience.Token);

            // Half a minute, and a second for each megabyte: a scanner that hangs must not hold the worker for ever.
            patience.CancelAfter(TimeSpan.FromSeconds(30 + (size / (1024 * 1024))));
            return Read(await StreamAsync(socket, content, patience.Token), version);
        }
        catch (Exception failure) when (failure is SocketException or EndOfStreamException)
        {
            return ScanResult.NotScanned(NotScannedReason.NotReachable);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ScanResult.NotScanned(NotScannedReason.TimedOut);
        }
    }

    /// <summary>What an answer to INSTREAM means. Only "stream: OK" is clean.</summary>
    internal static ScanResult Read(string answer, string version)
    {
        if (answer == "stream: OK")
        {
            return new ScanResult(ScanVerdict.Clean, Scanner: version);
        }

        if (answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            var signature = answer["stream: ".Length..^" FOUND".Length];

            // Said by clamd where it is set to say that it stopped looking; nothing was found.
            return signature.StartsWith("Heuristics.Limits.Exceeded", StringComparison.Ordinal) ? ScanResult.NotScanned(NotScannedReason.TooLarge)
                : signature.StartsWith("Heuristics.Encrypted", StringComparison.Ordinal) ? ScanResult.NotScanned(NotScannedReason.Failed)
                : new ScanResult(ScanVerdict.Malware, Malware: signature, Scanner: version);
        }

        return ScanResult.NotScanned(answer.Contains("size limit exceeded", StringComparison.OrdinalIgnoreCase) ? NotScannedReason.TooLarge : NotScannedReason.Failed);
    }

    private static async Task<string> StreamAsync(Socket socket, Stream content, CancellationToken cancellationToken)
    {
        await SendAsync(socket, "zINSTREAM\0"u8.ToArray(), cancellationToken);
        var piece = new byte[sizeof(uint) + Piece];
        try
        {
            while (await content.ReadAtLeastAsync(piece.AsMemory(sizeof(uint)), Piece, throwOnEndOfStream: false, cancellationToken) is var read and > 0)
            {
                BinaryPrimitives.WriteUInt32BigEndian(piece, (uint)read);
                await SendAsync(socket, piece.AsMemory(0, sizeof(uint) + read), cancellationToken);
            }

            await SendAsync(socket, new byte[sizeof(uint)], cancellationToken);
        }
        catch (SocketException)
        {
            // It closes when a limit of its own is reached; why, it has said before.
        }

        return await AnswerAsync(socket, cancellationToken);
    }

    private static async Task<string> AskAsync(ClamdAddress place, byte[] question, CancellationToken cancellationToken)
    {
        using var socket = await place.ConnectAsync(cancellationToken);
        await SendAsync(socket, question, cancellationToken);
        return await AnswerAsync(socket, cancellationToken);
    }

    private static async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            sent += await socket.SendAsync(bytes[sent..], cancellationToken);
        }
    }

    /// <exception cref="EndOfStreamException">It closed without an answer.</exception>
    private static async Task<string> AnswerAsync(Socket socket, CancellationToken cancellationToken)
    {
        var answer = new byte[LongestAnswer];
        for (var length = 0; length < answer.Length;)
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                throw new EndOfStreamException("clamd closed without an answer.");
            }

            length += read;
            if (answer.AsSpan(0, length).IndexOf((byte)0) is var end and >= 0)
            {
                return Encoding.UTF8.GetString(answer.AsSpan(0, end)).Trim();
            }
        }

        throw new EndOfStreamException("clamd's answer does not end.");
    }
}
