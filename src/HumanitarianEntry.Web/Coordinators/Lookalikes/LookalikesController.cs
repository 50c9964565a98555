using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Lookalikes;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Lookalikes;

/// <summary>Files of this case that look like one of another case: which case it is, never what it holds. The coordinator says what it means for this case.</summary>
[Route("coordinators/cases/{reference}/lookalikes")]
public sealed class LookalikesController(CaseDoor door) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference) => await OpenAsync(reference, "lookalikes") is { } view ? Page(view, new LookalikeForm()) : NotFound();

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Answer(string reference, [Bind(Prefix = "Form")] LookalikeForm form) =>
        await OpenAsync(reference, "lookalikes") is { } view
            ? await PerformAsync(view, form.ToAct, UrlOf(view), _ => S("The answer is on file. It holds for this case; whoever is on the other one answers there."), () => Task.FromResult<IActionResult>(Page(view, form)))
            : NotFound();

    private ViewResult Page(CaseView view, LookalikeForm form) => View("Show", new LookalikesPage(view, form, UrlOf(view)));

    private static string UrlOf(CaseView view) => $"/coordinators/cases/{view.File.Reference}/lookalikes";
}

/// <param name="Form">What was typed about one of them; empty otherwise.</param>
public sealed record LookalikesPage(CaseView Case, LookalikeForm Form, string Url)
{
    public EvidenceFacts Facts => Case.File.Evidence;

    /// <summary>Alarms, those without an answer first.</summary>
    public IEnumerable<Recorded<Lookalike>> Alarms => Facts.Lookalikes.Where(l => l.Value.IsAlarm).OrderBy(l => LookalikeRules.AnswerTo(Facts, l.Value.Label) is not null);

    public IEnumerable<Lookalike> Within => Facts.Lookalikes.Values().Where(l => !l.IsAlarm);

    public string CaseUrl => $"/coordinators/cases/{Case.File.Reference}";
}

public sealed record LookalikeForm
{
    [Required(ErrorMessage = "Choose the file again.")]
    public string? Label { get; init; }

    [Required(ErrorMessage = "Choose what it is.")]
    public LookalikeVerdict? Verdict { get; init; }

    [Required(ErrorMessage = "Write the reason in a sentence or two.")]
    [StringLength(2_000, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Reason { get; init; }

    public Act ToAct() => new AnswerLookalike(Label!, Verdict!.Value, Reason!.Trim());
}
