using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ReceptionPartners.Decisions;

/// <summary>The one gate of a reception partner. While it is closed there is no page: the page would say where the case stands.</summary>
[Route("reception-partners/cases/{reference}/gates/reception")]
public sealed class DecisionsController(CaseDoor door, GateVerdicts verdicts) : GateController(door, verdicts)
{
    private static readonly string Key = GateTable.For(Gate.Reception).Key;

    protected override string CasePath => Paths.Cases;

    [HttpGet("")]
    public async Task<IActionResult> New(string reference) => await IsOpenAsync(reference) ? await ShowAsync(reference, Key) : NotFound();

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] GateForm form) => await IsOpenAsync(reference) ? await DecideAsync(reference, Key, form) : NotFound();

    private async Task<bool> IsOpenAsync(string reference) => await OpenAsync(reference, "gate") is { } view && view.File.Position.IsOpen(Gate.Reception);
}
