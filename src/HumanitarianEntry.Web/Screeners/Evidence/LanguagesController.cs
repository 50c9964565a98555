using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

public sealed record LanguageForm
{
    [Required(ErrorMessage = "Choose the language from the list.")]
    public string? Language { get; init; }
}

/// <summary>Says in which language an item is.</summary>
[Route("screeners/cases/{reference}/evidence/{label}/language")]
public sealed class LanguagesController(CaseDoor door) : ItemForm<LanguageForm>(door)
{
    protected override string FormView => "Language";

    protected override string Done => S("The language is on file.");

    protected override Act ToAct(LanguageForm form) => new RecordEvidenceLanguage(Label, form.Language!);
}
