using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>Where clamd listens: a socket file, or a port of this machine. Files go to it in clear, so no other machine is taken.</summary>
public sealed class ClamdAddress
{
    private readonly EndPoint end;

    private ClamdAddress(EndPoint end) => this.end = end;

    /// <param name="text">Such as "/run/clamav/clamd.ctl", "127.0.0.1:3310" or "[::1]:3310".</param>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static ClamdAddress Parse(string text)
    {
        if (text.StartsWith('/'))
        {
            return new ClamdAddress(new UnixDomainSocketEndPoint(text));
        }

        var named = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? string.Create(CultureInfo.InvariantCulture, $"{IPAddress.Loopback}{text[9..]}") : text;
        return IPEndPoint.TryParse(named, out var port) && port.Port > 0 && IPAddress.IsLoopback(port.Address)
            ? new ClamdAddress(port)
            : throw new FormatException($"'{text}' is no place of clamd: name its socket, such as /run/clamav/clamd.ctl, or a port of this machine, such as 127.0.0.1:3310.");
    }

    /// <exception cref="SocketException">Nobody listens there.</exception>
    internal async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = end is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(end, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
