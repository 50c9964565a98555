using System.Globalization;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Shared.Reaching;

/// <summary>The page on which a legal stay is recorded, the same for everybody who records one.</summary>
public abstract class StayController(CaseDoor door) : ActController<StayForm>(door)
{
    protected override string Purpose => "stay";

    protected override string FormView => "/Shared/Reaching/Stay.cshtml";

    protected override string Done => S("The stay is recorded.");

    /// <summary>With "corrects" in the address the stay of that number is filled in.</summary>
    protected override StayForm FirstForm(CaseView view) =>
        int.TryParse(Request.Query["corrects"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && view.File.Contact.Standing().FirstOrDefault(s => s.Number == number) is { } known
            ? StayForm.Of(known)
            : new() { Country = view.File.CountryOfStay };

    protected override Act ToAct(StayForm form) => form.ToAct();
}
