using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Obstacles;

public sealed record ObstacleForm
{
    [Required(ErrorMessage = "Say why he holds none."), StringLength(5_000)]
    public string? WhyNoneHeld { get; init; }

    [Required(ErrorMessage = "Say why his own state gives him none."), StringLength(5_000)]
    public string? WhyNoneFromOwnState { get; init; }

    [Required(ErrorMessage = "Say why the country of stay gives him none."), StringLength(5_000)]
    public string? WhyNoneFromHostState { get; init; }
}

[Route("counsel/cases/{reference}/obstacle")]
public sealed class ObstaclesController(CaseDoor door) : FormController<ObstacleForm>(door)
{
    protected override string CasePath => Paths.Cases;

    protected override string Purpose => "obstacle";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost(""), ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] ObstacleForm form) =>
        SendAsync(reference, form, _ => new RecordDocumentObstacle(form.WhyNoneHeld!.Trim(), form.WhyNoneFromOwnState!.Trim(), form.WhyNoneFromHostState!.Trim()), "Recorded. The dossier uses it.");

    protected override ObstacleForm FirstForm(CaseView view) => view.File.Identity.Obstacles.Latest() is { } last
        ? new() { WhyNoneHeld = last.WhyNoneHeld, WhyNoneFromOwnState = last.WhyNoneFromOwnState, WhyNoneFromHostState = last.WhyNoneFromHostState }
        : new();
}
