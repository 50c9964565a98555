using System.Collections.Immutable;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>A copy that was made and is not stored yet, or why there is none.</summary>
internal sealed record CleanCopy
{
    public NoCopyReason? Reason { get; private init; }

    public ImmutableList<FileTrait> Traits { get; init; } = [];

    /// <summary>Reads the copy; null where there is none.</summary>
    public Stream? Content { get; private init; }

    /// <summary>What a captured web page says of itself; null for every other file.</summary>
    public WebCapture? Capture { get; init; }

    /// <summary>Gray values of a picture, by which it can be found again; empty for every other file.</summary>
    public ReadOnlyMemory<byte> Gray { get; init; }

    /// <summary>Reads the small picture; null where there is none.</summary>
    public Stream? Preview { get; init; }

    public string Tool { get; private init; } = string.Empty;

    public string Parameters { get; private init; } = string.Empty;

    public static CleanCopy None(NoCopyReason reason, IEnumerable<FileTrait>? traits = null) => new() { Reason = reason, Traits = [.. traits ?? []] };

    public static CleanCopy Of(Stream content, string tool, string parameters, IEnumerable<FileTrait> traits) => new() { Content = content, Tool = tool, Parameters = parameters, Traits = [.. traits] };
}

/// <summary>The file cannot be cleaned; nothing was made.</summary>
internal sealed class NotCleanedException(NoCopyReason reason) : Exception($"The file cannot be cleaned: {reason}.")
{
    public NoCopyReason Reason { get; } = reason;
}
