using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Recommendations;

[Route("coordinators/cases/{reference}/recommendation")]
public sealed class RecommendationsController(CaseDoor door) : FormController<RecommendationForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "recommendation";

    /// <summary>A new version begins with the words of the last one.</summary>
    protected override RecommendationForm FirstForm(CaseView view) =>
        view.File.Dossier.Recommendations.Latest() is { } last ? RecommendationForm.Of(last) : new();

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] RecommendationForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The recommendation is written. Propose the decision at the gate now.");
}
