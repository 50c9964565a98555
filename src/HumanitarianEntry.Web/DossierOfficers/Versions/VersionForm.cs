using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Dossiers;

namespace HumanitarianEntry.Web.DossierOfficers.Versions;

public sealed record VersionForm
{
    [Required(ErrorMessage = "Choose the language.")]
    public string? Language { get; init; }

    [Required(ErrorMessage = "Choose who receives this version.")]
    public string? Recipient { get; init; }

    public MakeDossier ToAct() => new(Language!, Recipient!);
}
