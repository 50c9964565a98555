using System.Text.Json;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Custody;
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
        return await VerifySealsAsync(app.Services) && broken == 0 ? Verb.Done : Verb.Failed;
    }

    private static async Task<bool> VerifySealsAsync(IServiceProvider services)
    {
        var seals = await services.GetRequiredService<DaySealVerifier>().VerifyAsync(CancellationToken.None);
        foreach (var seal in seals)
        {
            if (seal.Fault is { } fault)
            {
                await Console.Out.WriteLineAsync($"Seal of {seal.Day:yyyy-MM-dd}: {fault}");
            }
            else if (!seal.HasCopy)
            {
                await Console.Out.WriteLineAsync($"Seal of {seal.Day:yyyy-MM-dd}: the copy outside the database is missing.");
            }
        }

        var good = seals.Count(s => s.Fault is null);
        await Console.Out.WriteLineAsync(seals.Count == 0 ? "No day has been sealed yet." : $"{good} of {seals.Count} daily seals are whole, {seals.Count(s => s.StampedAt is not null)} with a time stamp.");
        return good == seals.Count && seals.All(s => s.HasCopy);
    }

    /// <summary>Reads every stored file again and compares it with what was received.</summary>
    public static async Task<int> VerifyFilesAsync(string[] args)
    {
        var options = Options.Parse(args, [], ["--json"], out var complaint);
        if (options is null || options.Positional.Count > 1)
        {
            await Console.Error.WriteLineAsync($"{complaint} Usage: verify-files [REFERENCE] [--json]");
            return Verb.WrongUsage;
        }

        await using var app = Application.Compose([], null, background: false).Build();
        await app.Services.OpenStorageAsync(migrate: false, CancellationToken.None);
        Guid? caseId = null;
        if (options.Positional is [var typed])
        {
            await using var db = app.Services.GetRequiredService<CaseDatabase>().CreateDbContext();
            var reference = CaseReference.Normalise(typed);
            caseId = await db.Cases.AsNoTracking().Where(c => c.Reference == reference).Select(c => (Guid?)c.Id).SingleOrDefaultAsync();
            if (caseId is null)
            {
                await Console.Error.WriteLineAsync("There is no such case.");
                return Verb.Failed;
            }
        }

        var seen = new Seen();
        var damaged = new List<DamagedFile>();
        await foreach (var file in app.Services.GetRequiredService<FixityCheck>().AllAsync(caseId, seen, CancellationToken.None))
        {
            damaged.Add(file);
            if (options["--json"] is null)
            {
                await Console.Out.WriteLineAsync($"{file.Reference}: file {file.FileId:N} is {Keys.Kebab(file.Condition.ToString())}.");
            }
        }

        await Console.Out.WriteLineAsync(options["--json"] is not null ? JsonSerializer.Serialize(new { seen = seen.Count, damaged = damaged.Select(d => new { reference = d.Reference, file = d.FileId.ToString("N"), condition = Keys.Kebab(d.Condition.ToString()) }) })
            : damaged.Count == 0 ? $"{seen.Count} files were read: every one is what was received." : $"{damaged.Count} of {seen.Count} files are damaged. Bring them back from a backup; the cases say it to their people.");
        return damaged.Count == 0 ? Verb.Done : Verb.Failed;
    }

    // IProgress of the framework reports on another thread; the count must be complete when the loop ends.
    private sealed class Seen : IProgress<long>
    {
        public long Count { get; private set; }

        public void Report(long value) => Count = value;
    }
}
