using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>Individual assessment under article 1F.</summary>
[Route("vetters/cases/{reference}/exclusion")]
public sealed class ExclusionController(CaseDoor door) : VetterForm<ExclusionForm>(door)
{
    protected override string FormView => "Exclusion";

    protected override string Done => S("The assessment is on file.");

    protected override Act ToAct(ExclusionForm form) => form.ToAct();
}

public sealed record ExclusionForm
{
    [Required(ErrorMessage = "Choose what raised the question.")]
    public string? Subject { get; init; }

    [Required(ErrorMessage = "Choose which part of article 1F is in question.")]
    public ExclusionLimb? Limb { get; init; }

    public string? Act { get; init; }
    public string? Contribution { get; init; }
    public string? KnowledgeAndIntent { get; init; }
    public string? Defences { get; init; }
    public string? Proportionality { get; init; }

    [Required(ErrorMessage = "Choose the conclusion.")]
    public ExclusionConclusion? Conclusion { get; init; }

    [Required(ErrorMessage = "Write the reason for the conclusion.")]
    [StringLength(20_000, ErrorMessage = "The reason is longer than 20,000 signs.")]
    public string? Reason { get; init; }

    public AssessExclusion ToAct() => new(Subject!, Limb!.Value, Act.Clean() ?? string.Empty, Conclusion!.Value, Reason!)
    {
        Contribution = Contribution.Clean() ?? string.Empty,
        KnowledgeAndIntent = KnowledgeAndIntent.Clean() ?? string.Empty,
        Defences = Defences.Clean() ?? string.Empty,
        Proportionality = Proportionality.Clean() ?? string.Empty,
    };

    /// <summary>What waits for the reader's own assessment: marked answers, overlaps with a presence, and hits that may weigh against the person.</summary>
    /// <param name="file">What his outcome rests on.</param>
    public static IReadOnlyList<Choice> Subjects(CaseFile file) =>
    [
        .. VettingGate.OpenExclusionQuestions(file).Select(s => new Choice(s, Name(file, s))),
        .. (file.Vetting.LatestRun?.Value.Hits ?? []).Where(h => file.Vetting.AnswerTo(h)?.Outcome is HitOutcome.Same or HitOutcome.CannotTell && PersecutorRule.MayWeighAgainst(h.Class))
            .Select(h => new Choice(h.Label, S($"Hit {h.Label}"))),
    ];

    private static string Name(CaseFile file, string subject) =>
        file.Interview.AnswerTo(subject) is not null ? S($"Answer {subject}: {file.Interview.Questions.Find(subject)?.Text(Shared.Texts.StaffWords.Language) ?? S("marked answer")}") : S($"Incident {subject}");
}
