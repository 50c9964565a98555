using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Liaisons.Papers;

[Route("liaisons/cases/{reference}/travel-document")]
public sealed class PaperGatesController(CaseDoor door) : ActController<PaperGateForm>(door)
{
    protected override string Purpose => "gate";

    protected override string FormView => "PaperGates";

    /// <summary>Only the post that has the dossier.</summary>
    protected override bool MayFill(CaseView view) => view.IsWithPost;

    protected override string Done => S("Thank you. Your word on the travel paper is recorded.");

    protected override Act ToAct(PaperGateForm form) => form.ToAct();
}
