using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Identity;

/// <summary>One person compares document photo and live face by himself.</summary>
[Route("screeners/cases/{reference}/identity/photo")]
public sealed class PhotoController(CaseDoor door) : ScreenerForm<PhotoForm>(door)
{
    protected override string FormView => "Photo";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] PhotoForm form) => SendAsync(reference, form, _ => form.ToAct(), "Your comparison is recorded.");
}

public sealed record PhotoForm
{
    [Required(ErrorMessage = "Choose the paper.")]
    public string? Document { get; init; }

    [Required(ErrorMessage = "Choose what you saw.")]
    public PhotoMatch? Result { get; init; }

    public ComparePhoto ToAct() => new(Document!, Result!.Value);
}
