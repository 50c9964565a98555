using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Contact;

/// <summary>Legal stay in the country of stay.</summary>
[Route("screeners/cases/{reference}/contact/stay")]
public sealed class StayController(CaseDoor door) : ScreenerForm<StayForm>(door)
{
    protected override string FormView => "Stay";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] StayForm form) => SendAsync(reference, form, _ => form.ToAct(), "The stay is recorded.");
}

public sealed record StayForm
{
    [Required(ErrorMessage = "Name the country by its two-letter code.")]
    [RegularExpression("[A-Za-z]{2}", ErrorMessage = "Name the country by its two-letter code, such as KZ.")]
    public string? Country { get; init; }

    [Required(ErrorMessage = "Say on what the stay rests.")]
    [StringLength(500, ErrorMessage = "This is longer than 500 signs.")]
    public string? Basis { get; init; }

    [DateNeeded(ErrorMessage = "Say since when; the year is enough.")]
    public PartialDateForm From { get; init; } = new();
    public PartialDateForm Until { get; init; } = new();

    public RecordStay ToAct() => new(Country!.ToUpperInvariant(), Basis!.Trim(), From.ToDate()!.Value) { Until = Until.ToDate() };
}
