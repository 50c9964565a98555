using System.Text;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Replay;
using HumanitarianEntry.Domain.Cases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Seeding;

/// <summary>An account of the demonstration with what is needed to sign in.</summary>
/// <param name="AuthenticatorKey">Base-32 key of the second factor; current codes come from it.</param>
public sealed record DemoAccount(string UserName, string DisplayName, IReadOnlyList<string> Roles, string AuthenticatorKey);

/// <param name="WaitsAt">What the case was made for, such as "waits at vetting".</param>
/// <param name="AccessCode">The applicant's code.</param>
public sealed record DemoCase(string Reference, string Title, string WaitsAt, string AccessCode);

public sealed record DemoLogIns(string Password, IReadOnlyList<DemoAccount> Accounts, IReadOnlyList<DemoCase> Cases);

/// <summary>
/// Invented people and cases for demonstrations, made through the real acts from case files, with dates moved so that the last step was just now. Running it again goes on
/// where it stopped and changes nothing that is complete. Never for an installation with real cases.
/// </summary>
public sealed class DemoSeed(StaffAccounts accounts, UserManager<StaffAccount> users, CaseDatabase cases, ListImport lists, RegisterImport registers, ProgrammeLibrary library, ProgrammeChanges changes, CaseworkOptions options, TimeProvider time)
{
    /// <summary>The same for all demonstration accounts; demonstrations listen on loopback and show DEMO on every page.</summary>
    public const string Password = "Demo-only-kite-4417";

    private const string Mark = "demo-seed";

    /// <param name="casesFolder">Folder of the case files.</param>
    /// <exception cref="InvalidOperationException">There are cases that this did not make.</exception>
    public async Task<DemoLogIns> RunAsync(string casesFolder, Action<string>? progress, CancellationToken cancellationToken)
    {
        await DemandDemoAsync(cancellationToken);
        var seats = new List<DemoAccount>();
        foreach (var person in DemoPeople.All)
        {
            seats.Add(await SeatAsync(person));
        }

        await AddReportsAsync(cancellationToken);
        await LoadListsAsync(Path.Combine(casesFolder, DemoPlan.ListsOf), cancellationToken);
        var made = new List<DemoCase>();
        foreach (var plan in DemoPlan.All)
        {
            var replay = new ReplayOptions
            {
                WorkflowsPath = options.WorkflowsPath,
                TemplatesPath = options.TemplatesPath,
                Storage = options.Storage,
                LastStep = plan.LastStep(Path.Combine(casesFolder, plan.File)),
                EndsAt = time.GetUtcNow(),
                KeyPrefix = $"{Mark}-{plan.Name}",
                DropMail = false,
                OnlyActs = true,
            };
            var result = await CaseReplay.RunAsync(Path.Combine(casesFolder, plan.File), replay, cancellationToken);
            if (result.Failure is { } failure)
            {
                throw new InvalidOperationException($"The demonstration case {plan.Name} could not be made: {failure}");
            }

            made.Add(new DemoCase(result.Reference!, result.Title, plan.WaitsAt, result.AccessCode!));
            progress?.Invoke($"{result.Reference}  {plan.WaitsAt}");
        }

        // After the cases, which were vetted before there were registers: what waits at vetting shows what they add.
        await LoadRegistersAsync(Path.Combine(casesFolder, "registers"), cancellationToken);
        return new DemoLogIns(Password, seats, made);
    }

    /// <summary>Marks an empty installation as a demonstration before anything is made; refuses every other one.</summary>
    private async Task DemandDemoAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        if (await db.Settings.AnyAsync(s => s.Key == Mark, cancellationToken))
        {
            return;
        }

        if (await db.Cases.AnyAsync(cancellationToken) || await db.Users.AnyAsync(cancellationToken))
        {
            throw new InvalidOperationException("This installation holds cases or accounts that are no demonstration. Nothing was made. Use another folder.");
        }

