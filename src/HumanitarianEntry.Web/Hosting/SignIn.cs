using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>
/// Proves staff members and embassy liaisons. Both steps take the same time and say the same whether or not the name exists
/// (handbook section 5, statement 30); lock-out is inside and never shown.
/// </summary>
public interface IStaffSignIn
{
    /// <summary>Checks name and password and returns an opaque note for the second step, also when they were wrong.</summary>
    Task<string> BeginAsync(string userName, string password, CancellationToken cancellationToken);

    /// <summary>Checks the code of the authenticator; null when anything was wrong in either step or the code was used before.</summary>
    Task<ClaimsPrincipal?> CompleteAsync(string note, string code, CancellationToken cancellationToken);
}

/// <summary>Proves applicants by reference and code. A duress code also returns a principal: the decoy session (handbook statement 4).</summary>
public interface IApplicantSignIn
{
    /// <param name="reference">As typed.</param>
    /// <param name="code">20 digits, spaces and dashes already removed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>null when anything was wrong.</returns>
    Task<ClaimsPrincipal?> CheckAsync(string reference, string code, CancellationToken cancellationToken);
}

/// <summary>Opens and ends sessions: the cookie of the right door, and the mark of the browser.</summary>
public sealed class Sessions(BrowserMark marks)
{
    public async Task OpenAsync(HttpContext context, Door door, ClaimsPrincipal person)
    {
        var allowed = Audiences.All.Where(audience => audience.Door == door).SelectMany(audience => audience.Roles).ToList();
        var roles = person.FindAll(ClaimTypes.Role).Select(claim => claim.Value).ToList();
        if (roles.Count == 0 || !roles.TrueForAll(allowed.Contains))
            throw new InvalidOperationException($"An account with the roles [{string.Join(", ", roles)}] may not enter by the {door} door.");

        await context.SignInAsync(door.Scheme(), person);
        marks.SignedIn(context, SubjectOf(person));
        context.User = person;
    }

    public async Task EndAsync(HttpContext context)
    {
        foreach (var door in Enum.GetValues<Door>().Where(door => door != Door.Open))
            await context.SignOutAsync(door.Scheme());
        marks.Forget(context);
    }

    /// <summary>Who is signed in at the staff or liaison door; the liaison role has a door and a cookie of its own.</summary>
    public static Door StaffDoorOf(ClaimsPrincipal person) => person.IsInRole(Audiences.LiaisonRole) ? Door.Liaison : Door.Staff;

    public static string SubjectOf(ClaimsPrincipal person) =>
        person.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("A signed-in person must have an identifier.");

    /// <summary>The first page of the first audience this person belongs to.</summary>
    public static string HomeOf(ClaimsPrincipal person) => "/" + Audiences.All.First(audience => audience.Roles.Any(person.IsInRole)).Path;
}
