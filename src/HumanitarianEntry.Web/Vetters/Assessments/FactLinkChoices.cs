using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Web.Shared.Fields;
using HumanitarianEntry.Web.Shared.Texts;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>Facts on file that an assessment or a finding can rest on, as answers to tick.</summary>
public static class FactLinkChoices
{
    /// <param name="sections">Sections of the interview whose answers are offered beside the marked ones, such as "DE".</param>
    public static IReadOnlyList<Choice> Of(CaseFile file, string sections) =>
    [
        .. file.Evidence.Items.Values().Select(i => new Choice(Value(FactLinkKind.Evidence, i.Label), S($"Evidence {i.Label}: {i.Title}"))),
        .. file.Vetting.Captures.Values().Select(c => new Choice(Value(FactLinkKind.Capture, c.Label), S($"Capture {c.Label}: {c.Subject}"))),
        .. file.Vetting.Incidents.Values().Select(i => i.Id).Distinct().Select(id => new Choice(Value(FactLinkKind.Incident, id), S($"Incident {id}"))),
        .. file.Interview.CurrentAnswers.Where(a => a.Trigger || sections.Contains(a.Code[0], StringComparison.Ordinal)).OrderBy(a => a.Code, StringComparer.Ordinal)
            .Select(a => new Choice(Value(FactLinkKind.Answer, a.Code), S($"Answer {a.Code}: {file.Interview.Questions.Find(a.Code)?.Text(StaffWords.Language) ?? S("marked answer")}"))),
    ];

    /// <summary>Sources that do not fit together, as the reader's view holds them.</summary>
    public static IEnumerable<Choice> Mismatches(CaseFile file) =>
        Domain.Contradictions.Mismatches.In(file).Select(m => new Choice(Value(FactLinkKind.Mismatch, m.Key), S($"Two sources that do not fit together: {m.Topic}, {m.Kind}")));

    /// <summary>A link in words; the label alone where the fact has words of its own.</summary>
    public static string Words(FactLink link) => link.Kind switch
    {
        FactLinkKind.Evidence => S($"Evidence {link.Label}"),
        FactLinkKind.Answer => S($"Answer {link.Label}"),
        FactLinkKind.Incident => S($"Incident {link.Label}"),
        FactLinkKind.Capture => S($"Capture {link.Label}"),
        FactLinkKind.Mismatch => S("Two sources that do not fit together"),
    };

    private static string Value(FactLinkKind kind, string label) => new FactLink(kind, label).ToString();
}
