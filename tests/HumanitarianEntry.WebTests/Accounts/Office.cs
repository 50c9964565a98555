using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.WebTests.Accounts;

/// <summary>An invented member of staff with a real account, who signs in by the real door.</summary>
public sealed record Colleague(Guid Id, string UserName, string Password, string Key);

/// <summary>Makes real accounts on a host and lets their holders sign in with password and code.</summary>
internal static class Office
{
    public const string Password = "demo-heron-lantern-47";
    private static int number;

    /// <summary>An account that an administrator made (random password, to be changed) or, with a password, one like those of the demonstration.</summary>
    public static async Task<Colleague> EmployAsync(this CaseHost host, string? password, params string[] roles)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var name = $"demo.real{Interlocked.Increment(ref number)}";
        var made = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().CreateAsync(new NewStaffAccount(name, "Demo Person", null, CaseHost.Organisation, null, roles), password);
        return new Colleague(made.Id ?? throw new InvalidOperationException(made.Problem), name, made.Password!, made.AuthenticatorKey!);
    }

    /// <summary>Both steps of the door; the answer is that of the second. A code opens once, so the tests forget which were used.</summary>
    public static async Task<Page> EnterAsync(this CaseHost host, Visitor visitor, Colleague person, string? password = null, string? key = null)
    {
        await using (var db = host.Cases.CreateDbContext())
        {
            await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(db.Users.Where(u => u.Id == person.Id), set => set.SetProperty(u => u.LastTotpStep, (long?)null));
        }

        var code = await visitor.SubmitAsync(await visitor.GetAsync("/sign-in"), new() { ["UserName"] = person.UserName, ["Password"] = password ?? person.Password });
        return await visitor.SubmitAsync(code, new() { ["Code"] = Totp.Now(key ?? person.Key, TimeProvider.System.GetUtcNow()) });
    }

    public static async Task<Visitor> SignedInAsync(this CaseHost host, Colleague person)
    {
        var visitor = host.NewVisitor();
        var answer = await host.EnterAsync(visitor, person);
        return answer.Location is not null ? visitor : throw new InvalidOperationException($"{person.UserName} cannot sign in: {answer.Heading}");
    }

    public static async Task<StaffAccount> AccountAsync(this CaseHost host, Guid id)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>().FindByIdAsync(id.ToString()) ?? throw new InvalidOperationException("No such account.");
    }

    /// <summary>Kinds of the entries that the chain holds for an account, oldest first; the whole chain must be sound.</summary>
    public static async Task<IReadOnlyList<string>> ChainOfAsync(this CaseHost host, Guid account)
    {
        if (await host.Services.GetRequiredService<AuditVerifier>().VerifyAccountsAsync(CancellationToken.None) is { } fault)
        {
            throw new InvalidOperationException($"The chain of account changes is broken at {fault.Sequence}: {fault.Reason}");
        }

        await using var db = host.Cases.CreateDbContext();
        return [.. db.AccountAudit.Where(e => e.AccountId == account).OrderBy(e => e.Sequence).Select(e => e.Kind)];
    }
}
