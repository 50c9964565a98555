using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Recommendations;

/// <summary>What the person says to the conditions of the recommendation.</summary>
[Route("coordinators/cases/{reference}/conditions")]
public sealed class ConditionsController(CaseDoor door) : ActController<ConditionsForm>(door)
{
    protected override string Purpose => "recommendation";

    protected override string FormView => "Conditions";

    protected override bool MayFill(CaseView view) => view.File.Recommendation?.Value is { Conditions.Count: > 0 };

    protected override string Done => S("The answer is on file.");

    protected override Act ToAct(ConditionsForm form) => new AnswerConditions(form.Accepts == "yes") { Words = form.Words.Clean() };
}

public sealed record ConditionsForm
{
    [Required(ErrorMessage = "Say what the person answered.")]
    public string? Accepts { get; init; }

    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Words { get; init; }
}
