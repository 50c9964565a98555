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

    [Required(ErrorMessage = "Name the units by their numbers.")]
    [RegularExpression("[0-9]{5}([ ,;]+[0-9]{5})*", ErrorMessage = "Write unit numbers of five digits, parted by commas.")]
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

    public ReportIncident ToAct() =>
        new(Id!.Trim(), [.. Units!.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)], Place!.Trim(), From.ToDate()!.Value, To.ToDate()!.Value, Type!.Trim(), Lines.Of(Sources));
}
