using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/retry")]
public sealed class RetriesController(CaseDoor door) : ActController<RetryForm>(door)
{
    protected override string Purpose => "side-path";

    protected override string FormView => "Retry";

    protected override string Done => S("The step was tried again. If it failed once more, it stands here again.");

    protected override Act ToAct(RetryForm form) => form.ToAct();
}
