using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>The statement in the person's own words, with its translation.</summary>
[Route("screeners/cases/{reference}/interview/statement")]
public sealed class StatementController(CaseDoor door) : ScreenerForm<StatementForm>(door)
{
    protected override string FormView => "Statement";

    protected override StatementForm FirstForm(CaseView view) => view.File.Interview.Statements.Latest() is { } last ? StatementForm.Of(last) : new StatementForm();

    protected override string Done => "The statement is recorded.";

    protected override Act ToAct(StatementForm form) => form.ToAct();
}

public sealed record StatementForm
{
    [Required(ErrorMessage = "Name the language of the statement.")]
    public string? Language { get; init; } = "ru";

    [Required(ErrorMessage = "Write the statement first.")]
    public string? Text { get; init; }

    public string? Translation { get; init; }
    public string? TranslationLanguage { get; init; } = "fr";
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
