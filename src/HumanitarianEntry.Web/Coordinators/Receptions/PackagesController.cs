using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Receptions;

[Route("coordinators/cases/{reference}/reception-package")]
public sealed class PackagesController(CaseDoor door) : ActController<PackageForm>(door)
{
    protected override string Purpose => "reception";

    protected override string FormView => "Package";

    protected override string Done => S("The hand-over package is prepared.");

    protected override Act ToAct(PackageForm form) => form.ToAct();
}
