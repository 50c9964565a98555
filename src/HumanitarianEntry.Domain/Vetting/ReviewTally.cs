using System.Collections.Immutable;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>What two reviewers said to one item, in closed words and without anything of the case.</summary>
/// <param name="Kind">An item kind, or <see cref="OfOutcome"/>.</param>
/// <param name="First">Null where the first said nothing.</param>
/// <param name="Month">The month of the decision, such as 202611.</param>
public sealed record ReviewTally(string Kind, string? First, string? Second, int Month)
{
    public const string OfOutcome = "outcome";

    /// <summary>A third person took part; set on the line of the outcome only.</summary>
    public bool Panel { get; init; }

    /// <summary>Three different outcomes.</summary>
    public bool Split { get; init; }

    /// <summary>Somebody dissented.</summary>
    public bool Dissent { get; init; }

    /// <summary>The lines that a decision of two or three reviewers gives.</summary>
    public static ImmutableList<ReviewTally> Of(ReviewComparison compared)
    {
        var decision = compared.Decision ?? throw new ArgumentException("The reviews are not decided yet.", nameof(compared));
        var month = (decision.By.At.UtcDateTime.Year * 100) + decision.By.At.UtcDateTime.Month;
        return
        [
            new ReviewTally(OfOutcome, compared.Opinions[0].Outcome, compared.Opinions[1].Outcome, month)
            {
                Panel = compared.Opinions.Count > 2,
                Split = compared.Opinions.Count > 2 && compared.Opinions.Select(o => o.Outcome).Distinct(StringComparer.Ordinal).Count() > 2,
                Dissent = decision.Dissent.Count > 0,
            },
            .. compared.Items.Select(i => new ReviewTally(WordOf(i.Kind.ToString()), Said(i.First), Said(i.Second), month)),
        ];
    }

    /// <summary>Whether a decision is one of two reviews.</summary>
    public static bool Concerns(GateDecision? decision) => decision is { Gate: Gate.Vetting, ProposedBy: not null };

    private static string? Said(ReviewAnswer answer) => answer == ReviewAnswer.NoAnswer ? null : WordOf(answer.ToString());

    private static string WordOf(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
