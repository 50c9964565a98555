using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.HandOvers;

public sealed record HandOverForm
{
    [Required(ErrorMessage = "Write the name he wants to be called by there."), StringLength(200)]
    public string? NameUsed { get; init; }

    [Required(ErrorMessage = "Write his language."), StringLength(100)]
    public string? Language { get; init; }

    [Required(ErrorMessage = "Write what he needs in the first days, or “nothing special”."), StringLength(5_000)]
    public string? Needs { get; init; }

    [StringLength(2_000)]
    public string? MedicalAlerts { get; init; }

    [StringLength(2_000)]
    public string? FirstAppointments { get; init; }

    /// <summary>Only for a valid form.</summary>
    public PrepareReception ToAct() => new(NameUsed!.Trim(), Language!.Trim(), Needs!.Trim()) { MedicalAlerts = MedicalAlerts?.Trim() ?? string.Empty, FirstAppointments = FirstAppointments?.Trim() ?? string.Empty };
}

[Route("protection-officers/cases/{reference}/hand-over")]
public sealed class HandOversController(CaseDoor door) : ActController<HandOverForm>(door)
{
    protected override string Purpose => "reception";

    protected override string Done => S("The hand-over package is ready. The partner sees it when he has boarded.");

    protected override Act ToAct(HandOverForm form) => form.ToAct();

    protected override HandOverForm FirstForm(CaseView view) => new() { Language = view.File.Contact.Referrals.Latest()?.Language };
}
