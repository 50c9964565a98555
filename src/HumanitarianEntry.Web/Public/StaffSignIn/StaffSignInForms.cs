using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Public.StaffSignIn;

public sealed record StaffPasswordForm
{
    [Required, StringLength(256)]
    public string? UserName { get; init; }

    [Required, StringLength(1024)]
    public string? Password { get; init; }

    public string? ReturnPath { get; init; }

    [FromForm(Name = ExpiredForm.KeptFieldName)]
    public string? Kept { get; init; }
}

public sealed record StaffCodeForm
{
    [Required, StringLength(20)]
    public string? Code { get; init; }

    public string? ReturnPath { get; init; }

    [FromForm(Name = ExpiredForm.KeptFieldName)]
    public string? Kept { get; init; }

    public string Digits => string.Concat((Code ?? "").Where(char.IsAsciiDigit));
}
