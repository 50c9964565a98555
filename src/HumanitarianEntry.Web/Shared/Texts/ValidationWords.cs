using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace HumanitarianEntry.Web.Shared.Texts;

/// <summary>
/// Gives every validation rule without words of its own a text key, so that no framework sentence reaches a reader.
/// A rule we have no words for stops the page in tests rather than speaking English to an applicant.
/// </summary>
public sealed class ValidationWords : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null)
                rule.ErrorMessage = KeyOf(rule);
        }
    }

    private static string KeyOf(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "error.required",
        StringLengthAttribute or MaxLengthAttribute or LengthAttribute => "error.too-long",
        MinLengthAttribute => "error.too-few",
        RangeAttribute => "error.out-of-range",
        EmailAddressAttribute => "error.email",
        RegularExpressionAttribute => "error.form",
        CompareAttribute => "error.differs",
        _ => "error.check",
    };

    /// <summary>Words for values that cannot be read at all ("abc" where a number is asked).</summary>
    public static void Bind(DefaultModelBindingMessageProvider messages, TextCatalogue catalogue)
    {
        var texts = new Texts(catalogue);
        messages.SetValueMustBeANumberAccessor(_ => texts["error.number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["error.number"]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["error.form"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["error.form"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["error.form"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["error.form"]);
        messages.SetValueIsInvalidAccessor(_ => texts["error.form"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["error.required"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["error.required"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["error.required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["error.required"]);
    }
}

/// <summary>Hands validation messages to the catalogue. Applicants' forms must use keys; staff forms may carry an English sentence of the staff texts.</summary>
public sealed class TextsLocalizer(TextCatalogue catalogue, bool keysOnly) : IStringLocalizer
{
    public static IStringLocalizer For(Type form, TextCatalogue catalogue) =>
        new TextsLocalizer(catalogue, form.Namespace is { } space && (space.Contains(".Applicants", StringComparison.Ordinal) || space.Contains(".Public", StringComparison.Ordinal)));

    public LocalizedString this[string name] => new(name, Find(name));

    public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(CultureInfo.CurrentCulture, Find(name), arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];

    private string Find(string name)
    {
        string language = new Texts(catalogue).Language;
        return keysOnly ? catalogue.Find(language, name) : catalogue.FindOrNull(language, name) ?? StaffWords.OrSame(name);
    }
}
