using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>Did he enter and stay in service of his own will?</summary>
[Route("vetters/cases/{reference}/voluntariness")]
public sealed class VoluntarinessController(CaseDoor door) : VetterForm<VoluntarinessForm>(door)
{
    protected override string FormView => "Voluntariness";

    protected override string Done => S("The finding is on file.");

    protected override Act ToAct(VoluntarinessForm form) => new AssessVoluntariness(form.Voluntary!.Value, form.Reason!.Trim());
}

public sealed record VoluntarinessForm
{
    [Required(ErrorMessage = "Choose yes or no.")]
    public bool? Voluntary { get; init; }

    [Required(ErrorMessage = "Say what carries the finding.")]
    [StringLength(10_000, ErrorMessage = "The reason is longer than 10,000 signs.")]
    public string? Reason { get; init; }
}
