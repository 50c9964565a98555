using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.DossierOfficers.Cases;

/// <param name="IsBeingMade">A version was asked for and has not come back from the worker.</param>
public sealed record CasePage(CaseView Case, Checklist Next, bool IsBeingMade, ClaimsSeen Claims)
{
    public string Url => CasesController.Path + Case.File.Reference;

    /// <summary>The gate says that facts changed after the newest version was made.</summary>
    public bool IsOutdated => Next.Gates.Any(g => g.Blockers.Any(b => b.Code == "dossier-is-outdated"));
}

[Route("dossier-officers/cases/{reference}")]
public sealed class CasesController(CaseDoor door, GateVerdicts verdicts, ClaimDesk claims) : CaseController(door)
{
    public const string Path = "/dossier-officers/cases/";

    private static Dictionary<string, Mend> Mends => new(StringComparer.Ordinal)
    {
        ["translation-open"] = new("translations", S("Translations")),
        ["translation-declined"] = new("translations", S("Translations")),
        ["translation-not-read"] = new("translations", S("Translations")),
        ["translation-is-stale"] = new("translations", S("Translations")),
        ["dossier-missing"] = new("versions", S("Make the dossier")),
        ["dossier-is-outdated"] = new("versions", S("Make a new version")),
        ["priority-changed"] = new("versions", S("Make a new version")),
        ["law-changed"] = new("versions", S("Make a new version")),
        ["leak-scan-missing"] = new("versions", S("Make a new version")),
        ["leak-scan-is-outdated"] = new("versions", S("Make a new version")),
        ["leak-found"] = new("versions", S("Make a new version")),
        ["claims-open"] = new("claims", S("Tie the open statements")),
        ["sections-disagree"] = new("claims", S("Look at the sections")),
    };

    [HttpGet("")]
    public async Task<IActionResult> Show(string reference)
    {
        if (await OpenAsync(reference, "caseload") is not { } view)
        {
            return NotFound();
        }

        var next = await GatesAhead.OfAsync(verdicts, view, Person.As(Role.DossierOfficer), Path + view.File.Reference, Mends, HttpContext.RequestAborted);
        var dossier = view.File.Dossier;
        var waiting = dossier.Requests.Values().Any(r => !dossier.Versions.Exists(v => v.Version == r.Version) && !dossier.OpenTroubles.Exists(t => t.Value.Version == r.Version && !t.Value.IsTriedAgain));
        return View("Show", new CasePage(view, next, waiting, await claims.OfAsync(view, Role.DossierOfficer, HttpContext.RequestAborted)));
    }
}
