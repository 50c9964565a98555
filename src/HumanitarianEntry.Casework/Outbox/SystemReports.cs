using HumanitarianEntry.Casework.Acts;

namespace HumanitarianEntry.Casework.Outbox;

/// <summary>What the answer to an act by which a worker reports its result means for the outbox row.</summary>
internal static class SystemReports
{
    public static OutboxVerdict VerdictOf(ActResult result) => result switch
    {
        ActResult.Done => new OutboxVerdict.Done(),
        ActResult.Busy => new OutboxVerdict.TryAgain("database-busy"),
        ActResult.Stale => new OutboxVerdict.TryAgain("case-changed"),
        ActResult.Refused refused => new OutboxVerdict.GiveUp(refused.Blockers[0].Code),
        ActResult.NotFound => new OutboxVerdict.GiveUp("case-missing"),
        _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}."),
    };
}
