using HumanitarianEntry.Casework;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Seeding;
using HumanitarianEntry.CaseworkTests.Replay;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Notices.Mail;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.CaseworkTests.Acts;

/// <summary>The real casework over a store of its own, with one intake officer, one coordinator and one more coordinator who is on no case.</summary>
internal sealed class Desk(TestStore store, IReadOnlyDictionary<string, Guid> staff) : IAsyncDisposable
{
    public TestStore Store => store;

    public ActRunner Runner => store.Services.GetRequiredService<ActRunner>();

    public Actor Intake => Who("intake", Role.IntakeOfficer);

    public Actor Coordinator => Who("coordinator", Role.Coordinator);

    public Actor Protector => Who("protector", Role.ProtectionOfficer);

    public Actor Screener => Who("screener", Role.Screener);

    public Actor Stranger => Who("stranger", Role.Coordinator);

    public static async Task<Desk> OpenAsync(DatabaseProvider provider, TimeProvider? time = null, ILoggerProvider? log = null)
    {
        var store = await TestStore.OpenAsync(provider, parts => AddCasework(parts, time, log));
        StaffSeat[] more = time is null ? [] : [Seat("protector", Role.ProtectionOfficer), Seat("screener", Role.Screener)];
        var staff = await new StaffSeats(store.Cases, store.Services.GetRequiredService<StaffNames>()).FillAsync(
            [Seat("intake", Role.IntakeOfficer), Seat("coordinator", Role.Coordinator), Seat("stranger", Role.Coordinator), .. more], null, CancellationToken.None);
        return new Desk(store, staff);
    }

    /// <summary>The services of one node over the store of a test.</summary>
    public static void AddCasework(IServiceCollection parts, TimeProvider? time, ILoggerProvider? log = null)
    {
        if (time is not null)
        {
            parts.AddSingleton(time);
        }

        if (log is not null)
        {
            parts.AddLogging(logging => logging.AddProvider(log));
        }

        parts.AddCasework(new CaseworkOptions
        {
            Storage = (StorageOptions)parts.Single(p => p.ServiceType == typeof(StorageOptions)).ImplementationInstance!,
            WorkflowsPath = Path.Combine(CaseFiles.Root, "workflows"),
            TemplatesPath = Path.Combine(CaseFiles.Root, "templates"),
            Mail = new MailSettings { Mode = MailMode.Off },
        });
    }

    /// <summary>The same office on a second node with a clock of its own.</summary>
    public async Task<Desk> SecondAsync(TimeProvider time) => new(await store.SecondNodeAsync(more: parts => AddCasework(parts, time)), staff);

    public static OpenCase Opening => new("DEMO", new ContactChannel(ChannelKind.SecureSpace, "-", "-", "UTC", false), "KZ", "ru", "DEMO");

    public async Task<Guid> OpenCaseAsync() => ((ActResult.Done)await RunAsync(null, Intake, Opening)).CaseId;

    public Task<ActResult> RunAsync(Guid? caseId, Actor actor, Act act, string? key = null, long? seen = null) => Runner.RunAsync(
        new ActRequest { CaseId = caseId, Actor = actor, Act = act, Key = key ?? Ids.New().ToString("N"), SeenVersion = seen, ProgrammeId = caseId is null ? "fr-ple-kz" : null, OwningOrg = caseId is null ? "demo-org" : null },
        CancellationToken.None);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private Actor Who(string name, Role role) => new(staff[name], role, "demo-org");

    private static StaffSeat Seat(string name, Role role) => new(name, $"{name} (DEMO)", [role], "demo-org", null, $"{name}@demo.invalid");
}
