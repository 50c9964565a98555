using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>Holds a service period against an incident.</summary>
[Route("vetters/cases/{reference}/overlap")]
public sealed class OverlapController(CaseDoor door) : VetterForm<OverlapForm>(door)
{
    protected override string FormView => "Overlap";

    protected override string Done => S("The result of the rule is on file.");

    protected override Act ToAct(OverlapForm form) => form.ToAct();
}

public sealed record OverlapForm
{
    /// <summary>Service label and incident, joined by a bar.</summary>
    [Required(ErrorMessage = "Choose which service is held against which incident.")]
    [RegularExpression(@"[^|]+\|[^|]+", ErrorMessage = "Choose one of the pairs.")]
    public string? Pair { get; init; }

    public string? AbsenceProvenBy { get; init; }
    public PartialDateForm AbsentFrom { get; init; } = new();
    public PartialDateForm AbsentTo { get; init; } = new();

    public AssessUnitOverlap ToAct()
    {
        var parts = Pair!.Split('|');
        return new AssessUnitOverlap(parts[0], parts[1]) { AbsenceProvenBy = AbsenceProvenBy.Clean(), AbsentFrom = AbsentFrom.ToDate(), AbsentTo = AbsentTo.ToDate() };
    }

    /// <summary>The pairs that wait for an answer, and those whose answer a proof of absence could change.</summary>
    public static IReadOnlyList<Choice> OpenPairs(CaseFile file) =>
    [
        .. VettingGate.OpenOverlaps(file).Concat(VettingGate.CurrentOverlaps(file).Where(o => o.IsPresence()).Select(o => (Service: o.ServiceLabel, Incident: o.IncidentId))).Distinct()
            .Select(p => new Choice($"{p.Service}|{p.Incident}", S($"Service {p.Service} and incident {p.Incident}"))),
    ];

    /// <summary>Evidence that may prove that he was elsewhere.</summary>
    public static IReadOnlyList<Choice> Proofs(CaseFile file) =>
        [new Choice(string.Empty, S("No proof of absence")), .. file.Evidence.Items.Values().Select(i => new Choice(i.Label, $"{i.Label}, {i.Title} ({file.Evidence.GradeOf(i.Label)?.ToString() ?? S("not graded")})"))];
}
