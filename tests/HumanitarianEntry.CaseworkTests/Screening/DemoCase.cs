using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Screening;

/// <summary>One DEMO case in a real store, changed only by real acts of invented people.</summary>
internal sealed class DemoCase
{
    public static readonly Actor Intake = Person(1, Role.IntakeOfficer);
    public static readonly Actor Screener = Person(2, Role.Screener);
    public static readonly Actor SecondScreener = Person(3, Role.Screener);
    public static readonly Actor Vetter = Person(4, Role.Vetter);
    public static readonly Actor SecondVetter = Person(5, Role.Vetter, "south");
    public static readonly Actor Custodian = Person(6, Role.EvidenceCustodian);
    public static readonly Actor Coordinator = Person(7, Role.Coordinator);
    public static readonly Actor SecondCoordinator = Person(8, Role.Coordinator);
    public static readonly Actor DossierOfficer = Person(9, Role.DossierOfficer);
    private static readonly Actor[] Everybody = [Intake, Screener, SecondScreener, Vetter, SecondVetter, Custodian, Coordinator, SecondCoordinator, DossierOfficer];
    private static readonly ContactChannel Channel = new(ChannelKind.Signal, "demo-channel", "10:00-18:00", "Asia/Almaty", MayLeaveMessage: false);

    private readonly TestStore store;

    private DemoCase(TestStore store, Guid id) => (this.store, Id) = (store, id);

    public Guid Id { get; }

    /// <summary>A case whose consent gate was passed, with all the people on it.</summary>
    public static async Task<DemoCase> ConsentedAsync(TestStore store)
    {
        await FillSeatsAsync(store);
        var opened = await store.Services.GetRequiredService<ActRunner>().RunAsync(
            new ActRequest { Actor = Intake, Act = new OpenCase("DEMO Tyoma", Channel, "KZ", "ru", "Refuses to fight."), Key = NewKey(), ProgrammeId = "fr-ple-kz", OwningOrg = "north" },
            CancellationToken.None);
        var demo = new DemoCase(store, Assert.IsType<ActResult.Done>(opened).CaseId);
        await demo.DoAsync(Coordinator, new ClaimCase());
        foreach (var person in Everybody.Where(p => p != Intake && p != Coordinator))
        {
            await demo.DoAsync(Coordinator, new AssignStaff(person.Id, person.Role, person.Team));
        }

        await demo.DecideAsync(Intake, Gate.Referral, "accept");
        await demo.DoAsync(Intake, new PlanSafeContact([Channel], DeviceShared: false, "white rook", "black rook", "Nothing."));
        foreach (var (purpose, recipient) in new[] { (ConsentPurpose.Store, (string?)null), (ConsentPurpose.Vet, null), (ConsentPurpose.Submit, "FR"), (ConsentPurpose.Reception, null) })
        {
            await demo.DoAsync(Intake, new RecordConsent(purpose, ConsentStatus.Given, "v1", "ru", ConsentMethod.Signed) { Recipient = recipient });
        }

        await demo.DecideAsync(Intake, Gate.Consent, "consented");
        return demo;
    }

    public async Task DoAsync(Actor actor, Act act)
    {
        var result = await TryAsync(actor, act);
        Assert.True(result is ActResult.Done, $"{act.GetType().Name}: {(result is ActResult.Refused refused ? string.Join(", ", refused.Blockers.Select(b => $"{b.Code} ({b.Message})")) : result.ToString())}");
    }

    public Task<ActResult> TryAsync(Actor actor, Act act) =>
        store.Services.GetRequiredService<ActRunner>().RunAsync(new ActRequest { CaseId = Id, Actor = actor, Act = act, Key = NewKey() }, CancellationToken.None);

    public Task DecideAsync(Actor actor, Gate gate, string outcome) => DoAsync(actor, new DecideGate(gate, outcome, "For the reasons on file."));

    public async Task DecideByTwoAsync(Gate gate, string outcome, Actor first, Actor second)
    {
        await DoAsync(first, new ProposeDecision(gate, outcome, "Checked."));
        await DoAsync(second, new SecondDecision(gate, outcome, "Checked again."));
    }

    /// <summary>The whole case, all compartments.</summary>
    public async Task<CaseFile> FileAsync()
    {
        await using var db = store.Cases.CreateDbContext();
        using var keys = await store.Sealer.OpenAsync(Id, CancellationToken.None);
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == Id);
        return (await CaseLoader.LoadAsync(db, keys, row, null, CancellationToken.None)).File;
    }

    /// <summary>Does all work that is due and returns what became of the rows of one kind.</summary>
    public async Task<List<(bool Done, string? Code)>> WorkAsync(string kind)
    {
        await store.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        await using var db = store.Cases.CreateDbContext();
        var rows = await db.Outbox.AsNoTracking().Where(o => o.CaseId == Id && o.Kind == kind).OrderBy(o => o.CreatedAt).ToListAsync();
        return rows.ConvertAll(r => (r.DoneAt is not null, r.LastErrorCode));
    }

    private static async Task FillSeatsAsync(TestStore store)
    {
        await using var db = store.Cases.CreateDbContext();
        if (await db.Users.AnyAsync())
        {
            return;
        }

        foreach (var person in Everybody)
        {
            var name = $"demo-{person.Id:N}"[..13];
            db.Users.Add(new StaffAccount { Id = person.Id, UserName = name, NormalizedUserName = name.ToUpperInvariant(), OrganisationId = person.Team, SecurityStamp = NewKey() });
        }

        await db.SaveChangesAsync();
    }

    private static string NewKey() => Ids.New().ToString("N");

    private static Actor Person(int number, Role role, string team = "north") => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), role, team);
}
