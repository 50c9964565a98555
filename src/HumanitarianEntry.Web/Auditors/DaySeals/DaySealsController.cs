using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Auditors.DaySeals;

/// <summary>The seals over the days: what all chains came to, signed, and whether they still say so.</summary>
public sealed class DaySealsController(DaySealVerifier verifier) : Controller
{
    [HttpGet(Paths.Seals), Nav("Daily seals", Order = 4)]
    public async Task<IActionResult> Index() => View(await verifier.VerifyAsync(HttpContext.RequestAborted));
}
