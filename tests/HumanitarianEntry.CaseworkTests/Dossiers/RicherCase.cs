using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>The walked case with something in every part that a profile may keep back. Everybody and everything in it is invented.</summary>
internal static class RicherCase
{
    public const string Sister = "Зульфия Вымышленная";

    /// <summary>A drawn head and shoulders.</summary>
    public static byte[] Picture => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAHgAAACgCAAAAADiYvdMAAABL0lEQVR42u3ZyxGDMBRDUfVfgPpLJ1lmMgkGw/uY4aoAn+2zpFdTBAwMDAwMDAwMDAwMDAwcCtuuh/1JJezvVMH+TQlsR8iKcedlBbnTsqLcWVlh7qR8E9gOkxXoTsm3gO1A+Q6wHSkDX3SPy8DrwXasDAwMDAwMDMwFAsxPohV+3v+4D+4rX9rqpj64r1JsK1H74La+uq+h79sk/tEn3jg5eF2enc5PfBeHNtZUYGBgYGDgex4CPTdXz13d9FtsqiKaKkXPJBC2w2XFs8dopbgHZOW4+7KS3F1ZWe6erDR3R1aeO5aV6A5lZbojWanuQFauuy2vB9u5srLdLVnp7oa8GGyny2vBdr68FGwXyCvBdoW8EGyXyMBZ7o8MbBfJj4ftKhn4abBdJgMDA4fBb1UVIjrIMgmpAAAAAElFTkSuQmCC");

    public static async Task<DemoCase> ToDossierAsync(TestStore store, bool knowsNeeds = true)
    {
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(Coordinator, new SetPriority(Priority.Urgent, "Le séjour fictif prend fin avant le printemps prochain."));
        await demo.DoAsync(Screener, new RecordFamilyMember(Relation.Sibling, Sister) { Country = "RU" });
        await demo.DoAsync(Screener, new RecordFamilyMember(Relation.Parent, "Клавдия Придуманная") { Country = "GE" });
        await demo.DoAsync(Coordinator, new LinkCase("QQ7-4MZ", Stands: true));
        await demo.DoAsync(Coordinator, new OfferReception("Maison d’accueil fictive des Tilleuls", "Une chambre claire au premier étage, chauffée."));
        await demo.DoAsync(Custodian, new RecordContraryAct(ContraryKind.WarSymbolShown, "Photographie fictive avec un ruban rayé, avril 2022.", "applicant") { On = PartialDate.Parse("2022-04"), Disclosed = true });
        await demo.DoAsync(Custodian, new AnswerContraryAct("N1", "Imposé par le chef de section, retiré le soir même."));
        var photograph = await AddAsync(store, demo, EvidenceType.SymbolicAct, "Portrait fictif remis par la personne", Picture, "portrait.png");
        await AddAsync(store, demo, EvidenceType.MedicalRecord, "Bulletin de sortie fictif de la clinique des Acacias", WalkedCase.SmallPdf.ToArray(), "bulletin.pdf");
        await demo.DoAsync(DossierOfficer, new ChoosePhotograph(photograph) { PersonAgrees = true });
        if (knowsNeeds)
        {
            await demo.DoAsync(Intake, new RecordConsent(ConsentPurpose.Care, ConsentStatus.Given, "v1", "ru", ConsentMethod.Signed) { Recipient = "FR" });
        }

        return demo;
    }

    public static async Task<string> AddAsync(TestStore store, DemoCase demo, EvidenceType type, string title, byte[] bytes, string name)
    {
        using var content = new MemoryStream(bytes);
        var file = await store.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, content, name, CancellationToken.None);
        await demo.DoAsync(Custodian, new AddEvidence(type, title, "applicant") { ClaimedOn = PartialDate.Parse("2023-02"), File = file });
        var label = (await demo.FileAsync()).Evidence.Items[^1].Value.Label;
        await demo.DoAsync(Custodian, new GradeEvidence(label, Reliability.B, 3, "Comparé avec l’original fictif par une personne."));
        Assert.True((await demo.WorkAsync("examine-file")).TrueForAll(row => row.Done));
        return label;
    }
}
