using System.Globalization;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>One page with the text that a person could read on it.</summary>
internal sealed record FoundPage(CapturedPage About, string Text, bool IsCut);

/// <summary>What is gathered while a capture is read.</summary>
internal sealed class CaptureFindings(CaptureKind kind)
{
    /// <summary>Letters of one page's text, and of all pages together.</summary>
    public const int LongestPage = 100_000;
    public const int LongestText = 400_000;
    private const int MostTraits = 60;
    private readonly List<FileTrait> traits = [];
    private int requestsWithSecrets;

    public FaultLog Faults { get; } = new();

    public List<FoundPage> Pages { get; } = [];

    /// <summary>Pages beyond those that are kept.</summary>
    public int MorePages { get; set; }

    public int Records { get; set; }

    public string? Software { get; set; }

    public bool IsSigned { get; set; }

    public IEnumerable<FileTrait> Traits => requestsWithSecrets == 0
        ? traits
        : traits.Append(PlainWords.Of("Cookies or passwords sent", requestsWithSecrets.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Something that tells who captured it, where and with what.</summary>
    public void AddTrait(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value) && traits.Count < MostTraits && PlainWords.Of(name, value) is var trait && !traits.Contains(trait))
        {
            traits.Add(trait);
        }
    }

    /// <summary>A request of whoever captured the page carried what lets him in.</summary>
    public void AddSecrets() => requestsWithSecrets++;

    public WebCapture ToCapture() => new(kind, [.. Pages.Take(WebCapture.MostPages).Select(p => p.About)])
    {
        Software = Software is null ? null : PlainWords.Of(string.Empty, Software).Value,
        PageCount = Pages.Count + MorePages,
        Records = Records,
        HashesThatHold = Faults.HashesThatHold,
        IsSigned = IsSigned,
        Faults = Faults.Named,
        FaultCount = Faults.Count,
    };
}
