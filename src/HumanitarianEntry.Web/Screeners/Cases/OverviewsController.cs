using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Cases;

/// <summary>What is recorded of each part of the case, with the ways to add to it.</summary>
[Route("screeners/cases/{reference}")]
public sealed class OverviewsController(CaseDoor door) : CaseController(door)
{
    [HttpGet("contact")]
    public Task<IActionResult> Contact(string reference) => ShowAsync(reference, nameof(Contact), Compartment.Contact);

    [HttpGet("consents")]
    public Task<IActionResult> Consents(string reference) => ShowAsync(reference, nameof(Consents), Compartment.Contact);

    [HttpGet("identity")]
    public Task<IActionResult> Identity(string reference) => ShowAsync(reference, nameof(Identity), Compartment.Contact);

    [HttpGet("interview")]
    public Task<IActionResult> Interview(string reference) => ShowAsync(reference, nameof(Interview), Compartment.Interview);

    [HttpGet("evidence")]
    public Task<IActionResult> Evidence(string reference) => ShowAsync(reference, nameof(Evidence), Compartment.Evidence);

    // Papers are shown to those who also know the person; an evidence custodian sees only that the identity was decided.
    private async Task<IActionResult> ShowAsync(string reference, string view, Compartment needed) =>
        await OpenAsync(reference, "case") is { } opened && opened.Shown.Contains(needed)
            ? View(view, new OverviewPage(opened, RolesOn(opened), ScreenerPaths.Case + opened.File.Reference))
            : NotFound();
}

public sealed record OverviewPage(CaseView Case, IReadOnlyList<Role> Roles, string Url)
{
    /// <summary>True when the person may carry out this act here.</summary>
    public bool May<TAct>()
        where TAct : Act => Roles.Any(ActCatalogue.RuleOf(typeof(TAct)).Roles.Contains);
}
