using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Liaisons.Answers;

[Route("liaisons/cases/{reference}/decision")]
public sealed class StateDecisionsController(CaseDoor door) : ActController<StateDecisionForm>(door)
{
    protected override string Purpose => "state-decision";

    protected override string FormView => "StateDecisions";

    /// <summary>Only the post that has the dossier.</summary>
    protected override bool MayFill(CaseView view) => view.IsWithPost;

    protected override string Done => S("Thank you. Your decision is recorded.");

    protected override Act ToAct(StateDecisionForm form) => form.ToAct();
}
