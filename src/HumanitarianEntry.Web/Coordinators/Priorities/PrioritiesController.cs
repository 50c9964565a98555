using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Priorities;

[Route("coordinators/cases/{reference}/priority")]
public sealed class PrioritiesController(CaseDoor door) : ActController<PriorityForm>(door)
{
    protected override string Purpose => "priority";

    protected override string Done => S("The priority is changed.");

    protected override Act ToAct(PriorityForm form) => form.ToAct();
}
