using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Consents;

[Route("coordinators/cases/{reference}/consent")]
public sealed class ConsentsController(CaseDoor door) : ActController<ConsentForm>(door)
{
    protected override string Purpose => "consent";

    protected override string Done => S("What the person said is recorded.");

    protected override Act ToAct(ConsentForm form) => form.ToAct();
}
