using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.Stop;

/// <summary>Stopping at any time, without a reason: first what will happen, then one clear yes.</summary>
[Route("applicants/stop")]
public sealed class StopController(OwnDoor door) : OwnController(door)
{
    [HttpGet]
    public Task<IActionResult> New() => ShowAsync(new StopForm());

    [HttpPost, ShowsFormAgain]
    public Task<IActionResult> Create(StopForm form) =>
        PerformAsync(new WithdrawCase { Reason = string.IsNullOrWhiteSpace(form.Reason) ? null : form.Reason.Trim() }, "/applicants", "stop.done", () => ShowAsync(form));

    private async Task<IActionResult> ShowAsync(StopForm form) => await OpenAsync("own-stop") is { } ? View("New", form) : NotFound();
}

public sealed record StopForm
{
    [StringLength(4000)]
    public string? Reason { get; init; }

    /// <summary>"yes" when the person ticked that he wants to stop.</summary>
    [Required(ErrorMessage = "stop.sure.missing")]
    public string? Sure { get; init; }
}
