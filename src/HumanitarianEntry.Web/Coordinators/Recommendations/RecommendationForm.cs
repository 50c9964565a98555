using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Coordinators.Recommendations;

/// <summary>A finding on each of the five criteria; none may be left out (handbook G6).</summary>
public sealed record RecommendationForm
{
    private const string Missing = "Write a finding on this criterion.";
    private const int Longest = 5_000;
    private const string TooLong = "This is longer than 5,000 signs.";

    [Required(ErrorMessage = "Write the summary.")]
    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Summary { get; init; }

    [Required(ErrorMessage = Missing)]
    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Identity { get; init; }

    [Required(ErrorMessage = Missing)]
    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Refusal { get; init; }

    [Required(ErrorMessage = Missing)]
    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Engagement { get; init; }

    [Required(ErrorMessage = Missing)]
    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Security { get; init; }

    [Required(ErrorMessage = Missing)]
    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Needs { get; init; }

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Doubts { get; init; }

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Conditions { get; init; }

    public static RecommendationForm Of(RecommendationText text)
    {
        string? On(string criterion) => text.Findings.Find(f => f.Criterion == criterion)?.Finding;
        return new()
        {
            Summary = text.Summary,
            Identity = On("identity"),
            Refusal = On("refusal-of-the-war"),
            Engagement = On("engagement"),
            Security = On("security"),
            Needs = On("needs"),
            Doubts = string.Join('\n', text.Doubts),
            Conditions = string.Join('\n', text.Conditions),
        };
    }

    public WriteRecommendation ToAct()
    {
        ImmutableList<CriterionFinding> findings =
        [
            new("identity", Identity!.Trim()),
            new("refusal-of-the-war", Refusal!.Trim()),
            new("engagement", Engagement!.Trim()),
            new("security", Security!.Trim()),
            new("needs", Needs!.Trim()),
        ];
        return new(Summary!, findings) { Doubts = Lines.Of(Doubts), Conditions = Lines.Of(Conditions) };
    }
}
