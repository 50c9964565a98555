using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>One period of service in one unit.</summary>
[Route("screeners/cases/{reference}/interview/service")]
public sealed class ServiceController(CaseDoor door) : ScreenerForm<ServiceForm>(door)
{
    protected override string FormView => "Service";

    protected override string Done => S("The service period is recorded.");

    protected override Act ToAct(ServiceForm form) => form.ToAct();
}

public sealed record ServiceForm
{
    [Required(ErrorMessage = "Name the force.")]
    [StringLength(200)]
    public string? Force { get; init; }

    [RegularExpression("[0-9]{5}", ErrorMessage = "A military unit has a number of five digits.")]
    public string? Unit { get; init; }

    [StringLength(200)]
    public string? UnitName { get; init; }

    [Required(ErrorMessage = "Name the place.")]
    [StringLength(200)]
    public string? Place { get; init; }

    [DateNeeded(ErrorMessage = "Say since when; the year is enough.")]
    public PartialDateForm From { get; init; } = new();
    public PartialDateForm To { get; init; } = new();

    [Required(ErrorMessage = "Name the rank.")]
    [StringLength(200)]
    public string? Rank { get; init; }

    [Required(ErrorMessage = "Name the post.")]
    [StringLength(200)]
    public string? Post { get; init; }

    [Required(ErrorMessage = "Choose on what the service rested.")]
    public ServiceBasis? Basis { get; init; }

    public bool OnUkrainianTerritory { get; init; }
    public bool RemoteRole { get; init; }

    public RecordService ToAct() => new(Force!.Trim(), Unit ?? string.Empty, Place!.Trim(), From.ToDate()!.Value, Rank!.Trim(), Post!.Trim(), Basis!.Value)
    {
        UnitName = UnitName.Clean(),
        To = To.ToDate(),
        OnUkrainianTerritory = OnUkrainianTerritory,
        RemoteRole = RemoteRole,
    };
}
