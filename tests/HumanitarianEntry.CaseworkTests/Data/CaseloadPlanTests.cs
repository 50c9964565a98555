using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.CaseworkTests.Deadlines;
using HumanitarianEntry.TestKit.Databases;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Data;

/// <summary>Forty cases of a screener are found by index among however many there are: the database's own plan says so.</summary>
public sealed class CaseloadPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Me = new(1, 1, 1, [1, 1, 1, 1, 1, 1, 1, 1]);

    // PostgreSQL makes the same join of every way to ask, and reads a small table whole; SQLite does as it is told.
    [Fact]
    public Task Held_OwnCases_AreFoundByTheirAssignments() =>
        AssertPlanAsync(DatabaseProvider.Sqlite, "IX_Assignments_StaffId_Until_Role", db => Worklists.Held(db, Me, ["screener"]));

    [Fact]
    public Task Choice_EveryReason_StartsFromOwnCases() => Task.WhenAll(Enum.GetValues<UrgencyReason>().Select(reason =>
        AssertPlanAsync(DatabaseProvider.Sqlite, "IX_Assignments_StaffId_Until_Role", db => (CaseChoice.All with { Reason = reason, Country = "KZ" }).Among(db, Worklists.Held(db, Me, ["screener"]), ["interview"], Now))));

    [Theory, EveryDatabase]
    public Task Calendar_OwnWeek_IsFoundByPersonAndTime(DatabaseProvider provider) =>
        AssertPlanAsync(provider, "IX_Appointments_StaffId_EndsAt", db => db.Appointments.Where(a => a.StaffId == Me && a.EndsAt > Now && a.StartsAt < Now.AddDays(7)));

    [Theory, EveryDatabase]
    public Task Booked_Quarters_AreFoundByTheirKey(DatabaseProvider provider) =>
        AssertPlanAsync(provider, provider == DatabaseProvider.Sqlite ? "sqlite_autoindex_BookedQuarters_1" : "PK_BookedQuarters", db => db.BookedQuarters.Where(q => q.Holder == "i:INT4" && q.StartsAt >= Now && q.StartsAt < Now.AddHours(1)));

    private static async Task AssertPlanAsync<T>(DatabaseProvider provider, string index, Func<CaseDbContext, IQueryable<T>> query)
    {
        Assert.SkipWhen(provider == DatabaseProvider.SqlServer, "SQL Server tells its plan in a way that is not read here.");
        await using var store = await TestStore.OpenAsync(provider);
        await FillAsync(store);
        await using var db = store.Cases.CreateDbContext();
        var plan = await DuePlanTests.ExplainAsync(db, provider, query(db));
        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain(provider == DatabaseProvider.Sqlite ? "SCAN" : "Seq Scan on \"Cases\"", plan, StringComparison.Ordinal);
    }

    private static async Task FillAsync(TestStore store)
    {
        await using var db = store.Cases.CreateDbContext();
        for (var number = 0; number < 1500; number++)
        {
            var row = TestStore.MakeCase();
            db.Cases.Add(row);
            var staff = number % 100 == 0 ? Me : Guid.CreateVersion7();
            db.Assignments.Add(new AssignmentRow { Id = Guid.CreateVersion7(), CaseId = row.Id, StaffId = staff, Role = "screener", Since = Now, By = Me });
            db.Appointments.Add(new AppointmentRow { Id = Guid.CreateVersion7(), CaseId = row.Id, StaffId = staff, StartsAt = Now.AddHours(number), EndsAt = Now.AddHours(number + 1), State = "Proposed", TimeZone = "Asia/Almaty", ChangedAt = Now });
            db.BookedQuarters.Add(new BookedQuarterRow { Holder = $"i:INT{number % 50}", StartsAt = Now.AddHours(number), AppointmentId = row.Id });
        }

        await db.SaveChangesAsync();
    }
}
