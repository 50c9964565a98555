using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace HumanitarianEntry.Dossiers.Documents;

/// <summary>A file whose bytes are read when they are needed and not kept: the annexes of one dossier may be larger than a process should become.</summary>
public sealed class FileContent
{
    private readonly Func<CancellationToken, Task<Stream>> open;
    private readonly Lazy<string> sha256;

    private FileContent(long length, Lazy<string> sha256, Func<CancellationToken, Task<Stream>> open) => (Length, this.sha256, this.open) = (length, sha256, open);

    /// <param name="sha256">Lower-case hexadecimal.</param>
    /// <param name="open">Reads it from its beginning, each time anew.</param>
    public FileContent(long length, string sha256, Func<CancellationToken, Task<Stream>> open) : this(length, new Lazy<string>(sha256), open)
    {
    }

    public long Length { get; }

    public string Sha256 => sha256.Value;

    public static FileContent Of(ReadOnlyMemory<byte> bytes) =>
        new(bytes.Length, new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(bytes.Span))), _ => Task.FromResult<Stream>(StreamOf(bytes)));

    public Task<Stream> OpenAsync(CancellationToken cancellationToken) => open(cancellationToken);

    /// <summary>Reads bytes in memory without a second copy.</summary>
    public static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) ? new(part.Array!, part.Offset, part.Count, writable: false) : new(bytes.ToArray(), writable: false);
}
