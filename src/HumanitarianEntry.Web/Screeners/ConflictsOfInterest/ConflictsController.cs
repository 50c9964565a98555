using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.ConflictsOfInterest;

/// <summary>I must not work on this case: takes me off it at once. Only coordinators read why.</summary>
[Route("screeners/cases/{reference}/conflict")]
public sealed class ConflictsController(CaseDoor door) : CaseController(door)
{
    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference, new ConflictForm());

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] ConflictForm form) => await OpenAsync(reference, "conflict") is { } view
        ? await PerformAsync(view, form.ToAct, "/screeners", _ => S("You are off the case and cannot see it any more. The coordinator was told."), () => ShowAsync(reference, form))
        : NotFound();

    private async Task<IActionResult> ShowAsync(string reference, ConflictForm form) =>
        await OpenAsync(reference, "conflict") is { } view ? View("New", new FormPage<ConflictForm>(view, form, ScreenerPaths.Case + view.File.Reference)) : NotFound();
}

public sealed record ConflictForm
{
    public static IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<ConflictKind>().Select(k => new Choice(k.ToString(), AssignmentWords.Of(k)))];

    [Required(ErrorMessage = "Choose what it is.")]
    public ConflictKind? Kind { get; init; }

    [Required(ErrorMessage = "Say it in a sentence.")]
    [StringLength(DeclareConflict.MaxReason, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Reason { get; init; }

    public DeclareConflict ToAct() => new(Kind!.Value, Reason!);
}
