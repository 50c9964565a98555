using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>Takes the frames of "Transfer-Encoding: chunked" away from content that passes in pieces.</summary>
internal sealed class Dechunker
{
    private const int LongestLine = 1024;
    private readonly StringBuilder line = new();
    private long left;
    private Part part = Part.Size;

    private enum Part
    {
        Size,
        Content,
        AfterContent,
        Trailer,
        Done,
        Broken,
    }

    private bool begun;

    /// <summary>The content is framed as it says; some programs store it unframed and leave the word in the head.</summary>
    public bool IsFramed => begun && part != Part.Broken;

    /// <param name="take">Gets the content without its frames.</param>
    public void Pass(ReadOnlySpan<byte> piece, Action<ReadOnlyMemory<byte>> take)
    {
        while (!piece.IsEmpty && part is not (Part.Done or Part.Broken))
        {
            if (part == Part.Content)
            {
                var some = (int)Math.Min(left, piece.Length);
                take(piece[..some].ToArray());
                piece = piece[some..];
                left -= some;
                part = left == 0 ? Part.AfterContent : Part.Content;
                continue;
            }

            var sign = (char)piece[0];
            piece = piece[1..];
            if (sign != '\n')
            {
                part = line.Length < LongestLine ? part : Part.Broken;
                line.Append(sign);
                continue;
            }

            EndLine(line.ToString().TrimEnd('\r'));
            line.Clear();
        }
    }

    private void EndLine(string text)
    {
        switch (part)
        {
            case Part.AfterContent:
                part = text.Length == 0 ? Part.Size : Part.Broken;
                break;
            case Part.Trailer:
                part = text.Length == 0 ? Part.Done : Part.Trailer;
                break;
            default:
                part = long.TryParse(text.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out left) && left >= 0 ? left == 0 ? Part.Trailer : Part.Content : Part.Broken;
                begun = true;
                break;
        }
    }
}
