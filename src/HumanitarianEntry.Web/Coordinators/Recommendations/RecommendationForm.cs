using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Coordinators.Recommendations;

/// <summary>A result, a finding and its evidence on each criterion; none may be left out (handbook G6).</summary>
public sealed record RecommendationForm : IValidatableObject
{
    private const int Longest = 5_000;
    private const string TooLong = "This is longer than 5,000 signs.";

    [Required(ErrorMessage = "Write the summary.")]
    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Summary { get; init; }

    public CriterionForm Identity { get; init; } = new();

    public CriterionForm Credibility { get; init; } = new();

    public CriterionForm Refusal { get; init; } = new();

    public CriterionForm Engagement { get; init; } = new();

    public CriterionForm Security { get; init; } = new();

    public CriterionForm Needs { get; init; } = new();

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Doubts { get; init; }

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Conditions { get; init; }

    public static RecommendationForm Of(RecommendationText text)
    {
        CriterionForm On(string criterion) => text.Findings.Find(f => f.Criterion == criterion) is { } found ? new() { Finding = found.Finding, Result = found.Result, Evidence = [.. found.Evidence] } : new();
        return new()
        {
            Summary = text.Summary,
            Identity = On("identity"),
            Credibility = On("credibility"),
            Refusal = On("refusal-of-the-war"),
            Engagement = On(Criteria.Engagement),
            Security = On("security"),
            Needs = On("needs"),
            Doubts = string.Join('\n', text.Doubts),
            Conditions = string.Join('\n', text.Conditions),
        };
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Each says which criterion it means: six times "choose a result" helps nobody who hears the page.
        foreach (var (property, criterion, typed) in ((string, string, CriterionForm)[])
        [
            (nameof(Identity), S("Identity"), Identity), (nameof(Credibility), S("Credibility"), Credibility), (nameof(Refusal), S("Refusal of the war"), Refusal),
            (nameof(Engagement), S("Engagement"), Engagement), (nameof(Security), S("Security"), Security), (nameof(Needs), S("Needs"), Needs),
        ])
        {
            if (typed.Result is null)
            {
                yield return new ValidationResult(S($"{criterion}: choose a result."), [$"{property}.{nameof(CriterionForm.Result)}"]);
            }

            if (string.IsNullOrWhiteSpace(typed.Finding))
            {
                yield return new ValidationResult(S($"{criterion}: write a finding."), [$"{property}.{nameof(CriterionForm.Finding)}"]);
            }
        }
    }

    /// <summary>The evidence that a finding can rest on.</summary>
    public static IReadOnlyList<Choice> EvidenceOf(CaseFile file) => [.. file.Evidence.Items.Values().Select(i => new Choice(i.Label, $"{i.Label}, {i.Title} ({file.Evidence.GradeOf(i.Label)?.ToString() ?? S("not graded")})"))];

    public WriteRecommendation ToAct() => new(
        Summary!,
        [
            Identity.On("identity"), Credibility.On("credibility"), Refusal.On("refusal-of-the-war"),
            Engagement.On(Criteria.Engagement), Security.On("security"), Needs.On("needs"),
        ])
    {
        Doubts = Lines.Of(Doubts),
        Conditions = Lines.Of(Conditions),
    };
}

/// <summary>What is found on one criterion.</summary>
public sealed record CriterionForm
{
    public CriterionResult? Result { get; init; }

    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Finding { get; init; }

    public IReadOnlyList<string>? Evidence { get; init; }

    public CriterionFinding On(string criterion) => new(criterion, Finding!.Trim()) { Result = Result, Evidence = [.. Evidence ?? []] };
}
