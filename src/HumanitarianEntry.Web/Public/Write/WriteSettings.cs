using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Workflows.Programmes;

namespace HumanitarianEntry.Web.Public.Write;

/// <summary>Who receives people who write by themselves, and under which programme they begin. The person is not asked: it can be changed later, and he cannot know.</summary>
/// <param name="OwningOrg">Setting <c>Casework:OwningOrg</c>; without it the only organisation that has intake officers receives them.</param>
/// <param name="DefaultProgramme">Setting <c>Casework:SelfReferralProgramme</c>, for countries that no open programme serves.</param>
public sealed record WriteSettings(string? OwningOrg, string DefaultProgramme)
{
    public static WriteSettings From(IConfiguration configuration) =>
        new(configuration["Casework:OwningOrg"], configuration["Casework:SelfReferralProgramme"] ?? "fr-ple-kz");

    /// <summary>The organisation that receives who comes by himself or from another system; null when nobody does.</summary>
    public async Task<string?> ReceiverAsync(StaffDirectory staff, CancellationToken cancellationToken) => OwningOrg ?? await staff.ReceivingOrganisationAsync(cancellationToken);

    public string ProgrammeFor(string country, ProgrammeLibrary programmes) =>
        programmes.All.FirstOrDefault(p => p.Settings.HostCountry == country && p.Settings.Status == ProgrammeStatus.Open)?.Settings.Id ?? DefaultProgramme;
}
