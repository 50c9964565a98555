using System.Collections.Immutable;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>Answers that are typed one a line.</summary>
public static class Lines
{
    public static ImmutableList<string> Of(string? typed) =>
        [.. (typed ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
