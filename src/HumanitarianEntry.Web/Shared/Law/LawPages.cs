using HumanitarianEntry.Casework.HostCountries;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.HostCountries;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Law;

/// <summary>The legal situation of one person as a role may see it.</summary>
/// <param name="Url">URL of this page; the forms lie below it.</param>
public sealed record LawPage(CaseView Case, string CaseUrl, string Url, IReadOnlyList<Role> Roles, HostRules Host, HostProfile? Profile, HostRisk Risk, DateTimeOffset Now)
{
    public IReadOnlyList<LegalDay> Days => LegalDays.Of(Case.File, Host);

    /// <summary>The person may record such a fact here.</summary>
    public bool May<TAct>()
        where TAct : Act => Roles.Any(ActCatalogue.RuleOf(typeof(TAct)).Roles.Contains);
}

/// <summary>The page with the days, the facts and the one timeline; the same for every audience that may see it.</summary>
public abstract class LawPageController(CaseDoor door, ProgrammeLibrary programmes, TimeProvider time) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference)
    {
        if (await OpenAsync(reference, "legal-situation") is not { } view)
        {
            return NotFound();
        }

        var roles = RolesOn(view);
        if (!roles.Any(role => AccessTable.For(role, Compartment.Legal) >= Access.Summary))
        {
            return NotFound();
        }

        var (shelf, country) = (programmes.Current, view.File.CountryOfStay);
        var url = $"/{HttpContext.Audience().Path}/cases/{view.File.Reference}";
        return View("/Shared/Law/Show.cshtml", new LawPage(view, url, url + "/law", roles, shelf.HostRulesIn(country), shelf.HostProfiles.GetValueOrDefault(country), shelf.RiskIn(country), time.GetUtcNow()));
    }
}
