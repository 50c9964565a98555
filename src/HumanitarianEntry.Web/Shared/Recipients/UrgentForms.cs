using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;

namespace HumanitarianEntry.Web.Shared.Recipients;

/// <summary>Asks for the urgent page.</summary>
public sealed record UrgentForm
{
    [Required(ErrorMessage = "Choose the language.")]
    public string? Language { get; init; }

    [Required(ErrorMessage = "Choose who receives this version.")]
    public string? Recipient { get; init; }
}

/// <summary>Says that the urgent page may leave.</summary>
public sealed record UrgentReleaseForm
{
    [Required(ErrorMessage = "Write the reason in a sentence or two.")]
    [StringLength(2000, ErrorMessage = "This is longer than 2000 signs.")]
    public string? Reason { get; init; }
}

/// <summary>Records that it was handed over.</summary>
public sealed record UrgentHandOverForm
{
    [Required(ErrorMessage = "Say how the page is handed over.")]
    [StringLength(200, ErrorMessage = "This is longer than 200 signs.")]
    public string? Channel { get; init; }
}

/// <param name="Roles">Of the reader on this case: who may do what.</param>
public sealed record UrgentPageView(CaseView Case, string CaseUrl, IReadOnlyList<Role> Roles, Guid Reader)
{
    public UrgentForm Form { get; init; } = new();
    public UrgentReleaseForm Release { get; init; } = new();
    public UrgentHandOverForm HandOver { get; init; } = new();

    public string Url => CaseUrl + "/urgent";

    public DossierVersion? Newest => Case.File.Dossier.NewestUrgent;

    /// <summary>Asked for and not there yet, and the worker has not given up.</summary>
    public bool IsBeingMade => Case.File.Dossier.Requests.Values().Any(r => r.Kind == DossierKind.Urgent && !Case.File.Dossier.Versions.Exists(v => v.Version == r.Version) && !Case.File.Dossier.OpenTroubles.Exists(t => t.Value.Version == r.Version && !t.Value.IsTriedAgain));

    public IReadOnlyList<Recorded<UrgentRelease>> Words => Newest is { } version ? [.. Case.File.Dossier.UrgentReleases.Where(r => r.Value.Version == version.Version)] : [];

    public bool IsReleased => Newest is { } version && Case.File.Dossier.IsReleased(version);

    public bool HasSpoken => Words.Any(w => w.Provenance.By == Reader);

    public bool May<TAct>()
        where TAct : Act => Roles.Any(ActCatalogue.RuleOf(typeof(TAct)).Roles.Contains);
}
