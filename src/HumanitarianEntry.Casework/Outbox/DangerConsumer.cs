using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.AccessCodes;

namespace HumanitarianEntry.Casework.Outbox;

/// <summary>Opens the emergency after somebody typed the code for danger. It is done here and not at the door, so that the door takes no longer for this code than for the other.</summary>
public sealed class DangerConsumer(ActRunner acts) : IOutboxConsumer
{
    public IReadOnlyCollection<string> Kinds { get; } = [OutboxRows.DangerCodeUsed];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken) => SystemReports.VerdictOf(await acts.RunAsync(
        new ActRequest { CaseId = row.CaseId, Actor = SystemActor.Instance, Act = new RecordDangerCodeUse(), Key = $"{OutboxRows.DangerCodeUsed}-{row.Id:N}" }, cancellationToken));
}
