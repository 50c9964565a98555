using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Erasure;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Casework.Translations;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Translations;

/// <summary>The door between translators and cases, on every database.</summary>
public sealed class TranslatorDeskTests
{
    private const string Secret = "ДЕМО: приказ о наступлении";
    private static readonly Actor Translator = new(new Guid(31, 0, 0, new byte[8]), Role.Translator, "north");
    private static readonly Actor Other = new(new Guid(32, 0, 0, new byte[8]), Role.Translator, "north");

    [Theory, EveryDatabase]
    public async Task Open_OnlyTheOneWhoHasIt_FromTakingToAcceptance(DatabaseProvider provider)
    {
        await using var store = await CaseworkStore.OpenAsync(provider);
        var (demo, number) = await OrderedAsync(store);
        var desk = store.Services.GetRequiredService<TranslatorDesk>();

        foreach (var wrong in new[] { Other, Screener, Translator with { Role = Role.Screener }, Other with { Role = Role.Interpreter } })
        {
            Assert.Null(await desk.OpenAsync(wrong, number, CancellationToken.None));
            Assert.Empty(await desk.ListAsync(wrong.Id, CancellationToken.None) is { } lines && wrong.Id != Translator.Id ? lines : []);
        }

        Assert.Null(await desk.OpenAsync(Translator, "T-2222-2222", CancellationToken.None));
        Assert.Null((await desk.OpenAsync(Translator, number, CancellationToken.None))!.View.Text);
        var line = Assert.Single(await desk.ListAsync(Translator.Id, CancellationToken.None));
        Assert.Equal((number, "ru", "fr", Secret.Length, TranslationStanding.Ordered), (line.Number, line.From, line.To, line.Signs, line.Standing));

        Assert.IsType<ActResult.Refused>(await demo.TryAsync(Other, new TakeTranslation(number)));
        await demo.DoAsync(Translator, new TakeTranslation(number));
        Assert.Equal(Secret, (await desk.OpenAsync(Translator, number.ToLowerInvariant(), CancellationToken.None))!.View.Text);
        Assert.Null(await desk.OpenAsync(Other, number, CancellationToken.None));
        Assert.Equal(1, await desk.WaitingAsync(Translator.Id, CancellationToken.None));

        await demo.DoAsync(Translator, new DeliverTranslation(number, "DÉMO : ordre d’attaque", TranslatorQualification.Professional, Certifies: true));
        Assert.Equal(0, await desk.WaitingAsync(Translator.Id, CancellationToken.None));
        await demo.DoAsync(Custodian, new ReadTranslation(number, 1, Accepts: true));
        Assert.Null(await desk.OpenAsync(Translator, number, CancellationToken.None));
        Assert.Equal(TranslationStanding.Accepted, Assert.Single(await desk.ListAsync(Translator.Id, CancellationToken.None)).Standing);

        await using var db = store.Cases.CreateDbContext();
        var looks = await db.ReadLog.AsNoTracking().Where(r => r.ActorId == Translator.Id).ToListAsync(CancellationToken.None);
        Assert.Equal(2, looks.Count);
        Assert.All(looks, look => Assert.Equal(("evidence", TranslatorDesk.PurposeOf(number)), (look.Compartment, look.Purpose)));
        Assert.Equal(number, TranslatorDesk.NumberIn(looks[0].Purpose));
        Assert.Empty(await db.InsideNotices.AsNoTracking().Where(n => n.Audience == "translator").ToListAsync(CancellationToken.None));
        Assert.Equal(2, await db.Outbox.AsNoTracking().CountAsync(o => o.Kind == "mail-to-staff" && o.Payload.Contains(Translator.Id.ToString()), CancellationToken.None));
    }

    [Fact]
    public async Task Open_SealedWithdrawnOrErased_IsNothing()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (demo, number) = await OrderedAsync(store);
        var desk = store.Services.GetRequiredService<TranslatorDesk>();
        await demo.DoAsync(Translator, new TakeTranslation(number));

        await demo.DoAsync(Coordinator, new SealCase("DEMO: somebody reads along."));
        Assert.Null(await desk.OpenAsync(Translator, number, CancellationToken.None));
        Assert.Empty(await desk.ListAsync(Translator.Id, CancellationToken.None));
        Assert.IsType<ActResult.NotFound>(await demo.TryAsync(Translator, new DeliverTranslation(number, "x", TranslatorQualification.Sworn, true)));
        await demo.DoAsync(SecondCoordinator, new UnsealCase("DEMO: it is safe again."));
        Assert.NotNull(await desk.OpenAsync(Translator, number, CancellationToken.None));

