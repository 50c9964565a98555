using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.CaseworkTests.Custody;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Translations;

/// <summary>The day of an order as a clock of the case, on every database.</summary>
public sealed class TranslationClockTests
{
    private static readonly Actor Translator = new(new Guid(31, 0, 0, new byte[8]), Role.Translator, "north");

    [Theory, EveryDatabase]
    public async Task Sweep_DayOver_TellsOnceAndMailsTheTranslator(DatabaseProvider provider)
    {
        var clock = new MovedClock();
        await using var store = await CaseworkStore.OpenAsync(provider, s => s.AddSingleton<TimeProvider>(clock));
        var (demo, late) = await OrderedAsync(store, clock);
        var sweep = store.Services.GetRequiredService<TranslationSweep>();
        Assert.Equal(0, await sweep.RunAsync(CancellationToken.None));
        Assert.NotNull(await LateOnAsync(store, late));
        clock.Ahead = TimeSpan.FromDays(2);
        Assert.Equal(1, await sweep.RunAsync(CancellationToken.None));
        Assert.Equal(0, await sweep.RunAsync(CancellationToken.None));
        Assert.Null(await LateOnAsync(store, late));
        await using var db = store.Cases.CreateDbContext();
        var told = await db.InsideNotices.AsNoTracking().Where(n => n.Outcome == RemindTranslation.Topic).Select(n => n.Audience).Distinct().ToListAsync(CancellationToken.None);
        Assert.Equal(["coordinator", "evidence-custodian"], told.Order(StringComparer.Ordinal));
        Assert.Equal(2, await db.Outbox.AsNoTracking().CountAsync(o => o.Kind == "mail-to-staff" && o.Payload.Contains(Translator.Id.ToString()), CancellationToken.None));
        Assert.Equal(TranslationStanding.Ordered, TranslationRules.Find(await demo.FileAsync(), late)!.Standing);
    }

    [Fact]
    public async Task Sweep_DeliveredWithdrawnOrSealed_TellsNobody()
    {
        var clock = new MovedClock();
        await using var store = await CaseworkStore.OpenAsync(more: s => s.AddSingleton<TimeProvider>(clock));
        var (demo, job) = await OrderedAsync(store, clock);
        var sweep = store.Services.GetRequiredService<TranslationSweep>();
        await demo.DoAsync(Translator, new TakeTranslation(job));
        clock.Ahead = TimeSpan.FromDays(2);
        await demo.DoAsync(Coordinator, new SealCase("DEMO: somebody reads along."));
        Assert.Equal(0, await sweep.RunAsync(CancellationToken.None));
        await demo.DoAsync(SecondCoordinator, new UnsealCase("DEMO: it is safe again."));

        await demo.DoAsync(Translator, new DeliverTranslation(job, "DÉMO", TranslatorQualification.Sworn, Certifies: true));
        Assert.Null(await LateOnAsync(store, job));
        Assert.Equal(0, await sweep.RunAsync(CancellationToken.None));
        await demo.DoAsync(Custodian, new WithdrawTranslation(job, "DEMO"));
        Assert.Equal(0, await sweep.RunAsync(CancellationToken.None));
        await using var db = store.Cases.CreateDbContext();
        Assert.Empty(await db.InsideNotices.AsNoTracking().Where(n => n.Outcome == RemindTranslation.Topic).ToListAsync(CancellationToken.None));
    }

    private static async Task<(DemoCase Demo, string Job)> OrderedAsync(TestStore store, MovedClock clock)
    {
        var demo = await ConsentedAsync(store);
        await using (var db = store.Cases.CreateDbContext())
        {
            db.Users.Add(new StaffAccount { Id = Translator.Id, UserName = "demo-translator", NormalizedUserName = "DEMO-TRANSLATOR", OrganisationId = "north", SecurityStamp = "x" });
            await db.SaveChangesAsync(CancellationToken.None);
        }

        await demo.DoAsync(Custodian, new AddEvidence(EvidenceType.LeakedDocument, "DEMO order", "applicant"));
        await demo.DoAsync(Custodian, new OrderTranslation(new TranslationSource(TranslationSourceKind.Item, "E1", string.Empty), "ru", "fr", Translator.Id, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) { Text = "ДЕМО: приказ" });
        return (demo, TranslationRules.Of(await demo.FileAsync())[0].Number);
    }

    private static async Task<DateOnly?> LateOnAsync(TestStore store, string job)
    {
        await using var db = store.Cases.CreateDbContext();
        return (await db.TranslationJobs.AsNoTracking().SingleAsync(j => j.Number == job, CancellationToken.None)).LateOn;
    }
}
