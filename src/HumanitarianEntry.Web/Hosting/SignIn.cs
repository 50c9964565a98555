using System.Security.Claims;
using HumanitarianEntry.Domain.Cases;
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

    /// <summary>Checks the code of the authenticator; refused when anything was wrong in either step or the code was used before.</summary>
    Task<StaffProof> CompleteAsync(string note, string code, CancellationToken cancellationToken);

    /// <summary>Takes the new password of somebody whose password another person knows.</summary>
    /// <param name="note">From <see cref="StaffProof.MustChange"/>; good once.</param>
    Task<StaffProof> ChangePasswordAsync(string note, string password, CancellationToken cancellationToken);
}

/// <summary>What the steps of the staff door have shown so far. The four forms are all there are.</summary>
public abstract record StaffProof
{
    private StaffProof()
    {
    }

    public sealed record Refused : StaffProof;

    public sealed record Admitted(ClaimsPrincipal Person) : StaffProof;

    /// <summary>It is the person, but no session may be opened before he has chosen a password of his own.</summary>
    public sealed record MustChange(string Note) : StaffProof;

    /// <summary>The password chosen cannot be taken.</summary>
    public sealed record Weak(string Note, IReadOnlyList<Sentence> Faults) : StaffProof;
}

/// <summary>Signs staff in with a passkey: something the person has, unlocked by what he knows or is. It stands for password and code together.</summary>
public interface IPasskeySignIn
{
    /// <summary>What the browser must ask the authenticator, and the sealed memory of the question.</summary>
    Task<(string OptionsJson, string Note)> BeginAsync(HttpContext context);

    Task<StaffProof> CompleteAsync(HttpContext context, string note, string credentialJson);
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

        var known = await RegisterOf(context).OpenAsync(door, person, context.RequestAborted);
        await context.SignInAsync(door.Scheme(), known);
        foreach (var other in OthersBeside(door))
            await context.SignOutAsync(other.Scheme());
        marks.SignedIn(context, SubjectOf(known));
        context.User = known;
    }

    public async Task EndAsync(HttpContext context)
    {
        foreach (var door in Enum.GetValues<Door>().Where(door => door != Door.Open))
        {
            if (await context.AuthenticateAsync(door.Scheme()) is { Principal: { } person })
                await RegisterOf(context).EndAsync(door, person, context.RequestAborted);
            await context.SignOutAsync(door.Scheme());
        }

        marks.Forget(context);
    }

    private static ISessionRegister RegisterOf(HttpContext context) => context.RequestServices.GetRequiredService<ISessionRegister>();

    // Pages of both doors must know without doubt who is there.
    private static Door[] OthersBeside(Door door) => door switch
    {
        Door.Staff => [Door.Liaison],
        Door.Liaison => [Door.Staff],
        Door.Open or Door.Applicant => [],
    };

    /// <summary>Who is signed in at the staff or liaison door; the liaison role has a door and a cookie of its own.</summary>
    public static Door StaffDoorOf(ClaimsPrincipal person) => person.IsInRole(Audiences.LiaisonRole) ? Door.Liaison : Door.Staff;

    public static string SubjectOf(ClaimsPrincipal person) =>
        person.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("A signed-in person must have an identifier.");

    /// <summary>The first page of the first audience this person belongs to.</summary>
    public static string HomeOf(ClaimsPrincipal person) => "/" + Audiences.All.First(audience => audience.Roles.Any(person.IsInRole)).Path;
}