        db.Settings.Add(new SettingRow { Key = Mark, Version = 1, ValueJson = "true", At = time.GetUtcNow(), By = SystemActor.Instance.Id });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>One fresh version of each list of the first case file; all cases are searched against the same.</summary>
    private async Task LoadListsAsync(string path, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (var list in CaseFileReader.Read(path).Lists.Values.GroupBy(l => l.Id, StringComparer.Ordinal).Select(g => g.MaxBy(l => l.AsOf)!))
        {
            await using var db = cases.CreateDbContext();
            if (!await db.ScreeningLists.AnyAsync(l => l.ListKey == list.Id, cancellationToken))
            {
                using var table = new MemoryStream(Encoding.UTF8.GetBytes(list.Csv));
                var header = new ListHeader(list.Id, list.Publisher, list.Authority, list.Kind, "DEMO", today);
                var report = await lists.ImportAsync(table, ListFormats.Wanted, header, SystemActor.Instance.Id, new ListImportMode(), cancellationToken);
                if (report.Outcome != ListImportOutcome.InForce)
                {
                    throw new InvalidOperationException($"The demonstration list {list.Id} was not taken: {string.Join(" ", report.Reasons)}");
                }
            }
        }
    }

    /// <summary>
    /// Country information, proposed by one coordinator and confirmed by the other as every change is: the files of the workflow folder hold nothing that is confirmed, and shall not.
    /// Before the cases, which then have no change to follow.
    /// </summary>
    private async Task AddReportsAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var shelf = await library.RefreshAsync(db, cancellationToken);
        if (!shelf.HostProfiles.TryGetValue(DemoReports.Country, out var known) || known.Quotable.Count > 0)
        {
            return;
        }

        var change = new HostProfileSet(DemoReports.Country, DemoReports.AddedTo(known.Json));
        var result = await changes.ProposeAsync(await CoordinatorAsync("coordinator"), change, "DEMO: two invented reports, so that dossiers quote some.", cancellationToken);
        result = result is ChangeResult.Done { Id: var proposal } ? await changes.ConfirmAsync(await CoordinatorAsync("coordinator2"), proposal, cancellationToken) : result;
        if (result is not ChangeResult.Done)
        {
            throw new InvalidOperationException($"The demonstration's country information was not taken: {(result is ChangeResult.Refused refused ? refused.Why : result)}");
        }
    }

    private async Task<Actor> CoordinatorAsync(string userName) =>
        new((await users.FindByNameAsync(userName) ?? throw new InvalidOperationException($"There is no account '{userName}'.")).Id, Role.Coordinator, string.Empty);

    private async Task LoadRegistersAsync(string folder, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (var (kind, file) in new[] { (RegisterKind.Units, "units.csv"), (RegisterKind.Incidents, "incidents.csv") })
        {
            await using var db = cases.CreateDbContext();
            var key = RegisterHeader.KeyOf(kind);
            if (!await db.MilitaryRegisters.AnyAsync(r => r.Kind == key, cancellationToken))
            {
                var table = await File.ReadAllBytesAsync(Path.Combine(folder, file), cancellationToken);
                var report = await registers.ImportAsync(table, new RegisterHeader(kind, "DEMO register", "DEMO", today), SystemActor.Instance.Id, dryRun: false, cancellationToken);
                if (report.Outcome != RegisterOutcome.InForce)
                {
                    throw new InvalidOperationException($"The demonstration register {file} was not taken: {string.Join(" ", report.Reasons)}");
                }
            }
        }
    }

    private async Task<DemoAccount> SeatAsync(StaffSeat seat)
    {
        var roles = seat.Roles.Select(Keys.Of).ToList();
        if (await users.FindByNameAsync(seat.UserName) is { } known)
        {
            return new DemoAccount(seat.UserName, seat.DisplayName, roles, await users.GetAuthenticatorKeyAsync(known) ?? throw new InvalidOperationException($"The account '{seat.UserName}' has no authenticator key."));
        }

        var made = await accounts.CreateAsync(new NewStaffAccount(seat.UserName, seat.DisplayName, seat.Mail, seat.Organisation, seat.Team, roles), Password);
        return made.Problem is null ? new DemoAccount(seat.UserName, seat.DisplayName, roles, made.AuthenticatorKey!) : throw new InvalidOperationException(made.Problem);
    }
}
