using System.Text;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Screening;

/// <summary>Lists come in two steps, and by two people where the meaning of a list is at stake.</summary>
public sealed class ListIntakeTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Guid Loader = new(71, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
    private static readonly Guid Other = new(72, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    [Fact]
    public void NeedsSecond_ByWhatTheVersionCouldTurnRound_SaysWhy()
    {
        var (wanted, sanctions) = (DemoLists.Wanted(), DemoLists.Sanctions());
        Assert.NotNull(ListMeaning.NeedsSecond(wanted, []));
        Assert.Null(ListMeaning.NeedsSecond(sanctions, []));
        Assert.Null(ListMeaning.NeedsSecond(DemoLists.Wanted("2"), [wanted]));
        Assert.NotNull(ListMeaning.NeedsSecond(sanctions with { Key = "demo-other", AssertingAuthority = "demo MINISTRY" }, [wanted]));
        Assert.NotNull(ListMeaning.NeedsSecond(DemoLists.Sanctions("2") with { AssertingAuthority = "DEMO ministry" }, [sanctions]));
        Assert.Null(ListMeaning.NeedsSecond(DemoLists.Sanctions("2") with { Publisher = "DEMO mirror" }, [sanctions]));
    }

    [Fact]
    public async Task Check_CleanFile_KeepsItSealedAndChangesNothingUntilConfirmed()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var intake = store.Services.GetRequiredService<ListIntake>();

        var (id, report) = await CheckAsync(intake, DemoLists.Sanctions(), DemoLists.SanctionsLatin);

        Assert.Equal((ListImportOutcome.Checked, 3), (report.Outcome, report.Entries));
        await using var db = store.Cases.CreateDbContext();
        Assert.Equal(0, await db.ScreeningLists.CountAsync(None));
        var rows = await db.FormDrafts.AsNoTracking().ToListAsync(None);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.DoesNotContain("DEMOVICH"u8.ToArray(), r.Sealed));
        var kept = Assert.Single(await intake.WaitingAsync(None));
        Assert.Equal((id, Loader, report.Entries), (kept.Id, kept.By, (await intake.OpenAsync(kept.Id, None))!.Report.Entries));

        Assert.Equal(IntakeOutcome.InForce, (await intake.ConfirmAsync(kept.Id, Loader, acceptGaps: false, None)).Outcome);
        Assert.Equal((Loader, kept.Hash), (await db.ScreeningLists.Select(l => new { l.LoadedBy, l.Hash }).SingleAsync(None)) is var l ? (l.LoadedBy, Convert.ToHexStringLower(l.Hash)) : default);
        Assert.Equal((IntakeOutcome.Gone, 0, 0), ((await intake.ConfirmAsync(kept.Id, Loader, acceptGaps: false, None)).Outcome, (await intake.WaitingAsync(None)).Count, await db.FormDrafts.CountAsync(None)));
    }

    [Fact]
    public async Task Check_FileThatNobodyDecidedOnForAMonth_IsThrownAwayWithTheNext()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var intake = store.Services.GetRequiredService<ListIntake>();
        var forgotten = (await CheckAsync(intake, DemoLists.Sanctions(), DemoLists.SanctionsLatin)).Id!.Value;
        var recent = (await CheckAsync(intake, DemoLists.Sanctions("2"), DemoLists.SanctionsLatin)).Id!.Value;
        await using var db = store.Cases.CreateDbContext();
        var longAgo = TimeProvider.System.GetUtcNow().AddDays(-31);
        var ending = forgotten.ToString("N");
        Assert.Equal(2, await db.FormDrafts.Where(d => d.Key.EndsWith(ending)).ExecuteUpdateAsync(d => d.SetProperty(r => r.At, longAgo), None));

        var next = (await CheckAsync(intake, DemoLists.Sanctions("3"), DemoLists.SanctionsLatin)).Id!.Value;

        Assert.Equal(new[] { recent, next }.Order(), (await intake.WaitingAsync(None)).Select(k => k.Id).Order());
        Assert.Null(await intake.OpenAsync(forgotten, None));
        Assert.Equal(4, await db.FormDrafts.CountAsync(None));
    }

    [Fact]
    public async Task Confirm_ListOfThePersecutingState_TakesAnotherPersonWhoIsNoted()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var intake = store.Services.GetRequiredService<ListIntake>();
        var id = (await CheckAsync(intake, DemoLists.Wanted(), DemoLists.WantedCyrillic)).Id!.Value;

        Assert.Equal(IntakeOutcome.NeedsOther, (await intake.ConfirmAsync(id, Loader, acceptGaps: false, None)).Outcome);
        await using var db = store.Cases.CreateDbContext();
        Assert.Equal(0, await db.ScreeningLists.CountAsync(None));
        Assert.Equal(IntakeOutcome.InForce, (await intake.ConfirmAsync(id, Other, acceptGaps: false, None)).Outcome);

        Assert.Equal([(Loader, (Guid?)Other)], await db.Settings.Where(s => s.Key == "screening-list demo-wanted").Select(s => new ValueTuple<Guid, Guid?>(s.By, s.ConfirmedBy)).ToListAsync(None));
        var chain = await db.AccountAudit.AsNoTracking().SingleAsync(a => a.Kind == AccountKinds.ListInForce, None);
        Assert.Equal(Other, chain.ActorId);
        Assert.Contains("sha256", store.Services.GetRequiredService<AccountTrail>().DetailsOf(chain), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_DirtyFile_IsRefusedUntilTheGapsAreAcceptedAndLinesAreNamed()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var intake = store.Services.GetRequiredService<ListIntake>();
        var (id, report) = await CheckAsync(intake, DemoLists.Sanctions(), DemoLists.SanctionsLatin + "\ns1,DEMOVICH Twice,1970,RU\ns4,DEMOVICH Fourth,the past,RU");
        Assert.Equal([new DuplicateKey("s1", 2, 5)], report.Duplicates);
        Assert.Equal([6], report.Errors.Select(e => e.Line));
        Assert.Contains(report.Reasons, r => r.ToString().Contains("lines 2 = 5", StringComparison.Ordinal));

        Assert.Equal(IntakeOutcome.Refused, (await intake.ConfirmAsync(id!.Value, Loader, acceptGaps: false, None)).Outcome);
        await using var db = store.Cases.CreateDbContext();
        Assert.Equal((0, 1), (await db.ScreeningLists.CountAsync(None), (await intake.WaitingAsync(None)).Count));
        Assert.Equal(IntakeOutcome.InForce, (await intake.ConfirmAsync(id.Value, Loader, acceptGaps: true, None)).Outcome);
    }

    [Fact]
    public async Task Open_SecondVersion_TellsEveryChangedFieldAgainstWhatIsInForceNow()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.ImportAsync(DemoLists.Sanctions(), DemoLists.SanctionsLatin);
        var intake = store.Services.GetRequiredService<ListIntake>();
        var id = (await CheckAsync(intake, DemoLists.Sanctions("3"), "id,name,birthDate,nationality\ns1,SHCHURENKOV Artyom,1998,RU\ns3,DEMOVICH Vladlen,1950,RU\ns4,DEMOVICH Fourth,1970,RU")).Id!.Value;

        var differences = (await intake.OpenAsync(id, None))!.Report.Differences;
        Assert.Equal([("s1", EntryChange.Modified), ("s2", EntryChange.Deleted), ("s3", EntryChange.Modified), ("s4", EntryChange.Added)], differences.Select(d => (d.Key, d.Change)));
        Assert.Equal([new FieldChange("names", "SHCHURENKOV Artem", "SHCHURENKOV Artyom")], differences[0].Fields());
        Assert.Equal([new FieldChange("born", "", "1950")], differences[2].Fields());
        Assert.Empty(differences[1].Fields());

        // Somebody else brings another version first: the comparison is made anew.
        await store.ImportAsync(DemoLists.Sanctions("2"), DemoLists.SanctionsLatin.Replace("Artem", "Artyom", StringComparison.Ordinal));
        Assert.Equal(["s2", "s3", "s4"], (await intake.OpenAsync(id, None))!.Report.Differences.Select(d => d.Key));
    }

    [Fact]
    public async Task Check_FileThatCanNeverBeTaken_IsNotKept()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.ImportAsync(DemoLists.Sanctions(), DemoLists.SanctionsLatin);
        var intake = store.Services.GetRequiredService<ListIntake>();

        Assert.Null((await CheckAsync(intake, DemoLists.Sanctions(), DemoLists.SanctionsLatin)).Id);
        Assert.Null((await CheckAsync(intake, DemoLists.Sanctions("2"), "id,title\n1,x")).Id);
        Assert.Null((await CheckAsync(intake, DemoLists.Sanctions("2") with { Kind = ListKind.Crowd }, DemoLists.SanctionsLatin)).Id);
        Assert.Empty(await intake.WaitingAsync(None));
    }

    [Fact]
    public async Task Mapping_Saved_ReadsForeignColumnsAndItsNewestVersionCounts()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var mappings = store.Services.GetRequiredService<ColumnMappings>();
        var intake = store.Services.GetRequiredService<ListIntake>();
        const string Table = "Nr;Person;Geboren\n1;DEMOVICH Kasimir;1960\n2;DEMOVICH Wladlen;1970";
        await Assert.ThrowsAsync<ArgumentException>(() => mappings.SaveAsync("demo", new ColumnMapping { Id = "Nr" }, Loader, None));
        await Assert.ThrowsAsync<ArgumentException>(() => mappings.SaveAsync("Demo!", new ColumnMapping { Name = "Person" }, Loader, None));
        Assert.Contains("no saved mapping 'demo'", (await CheckAsync(intake, DemoLists.Sanctions(), Table, "csv:demo")).Report.Reasons.Single().ToString(), StringComparison.Ordinal);

        await mappings.SaveAsync("demo", new ColumnMapping { Id = "Nr", Name = "Name" }, Loader, None);
        Assert.Contains("no column \"Name\"", (await CheckAsync(intake, DemoLists.Sanctions(), Table, "csv:demo")).Report.Reasons.Single().ToString(), StringComparison.Ordinal);
        await mappings.SaveAsync("demo", new ColumnMapping { Id = "Nr", Name = "Person", BirthDate = "Geboren" }, Other, None);
        Assert.Equal((2, "windows-1251"), (await CheckAsync(intake, DemoLists.Sanctions(), Table.Replace("DEMOVICH Wladlen", "ДЕМОВИЧ Владлен", StringComparison.Ordinal), "csv:demo", windows: true)).Report is var r ? (r.Entries, r.Encoding) : default);
        Assert.Equal([("demo", Other)], (await mappings.AllAsync(None)).Select(m => (m.Name, m.By)));
    }

    [Fact]
    public async Task Ofac_WithItsFileOfFurtherNames_IsReadTogether()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var intake = store.Services.GetRequiredService<ListIntake>();
        const string Sdn = "100,\"DEMOVICH, Kazimir\",\"individual\",\"DEMO\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1960.\"\n";
        const string Alt = "100,1,\"aka\",\"DEMOWICZ, Casimir\",-0- \n";
        var (id, _) = await intake.CheckAsync(Encoding.UTF8.GetBytes(Sdn), Encoding.UTF8.GetBytes(Alt), ListFormats.OfacSdn, DemoLists.Sanctions(), Loader, None);
        Assert.Equal(IntakeOutcome.InForce, (await intake.ConfirmAsync(id!.Value, Loader, acceptGaps: false, None)).Outcome);
        await using var db = store.Cases.CreateDbContext();
        Assert.Contains("DEMOWICZ", await db.ScreeningListEntries.Select(e => e.Json).SingleAsync(None), StringComparison.Ordinal);
    }

    private static Task<(Guid? Id, ListImportReport Report)> CheckAsync(ListIntake intake, ListHeader header, string content, string format = ListFormats.Csv, bool windows = false) =>
        intake.CheckAsync((windows ? CodePagesEncodingProvider.Instance.GetEncoding(1251)! : Encoding.UTF8).GetBytes(content), null, format, header, Loader, None);
}
