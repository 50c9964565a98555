using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Web.Shared.Contradictions;

namespace HumanitarianEntry.Web.Vetters.Reviews;

/// <summary>How two reviews and what they differ on are spoken of.</summary>
public static class ReviewWords
{
    /// <summary>How far the vetting has come, for those who may know no more than that.</summary>
    public static string StateOf(ReviewRound round) => round switch
    {
        { IsPanel: true } => S("Both are sealed and differ. A third person decides with them."),
        { Proposal: not null } => S("One of two is sealed."),
        { IsOpen: true } => S("None of two is sealed."),
        { SettledAt: { } at } => S($"Both are sealed; decided {at}."),
        _ => S("Vetting has not begun."),
    };

    /// <summary>What an item is about.</summary>
    public static string TitleOf(CaseFile file, ReviewItem item) => item.Kind switch
    {
        ReviewItemKind.Hit => file.Vetting.Runs.SelectMany(r => r.Value.Hits).LastOrDefault(h => h.Label == item.Subject) is { } hit ? S($"Hit {item.Subject}: {hit.MatchedName}") : S($"Hit {item.Subject}"),
        ReviewItemKind.Exclusion when file.Interview.AnswerTo(item.Subject) is not null =>
            S($"Answer {item.Subject}: {file.Interview.Questions.Find(item.Subject)?.Text(Shared.Texts.StaffWords.Language) ?? S("marked answer")}"),
        ReviewItemKind.Exclusion when file.Vetting.Incidents.Exists(i => i.Value.Id == item.Subject) => S($"Incident {item.Subject}"),
        ReviewItemKind.Exclusion => S($"Exclusion question: {item.Subject}"),
        ReviewItemKind.Voluntariness => S("Served of his own will"),
        ReviewItemKind.Mismatch => Mismatches.In(file).Find(m => m.Key == item.Subject) is { } pair ? MismatchWords.Of(pair.Topic) : S("Two sources that do not fit together"),
        ReviewItemKind.Concern => S("Finding cards"),
    };

    /// <summary>What a reviewer wrote about an item, one paragraph a line; empty when he wrote nothing.</summary>
    public static IReadOnlyList<string> WrittenBy(CaseFile file, ReviewItem item, Guid reviewer) => item.Kind switch
    {
        ReviewItemKind.Hit => [.. OfHit(file, item.Subject, reviewer).Where(t => t.Length > 0)],
        ReviewItemKind.Exclusion => file.Vetting.Exclusions.LastOrDefault(e => e.Provenance.By == reviewer && ReviewItem.SubjectOf(file, e.Value) == item.Subject)?.Value is { } said
            ? [.. new[] { said.Act, said.Contribution, said.KnowledgeAndIntent, said.Defences, said.Proportionality, said.Reason }.Where(t => t.Length > 0)]
            : [],
        ReviewItemKind.Voluntariness => [.. file.Vetting.Voluntariness.Where(v => v.Provenance.By == reviewer).TakeLast(1).Select(v => v.Value.Reason)],
        ReviewItemKind.Mismatch => [.. file.Vetting.MismatchSteps.Where(s => s.Provenance.By == reviewer && s.Value.Key == item.Subject).TakeLast(1)
            .SelectMany(s => s.Value.Reasons.Select(MismatchWords.Of).Append(s.Value.Words ?? string.Empty)).Where(t => t.Length > 0)],
        ReviewItemKind.Concern => [.. file.Vetting.Findings.Where(f => f.Provenance.By == reviewer).Select(f => f.Value.Claim)],
    };

    private static IEnumerable<string> OfHit(CaseFile file, string label, Guid reviewer) =>
        file.Vetting.LatestRun?.Value.Hits.Find(h => h.Label == label) is { } hit && file.Vetting.AnswerOf(reviewer, hit) is { } answer ? [string.Join("; ", answer.Codes.Select(c => InWords(c))), answer.Reason] : [];
}
