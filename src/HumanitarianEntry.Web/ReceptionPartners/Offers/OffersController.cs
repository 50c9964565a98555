using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Reception;
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
public sealed class OffersController(CaseDoor door) : ActController<OfferForm>(door)
{
    protected override string Purpose => "reception";

    protected override string Done => S("Thank you. The offer is stored.");

    protected override Act ToAct(OfferForm form) => new OfferReception(form.Partner!.Trim(), form.Offer!.Trim());

    protected override OfferForm FirstForm(CaseView view) => view.File.Reception.Offers.Latest() is { } last ? new() { Partner = last.Partner, Offer = last.Offer } : new();
}
