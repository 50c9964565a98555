namespace HumanitarianEntry.Dossiers.Documents;

/// <summary>A picture with the words that stand for it when it cannot be seen.</summary>
public abstract record Picture
{
    public required string Alternative { get; init; }

    /// <summary>Share of the text width, above 0 and up to 1.</summary>
    public double Width { get; init; } = 1;
}

/// <summary>A PNG or JPEG. Its size in pixels is capped and its metadata is removed before it is set.</summary>
public sealed record RasterPicture(ReadOnlyMemory<byte> Bytes) : Picture;

/// <summary>A drawing this program made itself; there is no way to bring in an SVG from outside.</summary>
public sealed record DrawnPicture : Picture
{
    internal DrawnPicture(string svg) => Svg = svg;

    internal string Svg { get; }
}