        await demo.DoAsync(Custodian, new WithdrawTranslation(number, "DEMO: not needed."));
        Assert.Null(await desk.OpenAsync(Translator, number, CancellationToken.None));

        await store.Services.GetRequiredService<CaseErasure>().RunAsync(demo.Id, null, CancellationToken.None);
        await using var db = store.Cases.CreateDbContext();
        Assert.Empty(await db.TranslationJobs.AsNoTracking().ToListAsync(CancellationToken.None));
        Assert.Empty(await desk.ListAsync(Translator.Id, CancellationToken.None));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_DeliveredThenConsentTakenBackOrTieDeclared_IsNothing(bool consent)
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (demo, number) = await OrderedAsync(store);
        var desk = store.Services.GetRequiredService<TranslatorDesk>();
        await demo.DoAsync(Translator, new TakeTranslation(number));
        await demo.DoAsync(Translator, new DeliverTranslation(number, "DÉMO", TranslatorQualification.Sworn, true));
        Assert.NotNull(await desk.OpenAsync(Translator, number, CancellationToken.None));

        if (consent)
        {
            await demo.DoAsync(Screener, new RecordConsent(ConsentPurpose.Store, ConsentStatus.Withdrawn, "v1", "ru", ConsentMethod.Signed));
        }
        else
        {
            await demo.DoAsync(Translator, new DeclineTranslation(number, DeclineReason.Conflict) { Conflict = ConflictKind.KnowsThePerson, Words = "DEMO" });
        }

        Assert.Null(await desk.OpenAsync(Translator, number, CancellationToken.None));
        Assert.Null(await desk.FindAsync(Translator, number, CancellationToken.None));
        Assert.False(Assert.Single(await desk.ListAsync(Translator.Id, CancellationToken.None)).IsOpen);
    }

    [Fact]
    public async Task Custody_OfTheItem_HasEveryStepAndTheTranslatorsLooks()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (demo, number) = await OrderedAsync(store);
        await demo.DoAsync(Translator, new TakeTranslation(number));
        await store.Services.GetRequiredService<TranslatorDesk>().OpenAsync(Translator, number, CancellationToken.None);
        await demo.DoAsync(Translator, new DeliverTranslation(number, "DÉMO", TranslatorQualification.Sworn, true));
        await demo.DoAsync(Custodian, new ReadTranslation(number, 1, true));

        var view = await store.Services.GetRequiredService<CaseDesk>().OpenAsync(Custodian, (await demo.FileAsync()).Reference, "evidence", CancellationToken.None);
        var lines = (await store.Services.GetRequiredService<CustodyRecord>().OfAsync(view!, "E1", CancellationToken.None)).Lines;
        Assert.Equal(["add-evidence", "order-translation", "take-translation", null, "deliver-translation", "read-translation"], lines.Select(l => l.Kind));
        Assert.Equal((Translator.Id, number), (lines[3].By, lines[3].Job));
        Assert.All(lines.Where(l => l.Act is not null), l => Assert.NotEmpty(l.After));
    }

    private static async Task<(DemoCase Demo, string Number)> OrderedAsync(TestStore store)
    {
        var demo = await ConsentedAsync(store);
        await using (var db = store.Cases.CreateDbContext())
        {
            foreach (var person in new[] { Translator, Other })
            {
                var name = $"demo-{person.Id:N}"[..13];
                db.Users.Add(new StaffAccount { Id = person.Id, UserName = name, NormalizedUserName = name.ToUpperInvariant(), OrganisationId = "north", SecurityStamp = "x" });
            }

            await db.SaveChangesAsync(CancellationToken.None);
        }

        await demo.DoAsync(Custodian, new AddEvidence(EvidenceType.LeakedDocument, "DEMO order", "applicant"));
        await demo.DoAsync(Custodian, new OrderTranslation(new TranslationSource(TranslationSourceKind.Item, "E1", ""), "ru", "fr", Translator.Id, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(7)) { Text = Secret });
        return (demo, TranslationRules.Of(await demo.FileAsync())[0].Number);
    }
}
