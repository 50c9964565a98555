using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Desk;

/// <summary>Base of first pages on which a person takes cases that nobody holds in his role.</summary>
public abstract class PoolController(CasePool pool) : Controller
{
    protected Person Person => Person.Of(User);

    /// <param name="casePath">URL of the case page without the reference.</param>
    /// <param name="again">Shows the page again with what stands against it.</param>
    protected async Task<IActionResult> ClaimAsync(Role role, string? reference, string casePath, Func<Task<IActionResult>> again)
    {
        var result = await pool.ClaimAsync(Person.As(role), Person.Organisation, reference ?? string.Empty, Request.ActKeyOf(), HttpContext.RequestAborted);
        if (result is ActResult.Done done)
        {
            TempData[CaseController.DoneMessage] = S("The case is yours now.");
            return LocalRedirect(casePath + done.Reference);
        }

        ModelState.AddModelError(string.Empty, result switch
        {
            ActResult.Refused refused => string.Join(" ", refused.Blockers.Select(b => S(b.Message))),
            ActResult.Busy => S("The database is busy and took nothing. Press the button again in a moment."),
            _ => S("This case cannot be taken any more: somebody else was faster, or it has ended."),
        });
        Response.StatusCode = result is ActResult.Busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity;
        return await again();
    }
}
