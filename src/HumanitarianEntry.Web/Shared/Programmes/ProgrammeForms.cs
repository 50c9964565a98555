using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Workflows.Programmes;

namespace HumanitarianEntry.Web.Shared.Programmes;

/// <summary>Why; every change of the programmes says so.</summary>
public record ReasonForm
{
    [Required(ErrorMessage = "Say why, and where it is written.")]
    [StringLength(1_000, ErrorMessage = "The reason is longer than 1,000 signs.")]
    public string? Reason { get; init; }
}

public sealed record StatusForm : ReasonForm
{
    [Required(ErrorMessage = "Choose what becomes of the programme.")]
    public ProgrammeStatus? Status { get; init; }

    public ProgrammeChange ToChange(string programme) => new StatusSet(programme, Status!.Value);
}

public sealed record SettingsForm : ReasonForm
{
    [Required(ErrorMessage = "Write the settings.")]
    [StringLength(100_000, ErrorMessage = "These settings are longer than 100,000 signs.")]
    public string? Json { get; init; }

    public ProgrammeChange ToChange(string programme) => new SettingsSet(programme, Json!.ReplaceLineEndings("\n"));
}

public sealed record HostRiskForm : ReasonForm
{
    [Required(ErrorMessage = "Write the country.")]
    [RegularExpression("[A-Z]{2}", ErrorMessage = "Write two capital letters, such as KZ.")]
    public string? Country { get; init; }

    [Required(ErrorMessage = "Choose how dangerous it is.")]
    public HostRisk? Risk { get; init; }

    public ProgrammeChange ToChange() => new HostRiskSet(Country!, Risk!.Value);
}
