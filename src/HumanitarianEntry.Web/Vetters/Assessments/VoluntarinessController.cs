using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>Did the person enter and stay in service of his own will? (handbook 4d)</summary>
[Route("vetters/cases/{reference}/voluntariness")]
[RequestFormLimits(ValueLengthLimit = CaseDrafts.MaxBytes)]
public sealed class VoluntarinessController(CaseDoor door) : VetterForm<VoluntarinessForm>(door)
{
    protected override string FormView => "Voluntariness";

    protected override string Done => S("The finding is on file.");

    protected override Act ToAct(VoluntarinessForm form) => form.ToAct();

    protected override VoluntarinessForm FirstForm(Casework.Queries.CaseView view) => VoluntarinessForm.Of(view.File.Vetting.Voluntariness.LastOrDefault(v => v.Provenance.By == Person.Id)?.Value);
}

public sealed record VoluntarinessForm
{
    [Required(ErrorMessage = "Choose how the person came into service.")]
    public EntryIntoService? Entered { get; init; }

    public PartialDateForm Since { get; init; } = new();

    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Recruited { get; init; }

    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Alternatives { get; init; }

    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Knew { get; init; }

    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Pay { get; init; }

    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? ChancesTaken { get; init; }

    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? ChancesNotTaken { get; init; }

    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Refusals { get; init; }

    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Decorations { get; init; }

    public List<string> Links { get; init; } = [];

    [Required(ErrorMessage = "Choose the conclusion.")]
    public VoluntarinessConclusion? Conclusion { get; init; }

    [Required(ErrorMessage = "Say what carries the finding.")]
    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Reason { get; init; }

    public AssessVoluntariness ToAct() => new(Conclusion == VoluntarinessConclusion.Voluntary, Reason!.Trim())
    {
        CannotTell = Conclusion == VoluntarinessConclusion.CannotTell,
        Entered = Entered,
        Since = Since.ToDate(),
        Recruited = Recruited.Clean() ?? string.Empty,
        Alternatives = Alternatives.Clean() ?? string.Empty,
        Knew = Knew.Clean() ?? string.Empty,
        Pay = Pay.Clean() ?? string.Empty,
        ChancesTaken = ChancesTaken.Clean() ?? string.Empty,
        ChancesNotTaken = ChancesNotTaken.Clean() ?? string.Empty,
        Refusals = Refusals.Clean() ?? string.Empty,
        Decorations = Decorations.Clean() ?? string.Empty,
        Links = [.. Links.Select(FactLink.Parse).OfType<FactLink>().Distinct()],
    };

    /// <summary>Begins with what the same person found before; the conclusion and its reason are given anew.</summary>
    public static VoluntarinessForm Of(VoluntarinessFinding? before) => before is null ? new() : new()
    {
        Entered = before.Entered,
        Since = before.Since is { } since ? new PartialDateForm { Year = since.Year, Month = since.Month, Day = since.Day } : new(),
        Recruited = before.Recruited,
        Alternatives = before.Alternatives,
        Knew = before.Knew,
        Pay = before.Pay,
        ChancesTaken = before.ChancesTaken,
        ChancesNotTaken = before.ChancesNotTaken,
        Refusals = before.Refusals,
        Decorations = before.Decorations,
        Links = [.. (before.Links ?? []).Select(l => l.ToString())],
    };

    /// <summary>What the person said of entering and serving: answers of sections D and E.</summary>
    public static IEnumerable<Answer> Said(CaseFile file) => file.Interview.CurrentAnswers.Where(a => a.Code[0] is 'D' or 'E').OrderBy(a => a.Code, StringComparer.Ordinal);
}
