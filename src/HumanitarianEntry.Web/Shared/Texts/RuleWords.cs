using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;

namespace HumanitarianEntry.Web.Shared.Texts;

/// <summary>
/// Gives every validation rule the words of the reader's language. The framework looks up words only for the rules that it knows to have in a browser as well;
/// of every other rule it would show the bare text key.
/// </summary>
public sealed class RuleWords : IValidationAttributeAdapterProvider
{
    private readonly ValidationAttributeAdapterProvider known = new();

    public IAttributeAdapter? GetAttributeAdapter(ValidationAttribute attribute, IStringLocalizer? stringLocalizer) =>
        known.GetAttributeAdapter(attribute, stringLocalizer) ?? new AnyRule(attribute, stringLocalizer);

    private sealed class AnyRule(ValidationAttribute rule, IStringLocalizer? words) : AttributeAdapterBase<ValidationAttribute>(rule, words)
    {
        public override void AddValidation(ClientModelValidationContext context)
        {
            // Nothing is checked in the browser.
        }

        public override string GetErrorMessage(ModelValidationContextBase validationContext) =>
            GetErrorMessage(validationContext.ModelMetadata, validationContext.ModelMetadata.GetDisplayName());
    }
}
