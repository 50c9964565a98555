using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>Puts something on file that speaks against the stance; it never counts for the person.</summary>
[Route("screeners/cases/{reference}/evidence/contrary")]
public sealed class ContraryController(CaseDoor door) : ScreenerForm<ContraryForm>(door)
{
    protected override string FormView => "Contrary";

    protected override string Done => S("It is on file, and shown beside the acts.");

    protected override bool MayFill(CaseView view) => view.Shown.Contains(Compartment.Evidence);

    protected override string NextPath(CaseView view) => $"{CasePath}{view.File.Reference}/evidence";

    protected override Act ToAct(ContraryForm form) => new RecordContraryAct(form.Kind!.Value, form.Description!, form.Source!) { On = form.On.ToDate(), Disclosed = form.Disclosed };
}

public sealed record ContraryForm
{
    [Required(ErrorMessage = "Choose what it is.")]
    public ContraryKind? Kind { get; init; }

    [Required(ErrorMessage = "Say what was seen.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Description { get; init; }

    [Required(ErrorMessage = "Say where it is known from.")]
    [StringLength(300, ErrorMessage = "This is longer than 300 signs.")]
    public string? Source { get; init; }

    public PartialDateForm On { get; init; } = new();

    public bool Disclosed { get; init; }
}

/// <summary>What the person says to it, or that it was not so.</summary>
[Route("screeners/cases/{reference}/evidence/contrary/answer")]
public sealed class ContraryAnswersController(CaseDoor door) : ScreenerForm<ContraryAnswerForm>(door)
{
    protected override string FormView => "ContraryAnswer";

    protected override string Done => S("The answer is on file.");

    protected override bool MayFill(CaseView view) => view.Shown.Contains(Compartment.Evidence);

    protected override string NextPath(CaseView view) => $"{CasePath}{view.File.Reference}/evidence";

    protected override Act ToAct(ContraryAnswerForm form) => new AnswerContraryAct(form.ContraryAct!, form.Answer!) { NotSo = form.NotSo };
}

public sealed record ContraryAnswerForm
{
    [Required(ErrorMessage = "Choose which one.")]
    public string? ContraryAct { get; init; }

    [Required(ErrorMessage = "Write the answer, or why it was not so.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Answer { get; init; }

    public bool NotSo { get; init; }

    public static IReadOnlyList<Choice> All(CaseView view) => [.. view.File.Evidence.ContraryActs.Values().Select(a => new Choice(a.Label, $"{a.Label}, {InWords(a.Kind)}"))];
}
