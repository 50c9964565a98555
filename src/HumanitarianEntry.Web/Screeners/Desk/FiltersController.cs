using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Desk;

/// <summary>Choices of cases that a person keeps under names of his own.</summary>
[Route("screeners/filters")]
public sealed class FiltersController(SavedFilters filters) : Controller
{
    private Guid Me => Person.Of(User).Id;

    [HttpPost("")]
    public async Task<IActionResult> Keep([FromForm] ChoiceForm form, [FromForm] string? name)
    {
        var query = ChoiceForm.QueryOf(form.ToChoice());
        TempData[CaseController.DoneMessage] = name.Clean() switch
        {
            null or { Length: > SavedFilters.LongestName } => S("Nothing was kept: give the choice a name of 60 signs at most."),
            _ when query.Length == 0 => S("Nothing was kept: choose something first."),
            { } clean when await filters.KeepAsync(Me, clean, query, HttpContext.RequestAborted) => S("The choice is kept."),
            _ => S("Nothing was kept: you have 20 choices already. Remove one first."),
        };
        return LocalRedirect("/screeners" + query);
    }

    [HttpPost("removal")]
    public async Task<IActionResult> Forget([FromForm] Guid id)
    {
        await filters.ForgetAsync(Me, id, HttpContext.RequestAborted);
        TempData[CaseController.DoneMessage] = S("The choice is removed.");
        return LocalRedirect("/screeners");
    }
}
