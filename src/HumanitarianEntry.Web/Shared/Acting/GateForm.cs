using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Recommendation;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Acting;

public sealed record GateForm
{
    [Required(ErrorMessage = "Choose an outcome.")]
    public string? Outcome { get; init; }

    [Required(ErrorMessage = "Write the reason in a sentence or two.")]
    [StringLength(10_000, ErrorMessage = "The reason is longer than 10,000 signs.")]
    public string? Reason { get; init; }

    /// <summary>Asked only where an outcome takes codes.</summary>
    public List<string> ReasonCodes { get; init; } = [];
}

/// <summary>The page of one gate for one person: its question, what stands against each outcome, what the first person proposed.</summary>
public sealed record GatePage(CaseView Case, GateRow Row, GateStep Step, Proposal? Proposal, IReadOnlyDictionary<string, IReadOnlyList<Blocker>> Blockers, GateForm Form, string CaseUrl)
{
    /// <summary>Codes of which "not recommended" names at least one; empty at other gates.</summary>
    public IReadOnlyList<string> Codes => Row.Gate == Gate.Recommendation ? RecommendationGate.ReasonCodes : [];

    public bool IsOpen => Case.File.Position.TakesDecision(Row.Gate);
}

/// <summary>
/// The gate page of an audience. It lists what stands against each outcome before anybody chooses; the rule is asked on the whole case inside the system,
/// only its sentences are shown.
/// </summary>
public abstract class GateController(CaseDoor door, GateVerdicts verdicts) : CaseController(door)
{
    /// <summary>URL of the case page in this audience, without the reference.</summary>
    protected abstract string CasePath { get; }

    protected async Task<IActionResult> ShowAsync(string reference, string gate) =>
        GateTable.Exists(gate) && await OpenAsync(reference, "gate") is { } view && await PageAsync(view, GateTable.For(gate), new GateForm()) is { } page
            ? View("/Shared/Case/Gate.cshtml", page)
            : NotFound();

    protected async Task<IActionResult> DecideAsync(string reference, string gate, GateForm form)
    {
        if (!GateTable.Exists(gate) || await OpenAsync(reference, "gate") is not { } view || !RolesOn(view).Any(GateTable.For(gate).MayKnowBlockers))
        {
            return NotFound();
        }

        // A form that comes late is sent to the rules all the same: they say what happened since.
        var row = GateTable.For(gate);
        var (outcome, reason) = (form.Outcome ?? string.Empty, form.Reason ?? string.Empty);
        Act act = row.Eyes == Eyes.Two ? new DecideGate(row.Gate, outcome, reason)
            : StepOf(view, row) == GateStep.Propose ? new ProposeDecision(row.Gate, outcome, reason) { ReasonCodes = [.. form.ReasonCodes] }
            : new SecondDecision(row.Gate, outcome, reason);
        return await PerformAsync(view, act, CasePath + view.File.Reference, S(act is ProposeDecision ? "Your proposal is stored. A second person has been told." : "The decision is stored and everybody concerned has been told."),
            async () => await OpenAsync(reference, "gate") is { } now && await PageAsync(now, row, form) is { } page ? View("/Shared/Case/Gate.cshtml", page) : NotFound());
    }

    private GateStep StepOf(CaseView view, GateRow row) => GateTurn.Of(view.File, row, Person.Id, RolesOn(view));

    /// <returns>Null for a gate at which none of the person's roles acts or may read: it looks like one that does not exist.</returns>
    private async Task<GatePage?> PageAsync(CaseView view, GateRow row, GateForm form)
    {
        foreach (var role in RolesOn(view))
        {
            if (await verdicts.OfAsync(view, Person.As(role), row.Gate, HttpContext.RequestAborted) is { } verdict)
            {
                return new GatePage(view, row, StepOf(view, row), view.File.ProposalOn(row.Gate), verdict.Against, form, CasePath + view.File.Reference);
            }
        }

        return null;
    }
}
