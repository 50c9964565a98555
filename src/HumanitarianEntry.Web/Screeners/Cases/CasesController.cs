using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Cases;

/// <summary>The brief of one case: where it stands, what is next for me, what is known.</summary>
[Route("screeners/cases/{reference}")]
public sealed class CasesController(CaseDoor door, GateVerdicts verdicts) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference)
    {
        if (await OpenAsync(reference, "caseload") is not { } view)
        {
            return NotFound();
        }

        var url = ScreenerPaths.Case + view.File.Reference;
        var roles = RolesOn(view);
        var lists = new List<Checklist>();
        foreach (var role in roles)
        {
            lists.Add(await GatesAhead.OfAsync(verdicts, view, Person.As(role), url, Mends.All, HttpContext.RequestAborted));
        }

        return View(new CasePage(view, lists.Find(l => l.Gates.Any(g => g.IsMine)) ?? lists[0], roles, url));
    }
}

/// <param name="Roles">The roles in which the person is on the case.</param>
public sealed record CasePage(CaseView Case, Checklist Checklist, IReadOnlyList<Role> Roles, string Url)
{
    /// <summary>True when the person may carry out this act here.</summary>
    public bool May<TAct>()
        where TAct : Act => Roles.Any(ActCatalogue.RuleOf(typeof(TAct)).Roles.Contains);
}

/// <summary>Where each blocker of this desk's gates is mended.</summary>
public static class Mends
{
    public static IReadOnlyDictionary<string, Mend> All => new Dictionary<string, Mend>(StringComparer.Ordinal)
    {
        ["safe-contact-plan-missing"] = new("contact/plan", S("Plan safe contact")),
        ["consent-to-store-missing"] = new("consents/store", S("Record the consent to keep his data")),
        ["name-missing"] = new("identity/name", S("Record a name")),
        ["birth-missing"] = new("identity/birth", S("Record the birth")),
        ["identity-grade-missing"] = new("identity/grade", S("Grade the identity")),
        ["knowledge-contradicted"] = new("identity/grade", S("Grade the identity again")),
        ["identity-grade-too-high"] = new("identity", S("Look at papers and comparisons")),
        ["identity-in-doubt"] = new("identity", S("Look at papers and comparisons")),
        ["interview-not-held"] = new("interview/start", S("Start the interview")),
        ["answers-missing"] = new("interview/questions/a", S("Ask the questions")),
        ["read-back-missing"] = new("interview/read-back", S("Read the record back")),
        ["statement-missing"] = new("interview/statement", S("Record the statement")),
        ["no-trigger-marked"] = new("interview/questions/a", S("Mark the answer")),
        ["evidence-ungraded"] = new("evidence", S("Grade the evidence")),
        ["top-grade-needs-two"] = new("evidence", S("Have the grade confirmed by a second person")),
        ["evidence-contradicted"] = new("evidence", S("Look at the evidence")),
        ["grade-outrun"] = new("evidence", S("Grade the evidence anew")),
        ["evidence-below-threshold"] = new("evidence/new", S("Add evidence")),
    }.Concat(Enum.GetValues<ConsentPurpose>().Select(ConsentMend)).ToDictionary(StringComparer.Ordinal);

    private static KeyValuePair<string, Mend> ConsentMend(ConsentPurpose purpose) =>
        new($"consent-missing-{purpose}".ToLowerInvariant(), new Mend($"consents/{Keys.Kebab(purpose.ToString())}", S("Record the consent")));
}
