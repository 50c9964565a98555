using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ReceptionPartners.FollowUps;

public sealed record FollowUpForm
{
    [Required(ErrorMessage = "Say how you were in contact."), StringLength(200)]
    public string? Contact { get; init; }

    [Required(ErrorMessage = "Write how the person is and what is needed."), StringLength(5_000)]
    public string? Note { get; init; }
}

[Route("reception-partners/cases/{reference}/follow-up")]
public sealed class FollowUpsController(CaseDoor door) : ActController<FollowUpForm>(door)
{
    protected override string Purpose => "reception";

    protected override string Done => S("Thank you. The coordinator sees it.");

    protected override Act ToAct(FollowUpForm form) => new RecordFollowUp(form.Contact!.Trim(), form.Note!.Trim());
}
