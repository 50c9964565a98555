using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Public.StaffSignIn;

/// <summary>What every step carries on: where the person wanted to go, and a form that waits for him.</summary>
public abstract record StaffStepForm
{
    public string? ReturnPath { get; init; }

    [FromForm(Name = ExpiredForm.KeptFieldName)]
    public string? Kept { get; init; }
}

public sealed record StaffPasswordForm : StaffStepForm
{
    [Required, StringLength(256)]
    public string? UserName { get; init; }

    [Required, StringLength(1024)]
    public string? Password { get; init; }
}

public sealed record StaffCodeForm : StaffStepForm
{
    [Required, StringLength(20)]
    public string? Code { get; init; }

    public string Digits => string.Concat((Code ?? "").Where(char.IsAsciiDigit));
}

public sealed record StaffNewPasswordForm : StaffStepForm
{
    [Required, StringLength(1024)]
    public string? Password { get; init; }

    [Compare(nameof(Password))]
    public string? Again { get; init; }
}

public sealed record StaffPasskeyForm : StaffStepForm
{
    /// <summary>The authenticator's answer as JSON.</summary>
    [Required, StringLength(20_000)]
    public string? Credential { get; init; }
}
