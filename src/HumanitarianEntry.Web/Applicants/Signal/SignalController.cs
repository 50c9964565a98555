using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Fields;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.Signal;

/// <summary>A sign of life at the agreed moments. The page exists only while it is needed.</summary>
[Route("applicants/signal")]
public sealed class SignalController(OwnDoor door) : OwnController(door)
{
    [HttpGet]
    public Task<IActionResult> New() => ShowAsync(new SignalForm());

    [HttpPost, ShowsFormAgain]
    public async Task<IActionResult> Create(SignalForm form) => await OpenAsync("own-signal") is { } own
        ? await PerformAsync(form.ToAct(), "/applicants", "signal.done", () => ShowAsync(form))
        : NotFound();

    // Also while an emergency froze the journey: the way to say "I am safe" must never close (design 11.7).
    private async Task<IActionResult> ShowAsync(SignalForm form) =>
        await OpenAsync("own-signal") is { } own && own.File.Position.Open.Any(o => o.Gate == Gate.Journey) ? View("New", form) : NotFound();
}

public sealed record SignalForm
{
    [Required, EnumDataType(typeof(TravelEvent), ErrorMessage = "error.form")]
    public TravelEvent? Where { get; init; }

    [StringLength(1000)]
    public string? Note { get; init; }

    public Act ToAct() => new RecordCheckIn(Where ?? TravelEvent.Left) { Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim() };

    public static IReadOnlyList<Choice> Choices(Texts texts) =>
        [.. Enum.GetValues<TravelEvent>().Select(place => new Choice(place.ToString(), texts[$"signal.where.{place.ToString().ToLowerInvariant()}"]))];
}
