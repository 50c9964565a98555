using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Vetters.Assessments;

public static class FindingWords
{
    /// <summary>Reliability of the source, by the Admiralty code.</summary>
    public static IReadOnlyList<Choice> Reliabilities() =>
    [
        new(nameof(Reliability.A), S("A: always reliable so far")), new(nameof(Reliability.B), S("B: mostly reliable")), new(nameof(Reliability.C), S("C: fairly reliable")),
        new(nameof(Reliability.D), S("D: mostly not reliable")), new(nameof(Reliability.E), S("E: not reliable")), new(nameof(Reliability.F), S("F: cannot be judged")),
    ];

    /// <summary>Credibility of the information, set apart from the source's.</summary>
    public static IReadOnlyList<Choice> Credibilities() =>
    [
        new("1", S("1: confirmed by other sources")), new("2", S("2: probably true")), new("3", S("3: possibly true")), new("4", S("4: doubtful")), new("5", S("5: improbable")), new("6", S("6: cannot be judged")),
    ];

    /// <summary>How an innocent person comes to show the pattern.</summary>
    public static string Harmless(IntegrityPattern pattern) => pattern switch
    {
        IntegrityPattern.Contradiction => S("memory after trauma, two events taken for one, an interpreter’s word, a clerk’s error, said late out of fear"),
        IntegrityPattern.ImpossibleRoute => S("the search was entered later, was not at that border, or a guard let the person pass; the order of the journey was told wrongly"),
        IntegrityPattern.KnowledgeOfNetwork => S("friends went the same way, public channels tell much, fear for companions makes people ask"),
        IntegrityPattern.CoachedText => S("told many times before, a lawyer or campaign helped to write, the form of other interviews was learnt"),
        IntegrityPattern.DeviceRefused => S("private pictures, family in danger, a phone lent by another, bad experience with police; nobody has to show it"),
    };
}

/// <summary>What the person said or wrote, as far as the reader holds it, and where the same words stand in two of these texts.</summary>
public static class OwnTexts
{
    private const string Statement = "statement ";

    public static IReadOnlyList<SharedPassage> Passages(CaseFile file) => SharedPassages.Among(
    [
        .. file.Interview.Statements.Values().Select((s, i) => new NamedText(Statement + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), s.Text)),
        .. file.Interview.CurrentAnswers.Select(a => new NamedText(a.Code, a.Verbatim ?? a.Value)),
    ]);

    public static string Name(CaseFile file, string text) =>
        text.StartsWith(Statement, StringComparison.Ordinal) ? S($"Statement, version {text[Statement.Length..]}") : S($"Answer {text}");
}
