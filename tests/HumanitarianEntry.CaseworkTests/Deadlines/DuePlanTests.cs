using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Deadlines;

/// <summary>What is due is found by index however many rows are armed: the database's own plan says so.</summary>
public sealed class DuePlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory, EveryDatabase]
    public async Task NextPage_Timers_UsesTheIndexOfArmedOnes(DatabaseProvider provider) =>
        await AssertPlanAsync(provider, "Timers", "IX_Timers_DueAt_CaseId_WaitId", (world, db) => world.Desk.Store.Services.GetRequiredService<TimerSweep>().NextPage(db, Now, 200));

    [Theory, EveryDatabase]
    public async Task NextPage_Marks_UsesTheIndexOfMarksAhead(DatabaseProvider provider) =>
        await AssertPlanAsync(provider, "Waits", "IX_Waits_NextMarkAt_CaseId_WaitId", (world, db) => world.Desk.Store.Services.GetRequiredService<MarkSweep>().NextPage(db, Now, 200));

    [Theory, EveryDatabase]
    public async Task NextPage_Days_UsesTheIndexOfDaysAhead(DatabaseProvider provider) =>
        await AssertPlanAsync(provider, "Cases", "IX_Cases_NextDayMarkAt_Id", (world, db) => world.Desk.Store.Services.GetRequiredService<ReminderSweep>().NextPage(db, Now, 200));

    [Theory, EveryDatabase]
    public async Task NextPage_Translations_UsesTheIndexOfLateOnes(DatabaseProvider provider) =>
        await AssertPlanAsync(provider, "TranslationJobs", "IX_TranslationJobs_LateOn_Number", (world, db) => world.Desk.Store.Services.GetRequiredService<TranslationSweep>().NextPage(db, Now, 200));

    private static async Task AssertPlanAsync<T>(DatabaseProvider provider, string table, string index, Func<ClockDesk, CaseDbContext, IQueryable<T>> query)
    {
        Assert.SkipWhen(provider == DatabaseProvider.SqlServer, "SQL Server tells its plan in a way that is not read here.");
        await using var world = await ClockDesk.OpenAsync(provider);
        await FillAsync(world);
        await using var db = world.Desk.Store.Cases.CreateDbContext();
        var plan = await ExplainAsync(db, provider, query(world, db));
        Assert.Contains(index, plan, StringComparison.Ordinal);
        if (provider == DatabaseProvider.Sqlite)
        {
            Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
        else
        {
            Assert.DoesNotContain($"Seq Scan on \"{table}\"", plan, StringComparison.Ordinal);
        }
    }

    /// <summary>Many armed rows of which few are due, as in an installation at work.</summary>
    private static async Task FillAsync(ClockDesk world)
    {
        await using var db = world.Desk.Store.Cases.CreateDbContext();
        for (var number = 0; number < 1500; number++)
        {
            var row = TestStore.MakeCase();
            row.NextDayMarkAt = Now.AddHours(number - 10);
            db.Cases.Add(row);
            db.Timers.Add(new TimerRow { CaseId = row.Id, WaitId = "silence#1", DueAt = Now.AddHours(number - 10) });
            var (due, far) = (DateOnly.FromDateTime(Now.UtcDateTime).AddDays(number - 10), $"T-{number:0000}-DEMO");
            db.TranslationJobs.Add(new TranslationJobRow { Number = far, CaseId = row.Id, TranslatorId = row.Id, Compartment = "evidence", State = "Taken", From = "ru", To = "fr", Signs = 9, DueOn = due, LateOn = due, ChangedAt = Now });
            db.Waits.Add(new WaitRow { CaseId = row.Id, WaitId = "interview#1", Kind = "task", Gate = "interview", OpenedAt = Now.AddDays(-9), NextMarkAt = Now.AddHours(number - 10) });
        }

        await db.SaveChangesAsync();
    }

    internal static async Task<string> ExplainAsync<T>(CaseDbContext db, DatabaseProvider provider, IQueryable<T> query)
    {
        await db.Database.OpenConnectionAsync();
        if (provider == DatabaseProvider.Postgres)
        {
            await db.Database.ExecuteSqlAsync($"ANALYZE");
        }

        await using var command = query.CreateDbCommand();
#pragma warning disable CA2100 // the query's own text
        command.CommandText = (provider == DatabaseProvider.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
#pragma warning restore CA2100
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(provider == DatabaseProvider.Sqlite ? 3 : 0));
        }

        return string.Join('\n', lines);
    }
}
