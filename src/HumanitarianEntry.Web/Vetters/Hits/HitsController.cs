using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Hits;

/// <summary>Is the person of the list entry the applicant?</summary>
[Route("vetters/cases/{reference}/hits/{label}")]
public sealed class HitsController(CaseDoor door, EntryAnswers elsewhere) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> New(string reference, string label) =>
        await OpenAsync(reference, "vetting") is { } view && HitPage.Of(view, label, new HitForm()) is { } page ? View(await WithOthersAsync(page)) : NotFound();

    [HttpPost("")]
    [ShowsFormAgain]
    public async Task<IActionResult> Create(string reference, string label, [Bind(Prefix = "Form")] HitForm form)
    {
        if (await OpenAsync(reference, "vetting") is not { } view || HitPage.Of(view, label, form) is not { } page)
        {
            return NotFound();
        }

        var act = form.ToAct(page.Hit.Label);
        var next = HitPage.NextFor(view.File, Person.Id, page.Hit.Label);
        var done = next is null ? S($"Your answer on hit {page.Hit.Label} is on file.") : S($"Your answer on hit {page.Hit.Label} is on file. Hit {next} is the next that waits for you.");
        return await PerformAsync(view, act, next is null ? page.CaseUrl : page.UrlOf(next), done, async () => View("New", await WithOthersAsync(page)));
    }

    private async Task<HitPage> WithOthersAsync(HitPage page) => page with { Elsewhere = await elsewhere.OfAsync(page.Case, page.Hit, HttpContext.RequestAborted) };
}

public sealed record HitForm
{
    public static IReadOnlyList<Choice> Answers =>
    [
        new("Same", S("Same person"), S("Counts only when a second person says so too.")),
        new("NotSame", S("Not the same person"), S("Holds until the entry or the applicant's names change.")),
        new("CannotTell", S("Cannot tell"), S("Stays open as a question: it may need an exclusion assessment.")),
    ];

    [Required(ErrorMessage = "Choose one of the three answers.")]
    public HitOutcome? Outcome { get; init; }

    // Lists that can be filled: the binder leaves read-only ones as they are. One for each answer, so that each is asked under its own heading.
    public List<HitReason> Same { get; init; } = [];

    public List<HitReason> NotSame { get; init; } = [];

    public List<HitReason> CannotTell { get; init; } = [];

    [Required(ErrorMessage = "Write what decides it: dates, places, patronymic, photo.")]
    [StringLength(10_000, ErrorMessage = "The reason is longer than 10,000 signs.")]
    public string? Reason { get; init; }

    [FullDate(ErrorMessage = "Write day, month and year, or leave the date empty.")]
    public PartialDateForm ReviewOn { get; init; } = new();

    public List<string> Evidence { get; init; } = [];

    public static IReadOnlyList<Choice> ReasonsFor(HitOutcome outcome) => [.. HitReasons.For(outcome).Select(r => new Choice(r.ToString(), InWords(r)))];

    /// <summary>Evidence of the case that an answer can rest on.</summary>
    public static IReadOnlyList<Choice> EvidenceOf(CaseFile file) => [.. file.Evidence.Items.Values().Select(i => new Choice(i.Label, $"{i.Label}, {i.Title}"))];

    public AdjudicateHit ToAct(string label) => new(label, Outcome ?? HitOutcome.CannotTell, Reason ?? string.Empty)
    {
        Codes = [.. Same, .. NotSame, .. CannotTell],
        ReviewOn = ReviewOn.ToDay(),
        Evidence = [.. Evidence],
    };
}
