using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Custody;

/// <summary>One signed root a day over all chains that moved: what was changed afterwards is named, also by somebody who can write the whole database.</summary>
public sealed class DaySealTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EveryDatabase]
    public async Task Run_TwoDays_EachHoldsWhatMovedAndTheDayBefore(DatabaseProvider provider)
    {
        var clock = new MovedClock();
        await using var store = await OpenAsync(clock, provider);
        var demo = await DemoCase.ConsentedAsync(store);
        await store.ReadLog.WriteAsync([new ReadEntry { At = clock.GetUtcNow(), ActorId = DemoCase.Screener.Id, CaseId = demo.Id, Compartment = "evidence", Purpose = "case" }], None);
        clock.Ahead = TimeSpan.FromDays(1);
        Assert.NotNull(await SealAsync(store));
        Assert.Null(await SealAsync(store));

        await demo.DoAsync(DemoCase.Custodian, new AddEvidence(EvidenceType.Channel, "Canal DEMO", "applicant") { ClaimedOn = PartialDate.Parse("2023-01") });
        clock.Ahead = TimeSpan.FromDays(2);
        var second = await SealAsync(store);

        var found = await VerifyAsync(store);
        Assert.Equal(2, found.Count);
        Assert.All(found, s => Assert.True(s is { Fault: null, HasCopy: true }));
        Assert.Equal(found[1].Root, second!.Previous);
        Assert.Equal("case " + demo.Id.ToString("N"), Assert.Single(second.Heads).Chain);
    }

    [Fact]
    public async Task Run_NothingThereYet_MakesNoSeal()
    {
        await using var store = await OpenAsync(new MovedClock());
        Assert.Null(await SealAsync(store));
    }

    [Theory]
    [InlineData("UPDATE \"AuditEntries\" SET \"Hash\" = x'00' WHERE \"Sequence\" = (SELECT MAX(\"Sequence\") FROM \"AuditEntries\")", "is not what it was on that day")]
    [InlineData("UPDATE \"ReadLog\" SET \"Hash\" = x'00'", "reads")]
    [InlineData("UPDATE \"DaySeals\" SET \"Json\" = replace(\"Json\", '\"sequence\": ', '\"sequence\": 1')", "changed after it was made")]
    [InlineData("UPDATE \"DaySeals\" SET \"Json\" = replace(\"Json\", '\"signature\": \"M', '\"signature\": \"N')", "signature")]
    [InlineData("UPDATE \"DaySeals\" SET \"Json\" = 'x'", "cannot be read")]
    [InlineData("UPDATE \"DaySeals\" SET \"Day\" = \"Day\" - 1", "another day")]
    public async Task Verify_SomebodyWithTheDatabaseChangedIt_SaysSo(string crime, string reason)
    {
        var clock = new MovedClock();
        await using var store = await OpenAsync(clock);
        var demo = await DemoCase.ConsentedAsync(store);
        await store.ReadLog.WriteAsync([new ReadEntry { At = clock.GetUtcNow(), ActorId = DemoCase.Screener.Id, CaseId = demo.Id, Compartment = "evidence", Purpose = "case" }], None);
        clock.Ahead = TimeSpan.FromDays(1);
        await SealAsync(store);
        await using var db = store.Cases.CreateDbContext();
        var triggers = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'trigger'").ToListAsync(None);
        foreach (var trigger in triggers)
        {
            await db.Database.ExecuteSqlAsync(System.Runtime.CompilerServices.FormattableStringFactory.Create($"DROP TRIGGER \"{trigger}\""), None);
        }

        Assert.True(await db.Database.ExecuteSqlAsync(System.Runtime.CompilerServices.FormattableStringFactory.Create(crime), None) > 0);

        Assert.Contains(await VerifyAsync(store), s => s.Fault?.ToString().Contains(reason, StringComparison.Ordinal) == true);
    }

    /// <summary>Rows of the newest days are taken out, or an older database is put back: the copies outside say that there was more.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Verify_NewestSealsTakenOut_SaysWhichDays(int left)
    {
        var clock = new MovedClock();
        await using var store = await OpenAsync(clock);
        await DemoCase.ConsentedAsync(store);
        List<DaySeal> seals = [];
        for (var day = 1; day <= 3; day++)
        {
            clock.Ahead = TimeSpan.FromDays(day);
            seals.Add((await SealAsync(store))!);
        }

        await using var db = store.Cases.CreateDbContext();
        var numbers = seals.TakeLast(left).Select(s => s.Number).ToList();
        Assert.Equal(left, await db.DaySeals.Where(s => numbers.Contains(s.Day)).ExecuteDeleteAsync(None));

        var found = await VerifyAsync(store);
        Assert.Equal([.. seals.Select(s => s.Day).Reverse()], found.Select(s => s.Day));
        Assert.All(found.Take(left), s => Assert.Contains("no seal of this day in the database", s.Fault!.ToString(), StringComparison.Ordinal));
        Assert.All(found.Skip(left), s => Assert.Null(s.Fault));
        Assert.Equal(seals[^1].Root, found[0].Root);

        // A file that is no copy of a day is nobody's fault; a copy that cannot be read is still one.
        await File.WriteAllTextAsync(Path.Combine(store.Folder, "day-seals", "notes.json"), "x", None);
        await File.WriteAllTextAsync(Path.Combine(store.Folder, "day-seals", "2020-01-01.json"), "x", None);
        found = await VerifyAsync(store);
        Assert.Equal((4, new DateOnly(2020, 1, 1), true), (found.Count, found[^1].Day, found[^1].Fault is not null));
    }

    [Fact]
    public async Task Verify_RowOfNoDay_SaysSo()
    {
        await using var store = await OpenAsync(new MovedClock());
        await using var db = store.Cases.CreateDbContext();
        db.DaySeals.Add(new DaySealRow { Day = 20261300, Json = "x" });
        await db.SaveChangesAsync(None);
        Assert.NotNull(Assert.Single(await VerifyAsync(store)).Fault);
    }

    [Fact]
    public async Task Verify_CopyOutsideTakenAwayOrChanged_SaysSo()
    {
        var clock = new MovedClock();
        await using var store = await OpenAsync(clock);
        await DemoCase.ConsentedAsync(store);
        clock.Ahead = TimeSpan.FromDays(1);
        var seal = await SealAsync(store);
        var copy = Assert.Single(Directory.GetFiles(Path.Combine(store.Folder, "day-seals"), "*.json"));

        await File.AppendAllTextAsync(copy, " ", None);
        Assert.Contains("copy outside", Assert.Single(await VerifyAsync(store)).Fault!.ToString(), StringComparison.Ordinal);
        File.Move(copy, copy + ".gone");
        Assert.False(Assert.Single(await VerifyAsync(store)).HasCopy);

        // A copy that a crash kept from being written comes back; one that was taken away later does not.
        await SealAsync(store);
        Assert.Equal(seal!.ToJson(), await File.ReadAllTextAsync(copy, None));
        File.Move(copy, copy + ".gone", overwrite: true);
        clock.Ahead = TimeSpan.FromDays(9);
        await SealAsync(store);
        Assert.Contains(await VerifyAsync(store), s => !s.HasCopy && s.Day == seal.Day);
    }

    private static Task<TestStore> OpenAsync(MovedClock clock, DatabaseProvider provider = DatabaseProvider.Sqlite) =>
        CaseworkStore.OpenAsync(provider, s => s.AddSingleton<TimeProvider>(clock));

    private static Task<DaySeal?> SealAsync(TestStore store) => store.Services.GetRequiredService<DaySealer>().RunAsync(None);

    private static Task<IReadOnlyList<CheckedSeal>> VerifyAsync(TestStore store) => store.Services.GetRequiredService<DaySealVerifier>().VerifyAsync(None);
}
