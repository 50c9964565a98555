using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Checks;

/// <summary>One name against the lists in force, beside any case. That it was done, by whom and for what is on the chain before the answer is shown; the name is kept nowhere.</summary>
[Route("vetters/checks")]
public sealed class ChecksController(SingleChecks checks) : Controller
{
    [HttpGet(""), Nav("Check a name", Order = 4)]
    public IActionResult New() => View("New", new CheckPage(new CheckForm(), null));

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] CheckForm form)
    {
        if (!ModelState.IsValid)
        {
            return Again(form);
        }

        var result = await checks.RunAsync(form.ToCheck(Person.Of(User).Id), HttpContext.RequestAborted);
        if (result is null)
        {
            ModelState.AddModelError(string.Empty, S("No list is in force: nothing was searched."));
            return Again(form);
        }

        Response.Headers.CacheControl = "no-store";
        return View("New", new CheckPage(form, result));
    }

    private ViewResult Again(CheckForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("New", new CheckPage(form, null));
    }
}

/// <param name="Result">Null before a search.</param>
public sealed record CheckPage(CheckForm Form, SingleCheckResult? Result);
