using System.Text.Json;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Verbs;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Screening;

public sealed class ListVerbTests
{
    [Fact]
    public async Task ImportList_DryRunThenReal_PutsTheListInForceOnlyTheSecondTime()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var file = Path.Combine(store.Folder, "wanted.csv");
        await File.WriteAllTextAsync(file, "ФИО,Год рождения,Статьи\nЩуренков Артём Юрьевич,1998,337 ч. 5\n");
        string[] args = [file, "--format", "csv", "--key", "demo-wanted", "--publisher", "DEMO", "--authority", "DEMO ministry", "--kind", "persecutor-wanted", "--version", "1", "--date", "2026-03-01"];
        var library = store.Services.GetRequiredService<ListLibrary>();

        Assert.Equal(1, (await ImportAsync(store, args)).Code);
        args[2] = "wanted";
        var dry = await ImportAsync(store, [.. args, "--dry-run"]);
        Assert.Equal(0, dry.Code);
        Assert.Contains("Nothing was stored", dry.Output, StringComparison.Ordinal);
        Assert.Null(await library.CurrentAsync(CancellationToken.None));

        var real = await ImportAsync(store, args);
        Assert.Equal(0, real.Code);
        Assert.Contains("in force", real.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await library.CurrentAsync(CancellationToken.None))!.Index.EntryCount);
    }

    [Theory]
    [InlineData("--kind", "friends")]
    [InlineData("--date", "yesterday")]
    [InlineData("--key", "Not A Key")]
    [InlineData("--colour", "red")]
    public async Task ImportList_WrongUsage_Ends2AndStoresNothing(string option, string value)
    {
        await using var store = await CaseworkStore.OpenAsync();
        var file = Path.Combine(store.Folder, "list.csv");
        await File.WriteAllTextAsync(file, DemoLists.SanctionsLatin);
        string[] args = [file, "--format", "csv", "--key", "demo", "--publisher", "DEMO", "--authority", "DEMO", "--kind", "sanctions", "--version", "1", "--date", "2026-03-01", option, value];

        Assert.Equal(2, (await ImportAsync(store, args)).Code);
        Assert.Null(await store.Services.GetRequiredService<ListLibrary>().CurrentAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Screen_KnownName_ShowsPointsAndClassAndNothingInForceIsNoAllClear()
    {
        await using var store = await CaseworkStore.OpenAsync();
        Assert.Equal(1, (await ScreenAsync(store, "--name", "Shchurenkov Artyom")).Code);
        await store.LoadBothAsync();

        var plain = await ScreenAsync(store, "--name", "Shchurenkov Artyom Yuryevich", "--born", "1998");
        Assert.Equal(0, plain.Code);
        Assert.Contains("persecution-evidence", plain.Output, StringComparison.Ordinal);
        Assert.Contains("adverse-candidate", plain.Output, StringComparison.Ordinal);

        var json = await ScreenAsync(store, "--name", "Щуренков Артём", "--json");
        Assert.Equal("w1", JsonDocument.Parse(json.Output).RootElement.GetProperty("candidates").EnumerateArray().Single(c => c.GetProperty("listId").GetString() == "demo-wanted").GetProperty("entry").GetString());
        Assert.Equal(1, (await ScreenAsync(store, "--name", "Артём")).Code);
        Assert.Equal(2, (await ScreenAsync(store, "--born", "1998")).Code);

        // Each search is on the chain with its purpose and without the name, and none is made without one.
        using var output = new StringWriter();
        Assert.Equal(2, await ScreenVerb.RunAsync(store.Services, ["--name", "Shchurenkov"], output, output));
        await using var db = store.Cases.CreateDbContext();
        var checks = await db.AccountAudit.AsNoTracking().Where(a => a.Kind == AccountKinds.AdHocCheck).OrderBy(a => a.Sequence).ToListAsync(CancellationToken.None);
        Assert.Equal(3, checks.Count);
        Assert.Equal("vouches: DEMO referee (2 lists, 2 candidates, complete: True)", store.Services.GetRequiredService<AccountTrail>().DetailsOf(checks[0]));
    }

    private static async Task<(int Code, string Output)> ImportAsync(TestStore store, string[] args)
    {
        using var output = new StringWriter();
        return (await ImportListVerb.RunAsync(store.Services, args, output, output), output.ToString());
    }

    private static async Task<(int Code, string Output)> ScreenAsync(TestStore store, params string[] args)
    {
        using var output = new StringWriter();
        return (await ScreenVerb.RunAsync(store.Services, [.. args, "--purpose", "vouches", "--reason", "DEMO referee"], output, output), output.ToString());
    }
}
