using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Posts;

[Route("submission-officers/cases/{reference}/state-decision")]
public sealed class StateDecisionsController(CaseDoor door) : ActController<StateDecisionForm>(door)
{
    protected override string Purpose => "state-decision";

    protected override string FormView => "StateDecisions";

    protected override string Done => S("The decision is recorded and everybody concerned has been told.");

    protected override Act ToAct(StateDecisionForm form) => form.ToAct();
}
