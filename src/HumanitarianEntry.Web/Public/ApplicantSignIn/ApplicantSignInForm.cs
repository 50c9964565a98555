using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Public.ApplicantSignIn;

public sealed record ApplicantSignInForm : IValidatableObject
{
    private const int CodeLength = 20;

    [Required, StringLength(40)]
    public string? Reference { get; init; }

    [Required, StringLength(60)]
    public string? Code { get; init; }

    public string? ReturnPath { get; init; }

    [FromForm(Name = ExpiredForm.KeptFieldName)]
    public string? Kept { get; init; }

    /// <summary>The code without the spaces and dashes people group it with.</summary>
    public string Digits => string.Concat((Code ?? "").Where(static sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '–' or '.')));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Digits.Length != CodeLength || !Digits.All(char.IsAsciiDigit))
            yield return new(validationContext.GetRequiredService<Texts>()["enter.code.length"], [nameof(Code)]);
    }
}
