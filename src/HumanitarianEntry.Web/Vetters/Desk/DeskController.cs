using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Desk;

/// <summary>The cases a vetter was put on. Vetters take none by themselves: who vets whom is the coordinator's choice.</summary>
[Route("vetters")]
public sealed class DeskController(Worklists worklists) : Controller
{
    [HttpGet(""), Nav("My cases", Order = 1)]
    public async Task<IActionResult> Index() => View(new DeskPage(await worklists.MineAsync(Person.Of(User).As(Role.Vetter), HttpContext.RequestAborted)));
}

public sealed record DeskPage(IReadOnlyList<WorkItem> Mine);
