using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Reviews;

/// <summary>The two reviews of a case: how far they are, and item by item side by side when both are sealed.</summary>
[Route("vetters/cases/{reference}/reviews")]
public sealed class ReviewsController(CaseDoor door) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference) =>
        await OpenAsync(reference, "vetting") is { } view ? View(new ReviewPage(view, Person.Id, ReviewRound.Of(view.File), ReviewComparison.Of(view.File))) : NotFound();
}

/// <param name="Compared">Null until both reviews are sealed.</param>
public sealed record ReviewPage(CaseView Case, Guid Person, ReviewRound Round, ReviewComparison? Compared)
{
    public string CaseUrl => VetterPaths.Case + Case.File.Reference;

    /// <summary>Where the two differ on what matters; first the page shows these.</summary>
    public IReadOnlyList<ReviewItem> Items => [.. (Compared?.Items ?? []).OrderByDescending(i => i.Weighs && !i.Agrees).ThenByDescending(i => !i.Agrees).ThenBy(i => i.Kind)];

    /// <summary>Who gave an opinion, by place: the first, the second, the third.</summary>
    public static string Place(int place) => place switch
    {
        0 => S("First review"),
        1 => S("Second review"),
        _ => S("Third person"),
    };
}
