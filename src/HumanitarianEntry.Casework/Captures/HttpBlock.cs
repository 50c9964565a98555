using System.Security.Cryptography;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>The block of a record that passes in pieces: an HTTP head and what follows it, or content alone. Content is kept only where it is wanted, and no more of it than agreed.</summary>
internal sealed class HttpBlock(bool hasHead, ClaimedDigest? payloadDigest, ClaimedDigest? unframedDigest) : IDisposable
{
    private const int LongestHead = 256 * 1024;

    /// <summary>So much of a page is read.</summary>
    private const int LongestPage = 8 * 1024 * 1024;

    private readonly MemoryStream head = new();
    private readonly MemoryStream kept = new();
    private readonly MemoryStream unframed = new();
    private readonly IncrementalHash sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private Dechunker? frames;
    private bool inHead;
    private bool isKept;

    /// <summary>Null while it is not whole, and where the block has none.</summary>
    public HttpHead? Head { get; private set; }

    /// <summary>Whether the head never ended.</summary>
    public bool IsHeadBroken => hasHead && Head is null;

    /// <summary>Whether content is kept; asked once, when the head is known.</summary>
    public required Func<HttpHead?, bool> Keeps { get; init; }

    public void Begin()
    {
        inHead = hasHead;
        isKept = !hasHead && Keeps(null);
    }

    public void Pass(ReadOnlySpan<byte> piece)
    {
        if (!inHead)
        {
            Content(piece);
            return;
        }

        var before = (int)Math.Max(0, head.Length - 3);
        head.Write(piece);
        var all = head.GetBuffer().AsSpan(0, (int)head.Length);
        if (all[before..].IndexOf("\r\n\r\n"u8) is var end and >= 0)
        {
            inHead = false;
            Head = HttpHead.Parse(all[..(before + end)]);
            frames = Head.IsChunked ? new Dechunker() : null;
            isKept = Keeps(Head);
            Content(all[(before + end + 4)..]);
        }
        else if (head.Length > LongestHead)
        {
            inHead = false;
        }
    }

    /// <summary>Of the content as it lies in the file.</summary>
    public string Sha256() => Convert.ToHexStringLower(sha256.GetHashAndReset());

    /// <summary>The hash may stand for the content as it was sent, or without its frames: programs differ.</summary>
    public DigestVerdict PayloadVerdict()
    {
        var asSent = payloadDigest!.Verdict();
        return asSent == DigestVerdict.Differs && frames is { IsFramed: true } && unframedDigest!.Verdict() == DigestVerdict.Holds ? DigestVerdict.Holds : asSent;
    }

    /// <summary>The content without frames, still packed as its head says; cut where it is too long.</summary>
    public byte[] KeptContent() => frames is { IsFramed: true } ? unframed.ToArray() : kept.ToArray();

    public void Dispose()
    {
        head.Dispose();
        kept.Dispose();
        unframed.Dispose();
        sha256.Dispose();
    }

    private void Content(ReadOnlySpan<byte> piece)
    {
        payloadDigest?.Append(piece);
        if (isKept)
        {
            sha256.AppendData(piece);
            Keep(kept, piece);
        }

        if (frames is not null && (isKept || unframedDigest is not null))
        {
            frames.Pass(piece, content =>
            {
                unframedDigest?.Append(content.Span);
                if (isKept)
                {
                    Keep(unframed, content.Span);
                }
            });
        }
    }

    private static void Keep(MemoryStream into, ReadOnlySpan<byte> piece) => into.Write(piece[..(int)Math.Min(piece.Length, Math.Max(0, LongestPage - into.Length))]);
}
