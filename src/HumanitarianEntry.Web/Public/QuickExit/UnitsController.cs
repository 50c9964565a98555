using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Public.QuickExit;

/// <summary>An ordinary page about weights and measures, which is also what it is: it converts.</summary>
public sealed class UnitsController : Controller
{
    [HttpGet("/units")]
    public IActionResult Units(decimal? amount) => View(new UnitsPage(amount is >= 0 and <= 1_000_000 ? amount.Value : 1));
}

public sealed record UnitsPage(decimal Amount)
{
    public IReadOnlyList<(string From, decimal Result, string To)> Rows =>
    [
        ("km", Amount * 0.621371m, "mi"),
        ("mi", Amount * 1.609344m, "km"),
        ("m", Amount * 3.280840m, "ft"),
        ("ft", Amount * 0.3048m, "m"),
        ("cm", Amount * 0.393701m, "in"),
        ("in", Amount * 2.54m, "cm"),
        ("kg", Amount * 2.204623m, "lb"),
        ("lb", Amount * 0.453592m, "kg"),
        ("l", Amount * 0.264172m, "gal (US)"),
        ("gal (US)", Amount * 3.785412m, "l"),
    ];
}
