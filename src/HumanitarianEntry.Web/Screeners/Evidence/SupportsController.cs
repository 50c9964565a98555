using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>Names one thing that bears an item out or contradicts it.</summary>
[Route("screeners/cases/{reference}/evidence/{label}/support")]
public sealed class SupportsController(CaseDoor door) : ItemForm<SupportForm>(door)
{
    protected override string FormView => "Support";

    protected override string Done => S("It is on the worksheet, and the corroboration was worked out anew.");

    protected override Act ToAct(SupportForm form) => new SupportEvidence(Label, form.Kind!.Value, form.Description!)
    {
        Other = form.Other.Clean(),
        Source = form.Source.Clean(),
        Ties = [.. form.Ties],
        SameAs = form.SameAs.Clean(),
    };
}

public sealed record SupportForm
{
    [Required(ErrorMessage = "Choose what it is.")]
    public SupportKind? Kind { get; init; }

    public string? Other { get; init; }

    [StringLength(300, ErrorMessage = "This is longer than 300 signs.")]
    public string? Source { get; init; }

    [Required(ErrorMessage = "Say what it shows and how that is known.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Description { get; init; }

    public List<SourceTie> Ties { get; init; } = [];

    public string? SameAs { get; init; }

    public static IReadOnlyList<Choice> Others(CaseView view, string item) =>
        [.. view.File.Evidence.Items.Values().Where(i => i.Label != item).Select(i => new Choice(i.Label, $"{i.Label}, {i.Title}"))];
}

/// <summary>Takes a support or a contradiction out of the reckoning.</summary>
[Route("screeners/cases/{reference}/evidence/{label}/withdrawn-support")]
public sealed class WithdrawnSupportsController(CaseDoor door) : ItemForm<WithdrawSupportForm>(door)
{
    protected override string FormView => "WithdrawSupport";

    protected override string Done => S("It counts no more; it stays on the worksheet with your reason.");

    protected override Act ToAct(WithdrawSupportForm form) => new WithdrawSupport(form.Support!, form.Reason!);
}

public sealed record WithdrawSupportForm
{
    [Required(ErrorMessage = "Choose which one.")]
    public string? Support { get; init; }

    [Required(ErrorMessage = "Say why it does not hold.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Reason { get; init; }

    /// <summary>The supports of an item that still count.</summary>
    public static IReadOnlyList<Choice> Standing(CaseView view, string item) =>
        [.. view.File.Evidence.SupportsOf(item).Select(s => s.Value).Where(s => view.File.Evidence.WithdrawalOf(s.Label) is null).Select(s => new Choice(s.Label, $"{s.Label}, {WorksheetWords.NameOf(s)}"))];
}
