using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Reception;

namespace HumanitarianEntry.Web.Coordinators.Receptions;

public sealed record OfferForm
{
    [Required(ErrorMessage = "Name the partner.")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 signs.")]
    public string? Partner { get; init; }

    [Required(ErrorMessage = "Write what the partner offers.")]
    [StringLength(5_000, ErrorMessage = "The offer is longer than 5,000 signs.")]
    public string? Offer { get; init; }

    public OfferReception ToAct() => new(Partner!.Trim(), Offer!.Trim());
}

/// <summary>What the partner needs on the first days, and nothing else (handbook G15).</summary>
public sealed record PackageForm
{
    [Required(ErrorMessage = "Write the name he uses.")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 signs.")]
    public string? NameUsed { get; init; }

    [Required(ErrorMessage = "Name the language he speaks.")]
    [StringLength(100, ErrorMessage = "This is longer than 100 signs.")]
    public string? Language { get; init; }

    [Required(ErrorMessage = "Write what he needs, or “nothing special”.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Needs { get; init; }

    [StringLength(2_000, ErrorMessage = "This is longer than 2,000 signs.")]
    public string? MedicalAlerts { get; init; }

    [StringLength(2_000, ErrorMessage = "This is longer than 2,000 signs.")]
    public string? FirstAppointments { get; init; }

    public PrepareReception ToAct() => new(NameUsed!.Trim(), Language!.Trim(), Needs!.Trim())
    {
        MedicalAlerts = MedicalAlerts?.Trim() ?? string.Empty,
        FirstAppointments = FirstAppointments?.Trim() ?? string.Empty,
    };
}
