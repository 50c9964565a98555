using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.DossierOfficers.Versions;

public sealed record VersionForm
{
    [Required(ErrorMessage = "Choose the language.")]
    public string? Language { get; init; }

    [Required(ErrorMessage = "Choose who receives this version.")]
    public string? Recipient { get; init; }

    public MakeDossier ToAct() => new(Language!, Recipient!);

    public static IReadOnlyList<Choice> Languages(ProgrammeRules rules) =>
        [.. rules.DossierLanguages.Select(l => new Choice(l, l switch { "fr" => S("French"), "en" => S("English"), "de" => S("German"), _ => l }))];

    public static IReadOnlyList<Choice> Recipients(ProgrammeRules rules) => [.. rules.Recipients.Select(r => new Choice(r, r))];
}
