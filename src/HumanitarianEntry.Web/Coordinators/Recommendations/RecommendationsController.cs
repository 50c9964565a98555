using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Recommendations;

[Route("coordinators/cases/{reference}/recommendation")]
public sealed class RecommendationsController(CaseDoor door) : ActController<RecommendationForm>(door)
{
    protected override string Purpose => "recommendation";

    /// <summary>A new version begins with the words of the last one.</summary>
    protected override RecommendationForm FirstForm(CaseView view) =>
        view.File.Dossier.Recommendations.Latest() is { } last ? RecommendationForm.Of(last) : new();

    protected override string Done => S("The recommendation is written. Propose the decision at the gate now.");

    protected override Act ToAct(RecommendationForm form) => form.ToAct();
}
