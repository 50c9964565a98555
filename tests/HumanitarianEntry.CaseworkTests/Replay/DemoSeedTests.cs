using HumanitarianEntry.Casework;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Seeding;
using HumanitarianEntry.Notices.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Replay;

public sealed class DemoSeedTests
{
    [Fact]
    public async Task Seed_EmptyInstallationTwice_SameAccountsAndCasesUpToNow()
    {
        var folder = Directory.CreateTempSubdirectory("he-demo-").FullName;
        try
        {
            await using var services = Services(folder);
            await services.GetRequiredService<StorageStartup>().OpenAsync(migrate: true, CancellationToken.None);
            var first = await SeedAsync(services);
            var again = await SeedAsync(services);
            Assert.Equal(first.Accounts.Select(a => (a.UserName, a.AuthenticatorKey)), again.Accounts.Select(a => (a.UserName, a.AuthenticatorKey)));
            Assert.Equal(first.Cases.Select(c => (c.Reference, c.AccessCode)), again.Cases.Select(c => (c.Reference, c.AccessCode)));
            var shelf = services.GetRequiredService<ProgrammeLibrary>().Current;
            Assert.Equal((1, 2), (shelf.Number, shelf.HostProfiles["KZ"].Quotable.Count(r => r.Title.EndsWith("(DEMO)", StringComparison.Ordinal) && r.Publisher.EndsWith("(DEMO)", StringComparison.Ordinal))));
            Assert.DoesNotContain(shelf.HostProfiles["KZ"].Quotable, r => !r.Address.Contains(".invalid/", StringComparison.Ordinal));
            await using var db = services.GetRequiredService<CaseDatabase>().CreateDbContext();
            var cases = await db.Cases.AsNoTracking().ToListAsync();
            Assert.Equal(first.Cases.Count, cases.Count);
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            Assert.All(cases, c => Assert.Equal(shelf.Number, c.ProgrammeChange));
            Assert.All(cases, c => Assert.InRange(c.UpdatedAt, now.AddDays(-3), now));
            Assert.Superset(
                new HashSet<string> { "Referred", "ConsentPending", "Intake", "Interviewing", "VettingAndEvidence", "Assessment", "Routing", "Dossier", "Submitted", "InfoRequested", "TravelDocument", "TravelHold", "Travelling", "Arrived", "Closed", "Withdrawn" },
                cases.Select(c => c.State).ToHashSet());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Seed_InstallationWithAnAccount_Refuses()
    {
        var folder = Directory.CreateTempSubdirectory("he-demo-").FullName;
        try
        {
            await using var services = Services(folder);
            await services.GetRequiredService<StorageStartup>().OpenAsync(migrate: true, CancellationToken.None);
            await new StaffSeats(services.GetRequiredService<CaseDatabase>(), services.GetRequiredService<StaffNames>()).FillAsync(
                [new StaffSeat("somebody", "DEMO", [Domain.Cases.Role.Screener], "real-org", null, null)], null, CancellationToken.None);
            await Assert.ThrowsAsync<InvalidOperationException>(() => SeedAsync(services));
            await using var db = services.GetRequiredService<CaseDatabase>().CreateDbContext();
            Assert.Equal(1, await db.Users.CountAsync());
            Assert.Equal(0, await db.Cases.CountAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<DemoLogIns> SeedAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<DemoSeed>(scope.ServiceProvider).RunAsync(CaseFiles.Folder, null, CancellationToken.None);
    }

    private static ServiceProvider Services(string folder)
    {
        var parts = new ServiceCollection();
        parts.AddCasework(new CaseworkOptions
        {
            Storage = StorageOptions.InFolder(folder),
            WorkflowsPath = Path.Combine(CaseFiles.Root, "workflows"),
            TemplatesPath = Path.Combine(CaseFiles.Root, "templates"),
            Mail = new MailSettings { Mode = MailMode.Off },
        });
        parts.AddDataProtection();
        parts.AddIdentityCore<StaffAccount>(o => o.Password.RequireUppercase = false).AddRoles<StaffRole>().AddSealedStaffStore();
        parts.AddScoped<StaffAccounts>();
        return parts.BuildServiceProvider();
    }
}
