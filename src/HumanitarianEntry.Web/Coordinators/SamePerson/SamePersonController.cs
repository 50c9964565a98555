using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.SamePerson;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SamePerson;

/// <summary>Other cases that may be the same person's: which, and what kind of thing agrees, never what the other case says. Two people make two cases one.</summary>
[Route("coordinators/cases/{reference}/same-person")]
public sealed class SamePersonController(CaseDoor door) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference) => await OpenAsync(reference, "same-person") is { } view ? Page(view, new JudgementForm()) : NotFound();

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Judge(string reference, [Bind(Prefix = "Form")] JudgementForm form)
    {
        if (await OpenAsync(reference, "same-person") is not { } view)
        {
            return NotFound();
        }

        var message = form.Judgement switch
        {
            Judgement.AnotherPerson => S("Another person: this pair does not come up again unless something new agrees."),
            Judgement.EndThisCase => S("Somebody on the other case is asked. This case goes on until he agrees."),
            Judgement.Agree => S("The other case ends, and this one goes on for both."),
            Judgement.Refuse => S("Both cases go on."),
            _ => string.Empty,
        };
        return await PerformAsync(view, form.ToAct, UrlOf(view), _ => message, () => Task.FromResult<IActionResult>(Page(view, form)));
    }

    private ViewResult Page(CaseView view, JudgementForm form) => View("Show", new SamePersonPage(view, form, UrlOf(view)));

    private static string UrlOf(CaseView view) => $"/coordinators/cases/{view.File.Reference}/same-person";
}

public enum Judgement
{
    AnotherPerson,
    EndThisCase,
    Agree,
    Refuse,
}

/// <param name="Form">What was typed about one of the pairs; empty otherwise.</param>
public sealed record SamePersonPage(CaseView Case, JudgementForm Form, string Url)
{
    public IReadOnlyList<Recorded<Likeness>> Open => Likenesses.Open(Case.File.Contact);

    public IReadOnlyList<MergeStep> Asked => Likenesses.Asked(Case.File.Contact);

    public string CaseUrl => $"/coordinators/cases/{Case.File.Reference}";

    public string? TypedFor(Guid other) => Form.Other == other ? Form.Reason : null;
}

public sealed record JudgementForm
{
    [Required(ErrorMessage = "Choose the pair again.")]
    public Guid? Other { get; init; }

    [Required(ErrorMessage = "Choose what it is.")]
    public Judgement? Judgement { get; init; }

    [Required(ErrorMessage = "Write the reason in a sentence or two.")]
    [StringLength(2_000, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Reason { get; init; }

    public Act ToAct() => Judgement!.Value switch
    {
        SamePerson.Judgement.AnotherPerson => new DismissLikeness(Other!.Value, Reason!.Trim()),
        SamePerson.Judgement.EndThisCase => new ProposeMerge(Other!.Value, Reason!.Trim()),
        SamePerson.Judgement.Agree => new AnswerMerge(Other!.Value, Agrees: true, Reason!.Trim()),
        SamePerson.Judgement.Refuse => new AnswerMerge(Other!.Value, Agrees: false, Reason!.Trim()),
    };
}

/// <summary>Kinds of agreement in words.</summary>
public static class LikenessWords
{
    public static string Of(LikenessReason reason) => reason switch
    {
        LikenessReason.Address => S("the same address to reach the person"),
        LikenessReason.Paper => S("the same number of a paper"),
        LikenessReason.NameAndBirthDate => S("a name that is the same in some spelling, and the same birth date"),
        LikenessReason.NameAndBirthYear => S("a name that is the same in some spelling, and the same year of birth"),
    };

    /// <summary>Without what another reason says already.</summary>
    public static IEnumerable<LikenessReason> Strongest(IReadOnlyList<LikenessReason> reasons) =>
        reasons.Contains(LikenessReason.NameAndBirthDate) ? reasons.Where(r => r != LikenessReason.NameAndBirthYear) : reasons;

    public static string Of(MergeStep step) => (step.Side, step.Stage) switch
    {
        (MergeSide.Ends, MergeStage.Asked) => S("Proposed to end this case; the other one would go on. No answer yet."),
        (MergeSide.Ends, MergeStage.Agreed) => S("This case ended; the other one goes on."),
        (MergeSide.Ends, MergeStage.Refused) => S("Somebody on the other case did not agree, or it could not be done any more. Both go on."),
        (MergeSide.GoesOn, MergeStage.Asked) => S("Proposed to end the other case; this one would go on."),
        (MergeSide.GoesOn, MergeStage.Agreed) => S("The other case ended; this one goes on for both."),
        (MergeSide.GoesOn, MergeStage.Refused) => S("Not agreed. Both go on."),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Stage, "Unknown stage."),
    };
}
