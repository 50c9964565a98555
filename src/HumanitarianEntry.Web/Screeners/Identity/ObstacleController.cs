using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Identity;

/// <summary>Why there is no travel document and none to be had.</summary>
[Route("screeners/cases/{reference}/identity/obstacle")]
public sealed class ObstacleController(CaseDoor door) : ScreenerForm<ObstacleForm>(door)
{
    protected override string FormView => "Obstacle";

    protected override string Done => S("Recorded why there is no travel document.");

    protected override Act ToAct(ObstacleForm form) => form.ToAct();
}

public sealed record ObstacleForm
{
    [Required(ErrorMessage = "Write why the person holds none.")]
    public string? WhyNoneHeld { get; init; }

    [Required(ErrorMessage = "Write why the own state gives none.")]
    public string? WhyNoneFromOwnState { get; init; }

    [Required(ErrorMessage = "Write why the country of stay gives none.")]
    public string? WhyNoneFromHostState { get; init; }

    public RecordDocumentObstacle ToAct() => new(WhyNoneHeld!.Trim(), WhyNoneFromOwnState!.Trim(), WhyNoneFromHostState!.Trim());
}
