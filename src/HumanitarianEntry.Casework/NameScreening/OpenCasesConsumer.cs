using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>Makes a round over all open cases after a list version was put in force. When it breaks off it is tried again, and goes on with the cases that are left.</summary>
public sealed class OpenCasesConsumer(ScreeningSweep sweep) : IOutboxConsumer
{
    public IReadOnlyCollection<string> Kinds { get; } = [OutboxRows.ScreenOpenCases];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        await sweep.RunAsync(cancellationToken);
        return new OutboxVerdict.Done();
    }
}
