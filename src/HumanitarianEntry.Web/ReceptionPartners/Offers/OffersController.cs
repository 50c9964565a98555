using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ReceptionPartners.Offers;

public sealed record OfferForm
{
    [Required(ErrorMessage = "Name your organisation."), StringLength(200)]
    public string? Partner { get; init; }

    [Required(ErrorMessage = "Write what you can offer: a place to sleep, for how long, who helps."), StringLength(5_000)]
    public string? Offer { get; init; }
}

[Route("reception-partners/cases/{reference}/offer")]
public sealed class OffersController(CaseDoor door) : FormController<OfferForm>(door)
{
    protected override string CasePath => Paths.Cases;

    protected override string Purpose => "reception";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost(""), ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] OfferForm form) =>
        SendAsync(reference, form, _ => new OfferReception(form.Partner!.Trim(), form.Offer!.Trim()), "Thank you. The offer is stored.");

    protected override OfferForm FirstForm(CaseView view) => view.File.Reception.Offers.Latest() is { } last ? new() { Partner = last.Partner, Offer = last.Offer } : new();
}
