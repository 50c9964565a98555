using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Verbs;

/// <summary>Verbs that look after an installation.</summary>
internal static class Operations
{
    public static async Task<int> MigrateAsync(string[] args)
    {
        await using var app = Application.Compose([], null, background: false).Build();
        await app.Services.OpenStorageAsync(migrate: true, CancellationToken.None);
        await Console.Out.WriteLineAsync("The databases have the schema of this program.");
        return Verb.Done;
    }

    /// <summary>Runs a verb of the casework on the opened installation.</summary>
    public static async Task<int> WithServicesAsync(string[] args, Func<IServiceProvider, string[], TextWriter, TextWriter, Task<int>> verb)
    {
        await using var app = Application.Compose([], null, background: false).Build();
        await app.Services.OpenStorageAsync(migrate: false, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        return await verb(scope.ServiceProvider, args, Console.Out, Console.Error);
    }

    public static async Task<int> CreateUserAsync(string[] args)
    {
        var options = Options.Parse(args, ["--roles", "--organisation", "--team", "--display", "--mail"], [], out var complaint);
        if (options is null || options.Positional is not [var name] || options["--roles"] is not { } roles || options["--organisation"] is not { } organisation)
        {
            await Console.Error.WriteLineAsync($"{complaint} Usage: create-user NAME --roles ROLE[,ROLE] --organisation ORG [--team TEAM] [--display TEXT] [--mail ADDRESS]");
            return Verb.WrongUsage;
        }

        var unknown = roles.Split(',').FirstOrDefault(r => !StaffAccounts.Roles.Contains(r));
        if (unknown is not null)
        {
            await Console.Error.WriteLineAsync($"There is no role '{unknown}'. Known: {string.Join(", ", StaffAccounts.Roles)}");
            return Verb.WrongUsage;
        }

        await using var app = Application.Compose([], null, background: false).Build();
        await app.Services.OpenStorageAsync(migrate: false, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().CreateAsync(
            new NewStaffAccount(name, options["--display"] ?? name, options["--mail"], organisation, options["--team"], roles.Split(',')), null);
        if (made.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync($"Refused: {problem}");
            return Verb.Failed;
        }

        await Console.Out.WriteLineAsync($"User name:          {name}\nPassword:           {made.Password}\nAuthenticator key:  {made.AuthenticatorKey}\nShown once. The person enters the key in an authenticator app and chooses a password of his own at the first sign-in.");
        return Verb.Done;
    }

    public static async Task<int> VerifyAuditAsync(string[] args)
    {
        await using var app = Application.Compose([], null, background: false).Build();
        await app.Services.OpenStorageAsync(migrate: false, CancellationToken.None);
        var verifier = app.Services.GetRequiredService<AuditVerifier>();
        if (args is [var typed])
        {
            await using var db = app.Services.GetRequiredService<CaseDatabase>().CreateDbContext();
            var reference = CaseReference.Normalise(typed);
            var row = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == reference);
            var fault = row is null ? null : await verifier.VerifyCaseAsync(row.Id, CancellationToken.None);
            await Console.Out.WriteLineAsync(row is null ? "There is no such case." : fault is null ? "The chain is whole." : $"Broken at entry {fault.Sequence}: {fault.Reason}");
            return row is null || fault is not null ? Verb.Failed : Verb.Done;
        }

        var broken = 0;
        if (await verifier.VerifyAccountsAsync(CancellationToken.None) is { } accountFault)
        {
            broken++;
            await Console.Out.WriteLineAsync($"Account changes: broken at entry {accountFault.Sequence}: {accountFault.Reason}");
        }

        await foreach (var one in verifier.VerifyAllAsync(null, CancellationToken.None))
        {
            broken++;
            await Console.Out.WriteLineAsync($"{one.Reference}: broken at entry {one.Fault.Sequence}: {one.Fault.Reason}");
        }

        await Console.Out.WriteLineAsync(broken == 0 ? "Every chain is whole." : $"{broken} chains are broken.");
        return broken == 0 ? Verb.Done : Verb.Failed;
    }
}
