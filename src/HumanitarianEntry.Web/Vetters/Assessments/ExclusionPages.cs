using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>What raised an exclusion question.</summary>
/// <param name="Key">Answer code, incident or label of a hit.</param>
/// <param name="IsOpen">It stands against the gate now.</param>
public sealed record ExclusionSubject(string Key, string Title, bool IsOpen);

/// <summary>What can be assessed in a case: marked answers, overlaps with a presence, hits that may weigh against the person, and what was assessed before.</summary>
public static class ExclusionSubjects
{
    public const int LongestKey = 200;

    public static IReadOnlyList<ExclusionSubject> Of(CaseFile file)
    {
        var open = VettingGate.OpenExclusionQuestions(file).ToList();
        var hits = (file.Vetting.LatestRun?.Value.Hits ?? []).Where(h => file.Vetting.AnswerTo(h)?.Outcome is HitOutcome.Same or HitOutcome.CannotTell && PersecutorRule.MayWeighAgainst(h.Class)).Select(h => h.Label).ToList();
        var assessed = file.Vetting.Exclusions.Values().Select(e => e.Subject);
        return [.. open.Concat(hits).Concat(assessed).Distinct(StringComparer.Ordinal).Select(key => new ExclusionSubject(key, Name(file, key), open.Contains(key) || (hits.Contains(key) && Exclusions.Latest(file.Vetting.Exclusions, key) is null)))];
    }

    public static ExclusionSubject? Find(CaseFile file, string? key) => Of(file).FirstOrDefault(s => s.Key == key);

    /// <summary>What it is in words; never anything that somebody said.</summary>
    public static string Name(CaseFile file, string key) =>
        file.Interview.AnswerTo(key) is not null ? S($"Answer {key}: {file.Interview.Questions.Find(key)?.Text(Shared.Texts.StaffWords.Language) ?? S("marked answer")}")
        : file.Vetting.Incidents.Values().Any(i => i.Id == key) ? S($"Incident {key}")
        : S($"Hit {key}");
}

/// <summary>The pages of an assessment, in order.</summary>
public static class ExclusionPages
{
    public static IReadOnlyList<ExclusionStep> All { get; } = Enum.GetValues<ExclusionStep>();

    public static ExclusionStep? Of(string section) => All.Where(s => Keys.Kebab(s.ToString()) == section).Select(s => (ExclusionStep?)s).FirstOrDefault();

    public static ExclusionStep After(ExclusionStep step) => step == ExclusionStep.Conclusion ? step : step + 1;

    public static string UrlOf(string caseUrl, string subject, ExclusionStep step) => $"{caseUrl}/exclusion/{Keys.Kebab(step.ToString())}?subject={Uri.EscapeDataString(subject)}";

    public static string DraftUrlOf(string caseUrl, string subject, ExclusionStep step) => $"{caseUrl}/exclusion/{Keys.Kebab(step.ToString())}/draft?subject={Uri.EscapeDataString(subject)}";

    /// <summary>Something is answered there.</summary>
    public static bool IsBegun(ExclusionStep step, ExclusionForm form) => step switch
    {
        ExclusionStep.Raised => false,
        ExclusionStep.Limb => form.Limb is not null,
        ExclusionStep.Elements => form.Limb is { } limb && form.Elements.Exists(e => !string.IsNullOrWhiteSpace(e.Words) && ExclusionElements.Of(limb).Contains(e.Element)),
        ExclusionStep.Act => new[] { form.Act, form.When, form.Where, form.Sources }.Any(t => !string.IsNullOrWhiteSpace(t)),
        ExclusionStep.Contribution => form.Modes.Count > 0 || !string.IsNullOrWhiteSpace(form.Contribution),
        ExclusionStep.Intent => !string.IsNullOrWhiteSpace(form.KnowledgeAndIntent),
        ExclusionStep.Grounds => form.Grounds.Count > 0 || !string.IsNullOrWhiteSpace(form.Defences),
        ExclusionStep.Proportionality => !string.IsNullOrWhiteSpace(form.Proportionality) || !string.IsNullOrWhiteSpace(form.Expiation),
        ExclusionStep.Standard => !string.IsNullOrWhiteSpace(form.Standard),
        ExclusionStep.Conclusion => form.Conclusion is not null || !string.IsNullOrWhiteSpace(form.Reason),
    };
}

public sealed record ExclusionList(CaseView Case, string CaseUrl, IReadOnlyList<ExclusionSubject> Subjects);

/// <param name="Whole">The assessment so far.</param>
/// <param name="Form">The same with the elements that this page asks for, in its order.</param>
public sealed record ExclusionPage(CaseView Case, string CaseUrl, ExclusionSubject Subject, ExclusionStep Step, ExclusionForm Whole, ExclusionForm Form, TypedAssessment Kept, bool IsAgain)
{
    /// <summary>What any conclusion but "no trigger" still lacks.</summary>
    public IReadOnlyList<ExclusionGap> Gaps()
    {
        if (Whole.Limb is null)
        {
            return [new ExclusionGap(ExclusionStep.Limb, Sentence.Of("Choose which part of article 1F is in question."))];
        }

        var act = (Whole with { Conclusion = Whole.Conclusion is null or ExclusionConclusion.NoTrigger ? ExclusionConclusion.TriggerCleared : Whole.Conclusion }).ToAct(Subject.Key);
        return [.. ExclusionRules.Missing(act.Assessment(null))];
    }
}

public sealed record ExclusionReading(CaseView Case, string CaseUrl, Recorded<ExclusionAssessment> Stored, string Author);

/// <summary>What raised a question, for the reader of any page.</summary>
public sealed record ExclusionRaised(CaseView Case, string CaseUrl, string Subject);
