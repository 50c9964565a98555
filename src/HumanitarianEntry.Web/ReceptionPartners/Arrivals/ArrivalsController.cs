using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ReceptionPartners.Arrivals;

public sealed class ArrivalsController(CaseDoor door, Worklists worklists) : CaseController(door)
{
    /// <summary>Each arrival is opened like its own page, so that the list says no more than the page.</summary>
    [HttpGet(Paths.Home), Nav("Arrivals", Order = 1)]
    public async Task<IActionResult> Index()
    {
        var arrivals = new List<Arrival>();
        foreach (var item in await worklists.MineAsync(Person.As(Role.ReceptionPartner), HttpContext.RequestAborted))
        {
            if (await OpenAsync(item.Reference, "arrivals") is { } view)
            {
                arrivals.Add(Arrival.Of(view));
            }
        }

        return View(arrivals.OrderBy(a => a.Status switch { ArrivalStatus.Arrived => 0, ArrivalStatus.OnTheWay => 1, ArrivalStatus.WithYou => 2, ArrivalStatus.NotOnTheWay => 3, ArrivalStatus.Ended => 4 }).ToList());
    }

    [HttpGet(Paths.Cases + "{reference}")]
    public async Task<IActionResult> Show(string reference) => await OpenAsync(reference, "arrivals") is { } view ? View(Arrival.Of(view)) : NotFound();
}
