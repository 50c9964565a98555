using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Screening;

public sealed class ListImportTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private const string Dirty = """
        id,name,birthDate,nationality
        s1,SHCHURENKOV Artem,1998,RU
        s2,,1960,RU
        s3,DEMOVICH Vladlen,the past,RU
        """;

    [Theory, EveryDatabase]
    public async Task Import_CleanSecondVersion_ReplacesTheFirstAndTellsTheDifference(DatabaseProvider provider)
    {
        await using var store = await CaseworkStore.OpenAsync(provider);
        await store.ImportAsync(DemoLists.Sanctions(), DemoLists.SanctionsLatin);

        var report = await store.ImportAsync(DemoLists.Sanctions("2"), DemoLists.SanctionsLatin.Replace("1960", "1961", StringComparison.Ordinal) + "\ns4,DEMOVICH Arkady,1970,RU");

        Assert.Equal((ListImportOutcome.InForce, "1", 4, 1, 1, 0), (report.Outcome, report.VersionBefore, report.Entries, report.Added, report.Changed, report.Removed));
        await using var db = store.Cases.CreateDbContext();
        Assert.Equal(["2"], await db.ScreeningLists.Where(l => l.Active).Select(l => l.Version).ToListAsync(None));
        var stored = await db.ScreeningLists.SingleAsync(l => l.Active, None);
        Assert.Equal(("sanctions", "DEMO union", new DateOnly(2026, 3, 2), 0, false), (stored.Kind, stored.Publisher, stored.VersionDate, stored.GapsAccepted, stored.IsPersecutor));
        Assert.DoesNotContain("DEMOVICH"u8.ToArray(), stored.SealedFile!);
    }

    [Fact]
    public async Task Import_DryRun_TellsEverythingAndStoresNothing()
    {
        await using var store = await CaseworkStore.OpenAsync();

        var report = await store.ImportAsync(DemoLists.Sanctions(), DemoLists.SanctionsLatin, new ListImportMode { DryRun = true });

        Assert.Equal((ListImportOutcome.Checked, 3, 3), (report.Outcome, report.RowsRead, report.Added));
        await using var db = store.Cases.CreateDbContext();
        Assert.Equal((0, 0), (await db.ScreeningLists.CountAsync(None), await db.ScreeningListEntries.CountAsync(None)));
    }

    [Fact]
    public async Task Import_DirtyFile_IsRefusedWithLineNumbersUnlessTheGapsAreAccepted()
    {
        await using var store = await CaseworkStore.OpenAsync();

        var refused = await store.ImportAsync(DemoLists.Sanctions(), Dirty);

        Assert.Equal(ListImportOutcome.Refused, refused.Outcome);
        Assert.Equal([(3, RowErrorKind.MissingName), (4, RowErrorKind.UnreadableBirthDate)], refused.Errors.Select(e => (e.Line, e.Kind)));
        await using var db = store.Cases.CreateDbContext();
        Assert.Equal(0, await db.ScreeningLists.CountAsync(None));

        var taken = await store.ImportAsync(DemoLists.Sanctions(), Dirty, new ListImportMode { AcceptGaps = true });

        Assert.Equal((ListImportOutcome.InForce, 2), (taken.Outcome, taken.Entries));
        Assert.Equal((2, 2), await db.ScreeningLists.Select(l => new ValueTuple<int, int>(l.GapsAccepted, l.EntryCount)).SingleAsync(None));
    }

    [Theory, EveryDatabase]
    public async Task Import_BrokenOffInTheMiddle_LeavesTheOldVersionInForce(DatabaseProvider provider)
    {
        await using var store = await CaseworkStore.OpenAsync(provider);
        await store.ImportAsync(DemoLists.Sanctions(), DemoLists.SanctionsLatin);
        var large = string.Join('\n', Enumerable.Range(1, 2500).Select(i => $"x{i},DEMOVICH Number{i},1970,RU").Prepend("id,name,birthDate,nationality"));

        await Assert.ThrowsAsync<OperationCanceledException>(() => store.ImportAsync(DemoLists.Sanctions("2"), large, new ListImportMode { Progress = new BreakOff(2000) }));

        await using var db = store.Cases.CreateDbContext();
        Assert.Equal(["1"], await db.ScreeningLists.Select(l => l.Version).ToListAsync(None));
        Assert.Equal(3, await db.ScreeningListEntries.CountAsync(None));
        var lists = await store.Services.GetRequiredService<ListLibrary>().CurrentAsync(None);
        Assert.Equal(3, lists!.Index.EntryCount);
    }

    [Fact]
    public async Task Import_SameVersionOtherKindEarlierDayEmptyOrShrunkFile_IsRefused()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.ImportAsync(DemoLists.Sanctions(), DemoLists.SanctionsLatin);
        var next = DemoLists.Sanctions("2");

        Assert.Contains("loaded already", await ReasonAsync(DemoLists.Sanctions(), DemoLists.SanctionsLatin), StringComparison.Ordinal);
        Assert.Contains("never changes its kind", await ReasonAsync(next with { Kind = ListKind.PersecutorWanted }, DemoLists.SanctionsLatin), StringComparison.Ordinal);
        Assert.Contains("later than", await ReasonAsync(next with { VersionDate = new DateOnly(2025, 1, 1) }, DemoLists.SanctionsLatin), StringComparison.Ordinal);
        Assert.Contains("no entry", await ReasonAsync(next, "id,name\n"), StringComparison.Ordinal);
        Assert.Contains("less than half", await ReasonAsync(next, "id,name\ns1,SHCHURENKOV Artem"), StringComparison.Ordinal);
        Assert.Contains("'family'", await ReasonAsync(next, "id,title\n1,x"), StringComparison.Ordinal);
        Assert.Equal(["1"], (await store.Services.GetRequiredService<ListLibrary>().CurrentAsync(None))!.Headers.Select(h => h.Version));

        async Task<string> ReasonAsync(ListHeader header, string content)
        {
            var report = await store.ImportAsync(header, content);
            Assert.Equal(ListImportOutcome.Refused, report.Outcome);
            return string.Join(' ', report.Reasons);
        }
    }

    [Theory, EveryDatabase]
    public async Task Library_EntryReadBack_HasTheHashesItHad(DatabaseProvider provider)
    {
        await using var store = await CaseworkStore.OpenAsync(provider);
        const string full = "id,name,aliases,weakAliases,birthDate,sex,nationality,articles,reason,place,passport\nq1,Щуренков Артём Юрьевич,Schurenkov Artyom,DEMO call sign,14.03.1998;1999,м,Россия,337 ч. 5;338,wanted,Demograd,00 24 000101";
        await store.ImportAsync(DemoLists.Sanctions(), full);
        using var again = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(full));
        var mapping = new ColumnMapping { Id = "id", Name = "name", Aliases = "aliases", WeakAliases = "weakAliases", BirthDate = "birthDate", Sex = "sex", Nationality = "nationality", Articles = "articles", Reason = "reason", Place = "place", Passport = "passport" };
        var metadata = new ListMetadata { ListId = "demo", Publisher = "d", AssertingAuthority = "d", IsPersecutor = false, Version = "1", AsOf = new DateOnly(2026, 3, 2), LoadedBy = "d" };
        var read = Assert.Single(ListReader.Read(again, new ListFormat.Mapped(mapping), metadata).Entries);
        await using var db = store.Cases.CreateDbContext();
        var row = await db.ScreeningLists.AsNoTracking().SingleAsync(None);

        var stored = Assert.Single((await store.Services.GetRequiredService<ListLibrary>().CurrentAsync(None))!.Index.Search(new() { Names = [HumanitarianEntry.Screening.People.PersonName.Of("Щуренков", "Артём", "Юрьевич")] }).Candidates).Entry;

        Assert.Equal(1, row.EntryCount);
        Assert.Equal((read.IdentityHash(), read.ContentHash()), (stored.IdentityHash(), stored.ContentHash()));
    }

    [Fact]
    public async Task Library_EntryMissing_IsNotSearched()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.ImportAsync(DemoLists.Sanctions(), DemoLists.SanctionsLatin);
        await using (var db = store.Cases.CreateDbContext())
        {
            await db.ScreeningListEntries.Where(e => e.Ordinal == 1).ExecuteDeleteAsync(None);
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => store.Services.GetRequiredService<ListLibrary>().CurrentAsync(None));
    }

    [Fact]
    public async Task Library_NewVersion_IsSearchedWithoutARestart()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var library = store.Services.GetRequiredService<ListLibrary>();
        Assert.Null(await library.CurrentAsync(None));
        await store.ImportAsync(DemoLists.Sanctions(), DemoLists.SanctionsLatin);
        var first = await library.CurrentAsync(None);

        Assert.Same(first, await library.CurrentAsync(None));
        await store.ImportAsync(DemoLists.Wanted(), DemoLists.WantedCyrillic);
        Assert.Equal(["demo-sanctions", "demo-wanted"], (await library.CurrentAsync(None))!.Headers.Select(h => h.Key));
    }

    private sealed class BreakOff(int after) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= after)
            {
                throw new OperationCanceledException();
            }
        }
    }
}
