using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Acting;

public sealed record GateForm
{
    [Required(ErrorMessage = "Choose an outcome.")]
    public string? Outcome { get; init; }

    [Required(ErrorMessage = "Write the reason in a sentence or two.")]
    [StringLength(10_000, ErrorMessage = "The reason is longer than 10,000 signs.")]
    public string? Reason { get; init; }
}

/// <summary>The page of one gate for one person: its question, what stands against each outcome, what the first person proposed.</summary>
public sealed record GatePage(CaseView Case, GateRow Row, GateStep Step, Proposal? Proposal, IReadOnlyDictionary<string, IReadOnlyList<Blocker>> Blockers, GateForm Form, string CaseUrl)
{
    public bool IsOpen => Case.File.Position.IsOpen(Row.Gate);
}

/// <summary>What the person is asked to do at the gate now.</summary>
public enum GateStep
{
    Decide,
    Propose,
    Second,
    WaitForSecond,
    NotYours,
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
        IsForMe(gate) && await OpenAsync(reference, "gate") is { } view ? View("/Shared/Case/Gate.cshtml", await PageAsync(view, GateTable.For(gate), new GateForm())) : NotFound();

    protected async Task<IActionResult> DecideAsync(string reference, string gate, GateForm form)
    {
        if (!IsForMe(gate) || await OpenAsync(reference, "gate") is not { } view)
        {
            return NotFound();
        }

        var row = GateTable.For(gate);
        Act act = StepOf(view, row) switch
        {
            GateStep.Propose => new ProposeDecision(row.Gate, form.Outcome ?? string.Empty, form.Reason ?? string.Empty),
            GateStep.Second => new SecondDecision(row.Gate, form.Outcome ?? string.Empty, form.Reason ?? string.Empty),
            GateStep.Decide or GateStep.NotYours or GateStep.WaitForSecond => row.Eyes == Eyes.Two
                ? new DecideGate(row.Gate, form.Outcome ?? string.Empty, form.Reason ?? string.Empty)
                : new SecondDecision(row.Gate, form.Outcome ?? string.Empty, form.Reason ?? string.Empty),
        };
        return await PerformAsync(view, act, CasePath + view.File.Reference, act is ProposeDecision ? "Your proposal is stored. A second person has been told." : "The decision is stored and everybody concerned has been told.",
            async () => View("/Shared/Case/Gate.cshtml", await PageAsync((await OpenAsync(reference, "gate"))!, row, form)));
    }

    /// <summary>A gate at which none of the person's roles acts or may read looks like one that does not exist: its blockers can name hits and findings.</summary>
    private bool IsForMe(string gate) => GateTable.Exists(gate) && RolesHere.Any(GateTable.For(gate).MayKnowBlockers);

    private GateStep StepOf(CaseView view, GateRow row)
    {
        var proposal = view.File.ProposalOn(row.Gate);
        var mine = RolesHere.Where(r => row.Deciders.Contains(r) || row.Proposers.Contains(r)).ToList();
        if (mine.Count == 0)
        {
            return GateStep.NotYours;
        }

        if (row.Eyes == Eyes.Two)
        {
            return mine.Exists(row.Deciders.Contains) ? GateStep.Decide : GateStep.NotYours;
        }

        if (proposal is null)
        {
            return mine.Exists(row.Proposers.Contains) ? GateStep.Propose : GateStep.NotYours;
        }

        return proposal.By.By == Person.Id || proposal.Opinions.Exists(o => o.By.By == Person.Id) ? GateStep.WaitForSecond : GateStep.Second;
    }

    private async Task<GatePage> PageAsync(CaseView view, GateRow row, GateForm form) =>
        new(view, row, StepOf(view, row), view.File.ProposalOn(row.Gate), await verdicts.OfAsync(view, Person.As(RolesHere[0]), row.Gate, HttpContext.RequestAborted), form, CasePath + view.File.Reference);
}
