using System.Security.Claims;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>The signed-in person: who, in which roles, of which organisation and team. Read from the session's claims, which the sign-in wrote.</summary>
public sealed record Person(Guid Id, IReadOnlyList<Role> Roles, string Organisation, string Team)
{
    public const string OrganisationClaim = "he:organisation";
    public const string TeamClaim = "he:team";

    /// <summary>Every applicant's session says whether it was opened with the code for danger; nothing real may then be shown or changed.</summary>
    public const string DecoyClaim = "he:decoy";

    public const string Decoy = "1";
    public const string NoDecoy = "0";

    public static Person Of(ClaimsPrincipal principal) => new(
        Guid.Parse(Sessions.SubjectOf(principal)),
        [.. principal.FindAll(ClaimTypes.Role).Select(c => Keys.Role(c.Value))],
        principal.FindFirstValue(OrganisationClaim) ?? string.Empty,
        principal.FindFirstValue(TeamClaim) ?? string.Empty);

    public Actor As(Role role) => new(Id, role, Team);
}
