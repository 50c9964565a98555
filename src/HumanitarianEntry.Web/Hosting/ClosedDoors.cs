using System.Security.Claims;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>Stands where no accounts were set up: admits nobody and answers with the error page instead of "wrong code".</summary>
public sealed class ClosedDoors : IStaffSignIn, IApplicantSignIn, IPasskeySignIn, ISessionRegister
{
    private const string Reason = "No accounts are connected to this host: nobody can sign in.";

    public Task<string> BeginAsync(string userName, string password, CancellationToken cancellationToken) => throw new InvalidOperationException(Reason);

    public Task<StaffProof> CompleteAsync(string note, string code, CancellationToken cancellationToken) => throw new InvalidOperationException(Reason);

    public Task<StaffProof> ChangePasswordAsync(string note, string password, CancellationToken cancellationToken) => throw new InvalidOperationException(Reason);

    public Task<(string OptionsJson, string Note)> BeginAsync(HttpContext context) => throw new InvalidOperationException(Reason);

    public Task<StaffProof> CompleteAsync(HttpContext context, string note, string credentialJson) => throw new InvalidOperationException(Reason);

    public Task<ClaimsPrincipal> OpenAsync(Door door, ClaimsPrincipal person, CancellationToken cancellationToken) => throw new InvalidOperationException(Reason);

    public Task<bool> IsLiveAsync(Door door, ClaimsPrincipal person, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task EndAsync(Door door, ClaimsPrincipal person, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ClaimsPrincipal?> CheckAsync(string reference, string code, CancellationToken cancellationToken) => throw new InvalidOperationException(Reason);
}
