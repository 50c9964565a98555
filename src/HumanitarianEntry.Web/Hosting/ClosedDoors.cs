using System.Security.Claims;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>Stands where no accounts were set up: admits nobody and answers with the error page instead of "wrong code".</summary>
public sealed class ClosedDoors : IStaffSignIn, IApplicantSignIn
{
    private const string Reason = "No accounts are connected to this host: nobody can sign in.";

    public Task<string> BeginAsync(string userName, string password, CancellationToken cancellationToken) => throw new InvalidOperationException(Reason);

    public Task<ClaimsPrincipal?> CompleteAsync(string note, string code, CancellationToken cancellationToken) => throw new InvalidOperationException(Reason);

    public Task<ClaimsPrincipal?> CheckAsync(string reference, string code, CancellationToken cancellationToken) => throw new InvalidOperationException(Reason);
}
