using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Findings;

public enum FactLinkKind
{
    Evidence,
    Answer,
    Incident,
    Capture,
    Mismatch,
}

/// <summary>Points at a fact on file that an assessment or a finding rests on.</summary>
/// <param name="Label">Label of an evidence item or a capture, code of an answer, id of an incident, key of a mismatch.</param>
public sealed record FactLink(FactLinkKind Kind, string Label)
{
    public override string ToString() => $"{Kind}:{Label}";

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static FactLink? Parse(string? text) =>
        text?.Split(':', 2) is [var kind, { Length: > 0 } label] && Enum.TryParse<FactLinkKind>(kind, out var known) && Enum.IsDefined(known) ? new FactLink(known, label) : null;
}

public static class FactLinks
{
    /// <summary>A blocker for each link that points at nothing on file.</summary>
    public static IEnumerable<Blocker> Check(CaseFile file, ImmutableList<FactLink> links) =>
        links.Where(l => !IsOnFile(file, l)).Select(l => new Blocker("link-to-nothing", $"{l.Label} is not on file; nothing can rest on it."));

    public static bool IsOnFile(CaseFile file, FactLink link) => link.Kind switch
    {
        FactLinkKind.Evidence => file.Evidence.Find(link.Label) is not null,
        FactLinkKind.Answer => file.Interview.AnswerTo(link.Label) is not null,
        FactLinkKind.Incident => file.Vetting.Incidents.Values().Any(i => i.Id == link.Label),
        FactLinkKind.Capture => file.Vetting.Captures.Values().Any(c => c.Label == link.Label),
        FactLinkKind.Mismatch => Contradictions.Mismatches.In(file).Exists(m => m.Key == link.Label),
    };
}
