using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Shared.Reaching;

/// <summary>The page on which a legal stay is recorded, the same for everybody who records one.</summary>
public abstract class StayController(CaseDoor door) : ActController<StayForm>(door)
{
    protected override string Purpose => "stay";

    protected override string FormView => "/Shared/Reaching/Stay.cshtml";

    protected override string Done => S("The stay is recorded.");

    protected override StayForm FirstForm(CaseView view) => new() { Country = view.File.CountryOfStay };

    protected override Act ToAct(StayForm form) => form.ToAct();
}
