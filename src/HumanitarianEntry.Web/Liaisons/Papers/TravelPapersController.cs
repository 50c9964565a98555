using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Liaisons.Papers;

[Route("liaisons/cases/{reference}/travel-paper")]
public sealed class TravelPapersController(CaseDoor door) : ActController<TravelPaperForm>(door)
{
    protected override string Purpose => "travel-paper";

    protected override string FormView => "TravelPapers";

    /// <summary>Only the post that has the dossier.</summary>
    protected override bool MayFill(CaseView view) => view.IsWithPost;

    protected override string Done => S("Thank you. The paper is recorded. Please confirm now that it is issued.");

    protected override Act ToAct(TravelPaperForm form) => form.ToAct();
}
