using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Web.Shared.Texts;

/// <summary>The answer is one of the languages of the applicants' pages, or one of the few other words that the form offers.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LanguageOfApplicantAttribute : ValidationAttribute
{
    private readonly string[] others;

    public LanguageOfApplicantAttribute(params string[] others)
    {
        this.others = others;
        ErrorMessage = "error.form";
    }

    public override bool IsValid(object? value) => value is null || (value is string language && (Languages.All.Contains(language) || others.Contains(language)));
}
