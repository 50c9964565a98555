using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Styleguide;

/// <summary>Every component in every state, for people who write pages and for the test that takes their picture. Demonstration and development only.</summary>
public sealed class StyleguideController : Controller
{
    [HttpGet("/styleguide")]
    public IActionResult Index()
    {
        ModelState.AddModelError("Wrong", "Write the answer in digits");
        ModelState.AddModelError("WrongDate.Day", "This month has no such day. Please check the day");
        return View(new StyleguideForm());
    }
}

public sealed record StyleguideForm
{
    public string? Empty { get; init; }
    public string? Wrong { get; init; } = "about ten";
    public string? Story { get; init; } = "We were moved at night. Нас перевезли ночью.";
    public string? Answer { get; init; } = "unknown";
    public string[] Several { get; init; } = ["passport"];
    public string? Country { get; init; } = "KZ";
    public string? File { get; init; }
    public string? Code { get; init; } = "0000 1111 2222 3333 4444";
    public PartialDateForm Date { get; init; } = new() { Month = 3, Year = 2024 };
    public PartialDateForm WrongDate { get; init; } = new() { Day = 31, Month = 2, Year = 2024 };

    public static IReadOnlyList<Choice> Answers =>
    [
        new("yes", "Yes"),
        new("no", "No"),
        new("unknown", "I do not know", "That is an honest answer, and it does you no harm."),
        new("unsaid", "I do not want to say"),
    ];

    public static IReadOnlyList<Choice> Papers => [new("passport", "Internal passport"), new("military", "Military ID"), new("none", "None of these")];

    public static IReadOnlyList<Choice> Countries => [new("", "Choose a country"), new("KZ", "Kazakhstan"), new("AM", "Armenia"), new("GE", "Georgia")];
}
