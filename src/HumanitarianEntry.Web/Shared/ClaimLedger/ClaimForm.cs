using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HumanitarianEntry.Web.Shared.ClaimLedger;

/// <summary>What somebody adds to the ledger about one claim, or about one pair of sections.</summary>
public sealed record ClaimForm
{
    public const string Tie = "tie";
    public const string Mark = "mark";
    public const string Explain = "explain";

    public const string TakeBack = "take-back";

    [StringLength(120)]
    public string? Claim { get; init; }

    [StringLength(120)]
    public string? Pair { get; init; }

    /// <summary>Fingerprint of the claim or pair as the page was shown.</summary>
    [StringLength(40)]
    public string? Seen { get; init; }

    /// <summary>Kind and mark of what the claim is tied to, with a colon between them.</summary>
    [StringLength(200)]
    public string? Target { get; init; }

    [StringLength(LedgerRules.MaxLength, ErrorMessage = "Your words are longer than 2,000 signs.")]
    public string? Reason { get; init; }

    public UnsupportedBecause? Because { get; init; }

    [StringLength(LedgerRules.MaxLength, ErrorMessage = "Your words are longer than 2,000 signs.")]
    public string? Words { get; init; }

    /// <summary>What is taken back.</summary>
    [StringLength(200)]
    public string? Label { get; init; }

    [StringLength(LedgerRules.MaxLength, ErrorMessage = "Your words are longer than 2,000 signs.")]
    public string? WhyWithdrawn { get; init; }

    /// <summary>What the button that was pressed asks for beyond single fields.</summary>
    public void Check(string? go, ModelStateDictionary state)
    {
        if (go == Tie && TargetOf() is null)
        {
            state.AddModelError("Form.Target", S("Choose what the claim rests on."));
        }

        if (go == Mark && Because is null)
        {
            state.AddModelError("Form.Because", S("Choose why nothing bears it out."));
        }

        if (go == TakeBack && string.IsNullOrWhiteSpace(Label))
        {
            state.AddModelError("Form.Label", S("Choose what is taken back."));
        }
    }

    public TieClaim ToTie() => TargetOf() is { } target ? new TieClaim(Claim!, target.Kind, target.Mark, Reason.Clean() ?? string.Empty) { Seen = Seen } : throw new InvalidOperationException("Checked before.");

    public MarkClaimUnsupported ToMark() => new(Claim!, Because!.Value) { Seen = Seen, Words = Words.Clean() };

    public UntieClaim ToWithdrawal() => new(Label!, WhyWithdrawn.Clean() ?? string.Empty);

    public ExplainDisagreement ToExplanation() => new(Pair!, Words.Clean() ?? string.Empty) { Seen = Seen };

    public static string ValueOf(BackingTarget target) => $"{target.Kind}:{target.Mark}";

    private BackingTarget? TargetOf() =>
        Target?.Split(':', 2) is [var kind, { Length: > 0 } mark] && Enum.TryParse<BackingKind>(kind, out var known) && Enum.IsDefined(known) ? new BackingTarget(known, mark) : null;
}
