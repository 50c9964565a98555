using System.Text;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Screening;

/// <summary>DEMO lists: every entry is invented.</summary>
internal static class DemoLists
{
    public const string WantedCyrillic = """
        id,family,given,patronymic,birthDate,sex,articles
        w1,Щуренков,Артём,Юрьевич,1998-03-14,м,337 ч. 5
        w2,Мокрогузов,Остап,Прохорович,1971,м,158
        """;

    public const string SanctionsLatin = """
        id,name,birthDate,nationality
        s1,SHCHURENKOV Artem,1998,RU
        s2,DEMOVICH Kazimir,1960,RU
        s3,DEMOVICH Vladlen,,RU
        """;

    public static ListHeader Wanted(string version = "1") => new("demo-wanted", "DEMO archive", "DEMO ministry", ListKind.PersecutorWanted, version, new DateOnly(2026, 3, 1));

    public static ListHeader Sanctions(string version = "1") => new("demo-sanctions", "DEMO union", "DEMO union", ListKind.Sanctions, version, new DateOnly(2026, 3, 2));

    public static Task<ListImportReport> ImportAsync(this TestStore store, ListHeader header, string content, ListImportMode? mode = null, string format = ListFormats.Csv) =>
        store.Services.GetRequiredService<ListImport>().ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), format, header, Guid.Empty, mode ?? new ListImportMode(), CancellationToken.None);

    public static async Task LoadBothAsync(this TestStore store)
    {
        Assert.Equal(ListImportOutcome.InForce, (await store.ImportAsync(Wanted(), WantedCyrillic)).Outcome);
        Assert.Equal(ListImportOutcome.InForce, (await store.ImportAsync(Sanctions(), SanctionsLatin)).Outcome);
    }
}
