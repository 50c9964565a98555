using HumanitarianEntry.Casework.Drafting;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Editing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Designers.Proposals;

/// <param name="MayConfirm">A programme designer who did not propose it.</param>
/// <param name="IsOwn">The proposer himself, who may take it back.</param>
public sealed record ProposalPage(
    DrawnDefinition Definition, DrawnProposal Proposal, string Proposer, IReadOnlyList<DrawnDifference> Differences, IReadOnlyList<(string Code, string Message)> Findings, bool MayConfirm, bool IsOwn)
{
    public static string PartOf(DifferencePart part) => part switch
    {
        DifferencePart.Document => S("The procedure as a whole"),
        DifferencePart.Variable => S("Variables"),
        DifferencePart.Activity => S("Activities"),
        DifferencePart.Connection => S("Connections"),
    };
}

public sealed record ProposalsPage(IReadOnlyList<(DrawnDefinition Definition, DrawnProposal Proposal)> Waiting, IReadOnlyDictionary<Guid, string> Names);

/// <summary>The second pair of eyes: what would change, in words, and the decision.</summary>
[Route("designer/proposals")]
public sealed class ProposalsController(DefinitionShelf shelf, StaffDirectory staff) : Controller
{
    private Guid Me => Person.Of(User).Id;

    [HttpGet(""), Nav("Proposals", Order = 9)]
    public async Task<IActionResult> Index()
    {
        var waiting = (await shelf.AllAsync(HttpContext.RequestAborted)).Where(d => d.Proposal is not null).Select(d => (d, d.Proposal!)).ToList();
        return View(new ProposalsPage(waiting, await staff.NamesAsync([.. waiting.Select(w => w.Item2.By).Distinct()], HttpContext.RequestAborted)));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await PageAsync(id) is { } page ? View("Show", page) : NotFound();

    [HttpPost("{id:guid}/confirm"), Authorize(Roles = Audiences.DesignerRole)]
    public Task<IActionResult> Confirm(Guid id) => DecideAsync(id, publish: true);

    [HttpPost("{id:guid}/refuse"), Authorize(Roles = Audiences.DesignerRole)]
    public Task<IActionResult> Refuse(Guid id) => DecideAsync(id, publish: false);

    private async Task<IActionResult> DecideAsync(Guid id, bool publish)
    {
        if (await PageAsync(id) is not { } page)
        {
            return NotFound();
        }

        switch (await shelf.DecideAsync(id, publish, Person.Of(User).As(Role.ProgrammeDesigner), HttpContext.RequestAborted))
        {
            case ShelfResult.Done:
                var (name, version) = (page.Definition.DefinitionId, page.Definition.NextVersion);
                TempData[Paths.DoneMessage] = publish
                    ? S($"{name}: version {version} is published. New cases begin on it; running cases keep theirs.")
                    : S($"{name}: the proposal is off the table. The draft is kept.");
                return LocalRedirect(Paths.Proposals);
            case ShelfResult.Refused refused:
                foreach (var (code, message) in refused.Reasons)
                {
                    ModelState.AddModelError(string.Empty, $"{code}: {message}");
                }

                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return View("Show", page);
            default:
                return NotFound();
        }
    }

    private async Task<ProposalPage?> PageAsync(Guid id)
    {
        if ((await shelf.AllAsync(HttpContext.RequestAborted)).FirstOrDefault(d => d.Proposal?.Id == id) is not { Proposal: { } proposal } definition)
        {
            return null;
        }

        var next = WorkflowDefinition.Parse(proposal.Json, definition.NextVersionId);
        var names = await staff.NamesAsync([proposal.By], HttpContext.RequestAborted);
        var (isDesigner, isOwn) = (User.IsInRole(Audiences.DesignerRole), proposal.By == Me);
        return new ProposalPage(definition, proposal, names.GetValueOrDefault(proposal.By, S("somebody")), DefinitionDifference.Between(definition.InForce, next), shelf.FaultsOf(proposal.Json), isDesigner && !isOwn, isDesigner && isOwn);
    }
}
