using HumanitarianEntry.Notices.Delivery;
using Xunit;

namespace HumanitarianEntry.UnitTests.Notices;

public sealed class BackoffTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(9, 256)]
    [InlineData(10, 360)]
    [InlineData(30, 360)]
    public void NextAttempt_AfterSoManyFailures_WaitsItsMinutesAndAtMostAFifthMore(int attempt, int minutes)
    {
        foreach (long seed in Enumerable.Range(-500, 1000))
        {
            RetryPlan.At plan = Assert.IsType<RetryPlan.At>(Backoff.NextAttempt(attempt, Noon, seed));
            Assert.InRange((plan.Time - Noon).TotalMinutes, minutes, minutes * 1.2);
        }
    }

    [Fact]
    public void NextAttempt_ManyMailsThatFailedTogether_DoNotComeBackTogether() =>
        Assert.True(Enumerable.Range(0, 1000).Select(seed => Backoff.NextAttempt(10, Noon, seed)).Distinct().Count() > 990);

    [Fact]
    public void NextAttempt_SameArguments_GivesTheSameTime() => Assert.Equal(Backoff.NextAttempt(5, Noon, 77), Backoff.NextAttempt(5, Noon, 77));

    [Theory]
    [InlineData(0L)]
    [InlineData(long.MaxValue)]
    [InlineData(-8123456789L)]
    public void NextAttempt_NeverSucceeding_AsksTheOperatorAfterSevenDaysAndNotBefore(long seed)
    {
        DateTimeOffset now = Noon;
        int attempt = 1;
        while (Backoff.NextAttempt(attempt, now, seed) is RetryPlan.At next)
        {
            now = next.Time;
            attempt++;
        }

        Assert.InRange((now - Noon).TotalDays, 7, 9);
        Assert.IsType<RetryPlan.NeedsOperator>(Backoff.NextAttempt(int.MaxValue, now, seed));
    }

    [Fact]
    public void NextAttempt_BeforeAnyFailure_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Backoff.NextAttempt(0, Noon, 1));
}
