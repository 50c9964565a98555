using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>An event that a unit is publicly tied to.</summary>
[Route("vetters/cases/{reference}/incident")]
public sealed class IncidentController(CaseDoor door) : VetterForm<IncidentForm>(door)
{
    protected override string FormView => "Incident";

    protected override string Done => S("The incident is on file. Hold the service against it next.");

    protected override Act ToAct(IncidentForm form) => form.ToAct();
}

public sealed record IncidentForm
{
    [Required(ErrorMessage = "Give the incident a short mark, such as I-1.")]
    [StringLength(50, ErrorMessage = "The mark is longer than 50 signs.")]
    public string? Id { get; init; }

    [Required(ErrorMessage = "Name the units by their numbers or names.")]
    [StringLength(2_000)]
    public string? Units { get; init; }

    [Required(ErrorMessage = "Name the place.")]
    public string? Place { get; init; }

    [DateNeeded(ErrorMessage = "Say since when; the year is enough.")]
    public PartialDateForm From { get; init; } = new();

    [DateNeeded(ErrorMessage = "Say until when; the year is enough.")]
    public PartialDateForm To { get; init; } = new();

    [Required(ErrorMessage = "Say what happened, in a few words.")]
    public string? Type { get; init; }

    [Required(ErrorMessage = "An incident needs at least one named source.")]
    public string? Sources { get; init; }

    [Range(-90, 90, ErrorMessage = "Degrees north go from -90 to 90.")]
    public double? Latitude { get; init; }

    [Range(-180, 180, ErrorMessage = "Degrees east go from -180 to 180.")]
    public double? Longitude { get; init; }

    public bool Contested { get; init; }

    // Numbers may be parted by spaces; in names spaces mean nothing.
    public ReportIncident ToAct() =>
        new(Id!.Trim(), [.. Units!.Split(Units.Any(char.IsLetter) ? [',', ';'] : [' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], Place!.Trim(), From.ToDate()!.Value, To.ToDate()!.Value, Type!.Trim(), Lines.Of(Sources)) { Latitude = Latitude, Longitude = Longitude, Contested = Contested };
}
