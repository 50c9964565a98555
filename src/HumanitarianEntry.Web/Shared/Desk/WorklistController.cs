using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Desk;

/// <summary>First page of an audience whose members are put on cases by a coordinator and take none by themselves.</summary>
public abstract class WorklistController(Worklists worklists) : Controller
{
    [HttpGet(""), Nav("Cases", Order = 1)]
    public async Task<IActionResult> Index()
    {
        var (person, audience) = (Person.Of(User), HttpContext.Audience());
        var cases = await worklists.CaseloadAsync(person, audience.Roles.Select(Keys.Role).Where(person.Roles.Contains), HttpContext.RequestAborted);
        return View("/Shared/Desk/Worklist.cshtml", new MyCases(cases, $"/{audience.Path}/cases/"));
    }
}
