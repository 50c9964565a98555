using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
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
public sealed class ObstaclesController(CaseDoor door) : ActController<ObstacleForm>(door)
{
    protected override string Purpose => "obstacle";

    protected override string Done => S("Recorded. The dossier uses it.");

    protected override Act ToAct(ObstacleForm form) => new RecordDocumentObstacle(form.WhyNoneHeld!.Trim(), form.WhyNoneFromOwnState!.Trim(), form.WhyNoneFromHostState!.Trim());

    protected override ObstacleForm FirstForm(CaseView view) => view.File.Identity.Obstacles.Latest() is { } last
        ? new() { WhyNoneHeld = last.WhyNoneHeld, WhyNoneFromOwnState = last.WhyNoneFromOwnState, WhyNoneFromHostState = last.WhyNoneFromHostState }
        : new();
}
