using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>The free narrative, later the signed statement in the person's own words, with its translation. What is typed is kept before it is stored.</summary>
[Route("screeners/cases/{reference}/interview/statement")]
public sealed class StatementController(CaseDoor door, InterviewDrafts drafts) : InterviewController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> New(string reference) => await OpenInterviewAsync(reference) is { } view ? await PageAsync(view, typed: null) : NotFound();

    [HttpPost(""), ShowsFormAgain]
    [RequestFormLimits(ValueLengthLimit = CaseDrafts.MaxBytes)]
    public async Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] StatementForm form, string? go, List<string>? shown)
    {
        if (await OpenInterviewAsync(reference) is not { } view)
        {
            return NotFound();
        }

        if (SessionStep(go) is { } step)
        {
            if (form != Stored(view))
            {
                await drafts.KeepAsync(view.File.Id, Person.Id, Request.ActKeyOf(), form, HttpContext.RequestAborted);
            }

            ModelState.Clear();
            return await PerformAsync(view, step.Act, step.Act is MarkBreak ? $"{UrlOf(view)}/statement" : UrlOf(view), step.Message, () => PageAsync(view, form));
        }

        var result = await PerformAsync(view, form.ToAct, UrlOf(view), _ => S("The statement is recorded."), () => PageAsync(view, form));
        if (result is LocalRedirectResult)
        {
            await drafts.DropAsync(view.File.Id, Person.Id, Request.ActKeyOf(), [], shown ?? [], HttpContext.RequestAborted);
        }

        return result;
    }

    [HttpPost("draft")]
    [RequestFormLimits(ValueLengthLimit = CaseDrafts.MaxBytes)]
    public async Task<IActionResult> Draft(string reference, [Bind(Prefix = "Form")] StatementForm form)
    {
        if (await FindAsync(reference) is not { } caseId)
        {
            return NotFound();
        }

        await drafts.KeepAsync(caseId, Person.Id, Request.ActKeyOf(), form, HttpContext.RequestAborted);
        return NoContent();
    }

    private async Task<IActionResult> PageAsync(CaseView view, StatementForm? typed)
    {
        var (mine, beside, shown) = await drafts.StatementOfAsync(view, Person.Id, HttpContext.RequestAborted);
        return View("Statement", new StatementPage(view, typed ?? mine ?? Stored(view), UrlOf(view), IsRestored: typed is null && mine is not null, beside, shown));
    }

    private static StatementForm Stored(CaseView view) => view.File.Interview.Statements.Latest() is { } last ? StatementForm.Of(last) : new StatementForm();
}

public sealed record StatementPage(CaseView Case, StatementForm Form, string Url, bool IsRestored, IReadOnlyList<BesideText> Beside, IReadOnlyList<string> Shown);

public sealed record StatementForm
{
    [Required(ErrorMessage = "Name the language of the statement.")]
    public string? Language { get; init; } = "ru";

    [Required(ErrorMessage = "Write the statement first.")]
    public string? Text { get; init; }

    public string? Translation { get; init; }
    public string? TranslationLanguage { get; init; } = "fr";
    [StringLength(200)]
    public string? TranslatorFunction { get; init; }
    public bool Signed { get; init; }

    public RecordStatement ToAct()
    {
        var translation = Translation.Clean();
        return new RecordStatement(Language!.Trim(), Text!.Trim())
        {
            Translation = translation,
            TranslationLanguage = translation is null ? null : TranslationLanguage.Clean(),
            TranslatorFunction = translation is null ? null : TranslatorFunction.Clean(),
            Signed = Signed,
        };
    }

    public static StatementForm Of(Statement last) => new()
    {
        Language = last.Language,
        Text = last.Text,
        Translation = last.Translation,
        TranslationLanguage = last.TranslationLanguage ?? "fr",
        TranslatorFunction = last.TranslatorFunction,
        Signed = last.Signed,
    };
}
