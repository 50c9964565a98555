using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Findings;

namespace HumanitarianEntry.Domain.EvidenceFiles;

/// <summary>How the file of an item was captured, in the words of who recorded it. A later statement takes the place of an earlier one, which stays on file.</summary>
/// <param name="Url">Address of what was captured; null where only the file says it.</param>
/// <param name="At">The instant of the capture; null where only the file says it.</param>
/// <param name="ArchivedUrl">Where a public archive keeps the same page.</param>
public sealed record StatedCapture(string Item, CaptureMethod Method, string? Url, DateTimeOffset? At, string? ArchivedUrl);

/// <summary>Says how a file that is on file already was captured, such as a screenshot that the person handed in.</summary>
[ActKind("state-capture", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian)]
public sealed record StateCapture(string Item, CaptureMethod Method) : Act
{
    public string? Url { get; init; }
    public DateTimeOffset? CapturedAt { get; init; }
    public string? ArchivedUrl { get; init; }

    private StatedCapture Stated => new(Item, Method, Clean(Url), CapturedAt?.ToUniversalTime(), Clean(ArchivedUrl));

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Evidence.Find(Item) is not { } item)
        {
            return [new Blocker("evidence-unknown", $"There is no evidence item {Item}.")];
        }

        return CaptureRules.Check(Stated, item.File, context);
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Evidence = file.Evidence with { Captures = file.Evidence.Captures.Add(context.Record(Stated, "capture")) } });

    internal static string? Clean(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
