using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Data;

/// <summary>What migrations make of rows that were there before them.</summary>
public sealed class OldRowsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Orders that somebody waits for get the day after theirs, also over the end of a month; what is not waited for gets none. Nobody has a post, nothing is noted as handed over.</summary>
    [Theory, EveryDatabase]
    public async Task PostsAndLateTranslations_RowsOfBefore_GetTheirDayAndNothingElse(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await store.NewCaseAsync();
        var (seat, standings, due) = (Ids.New(), Enum.GetValues<TranslationStanding>(), new DateOnly(2026, 2, 28));
        await using (var before = store.Cases.CreateDbContext())
        {
            before.TranslationJobs.AddRange(standings.Select(s => new TranslationJobRow
            {
                Number = $"T{s}", CaseId = row.Id, TranslatorId = seat, Compartment = "evidence", State = s.ToString(), From = "ru", To = "fr", Signs = 1, DueOn = due, ChangedAt = row.OpenedAt,
            }));
            before.Assignments.Add(new AssignmentRow { Id = Ids.New(), CaseId = row.Id, StaffId = seat, Role = "embassy-liaison", Since = row.OpenedAt, By = seat });
            await before.SaveChangesAsync(None);
            await before.GetService<IMigrator>().MigrateAsync("TranslationJobs", cancellationToken: None);
            Assert.Contains(await before.Database.GetPendingMigrationsAsync(None), m => m.EndsWith("_PostsAndLateTranslations", StringComparison.Ordinal));
        }

        await new DatabaseSetup(store.Cases, store.Keys).MigrateAsync(None);

        await using var db = store.Cases.CreateDbContext();
        var days = await db.TranslationJobs.AsNoTracking().ToDictionaryAsync(j => j.State, j => j.LateOn, None);
        Assert.Equal(standings.Length, days.Count);
        Assert.All(standings, s => Assert.Equal(s is TranslationStanding.Ordered or TranslationStanding.Taken or TranslationStanding.SentBack ? new DateOnly(2026, 3, 1) : null, days[s.ToString()]));
        Assert.Equal([due], await db.TranslationJobs.Select(j => j.DueOn).Distinct().ToListAsync(None));
        Assert.Null(Assert.Single(await db.Assignments.AsNoTracking().ToListAsync(None)).Post);
        Assert.Null((await db.Cases.AsNoTracking().SingleAsync(None)).Handed);
    }
}
