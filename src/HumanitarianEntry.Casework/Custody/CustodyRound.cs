using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Custody;

/// <summary>Seals the day that has ended, has seals stamped, looks at stored files. None of the three waits for another one: what fails is in the log, and the rest is done.</summary>
public sealed class CustodyRound(DaySealer sealer, TimeStamps stamps, FixityCheck fixity, ILogger<CustodyRound> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await TryAsync("daily seal", () => sealer.RunAsync(cancellationToken), cancellationToken);
        await TryAsync("time stamps", () => stamps.RunAsync(cancellationToken), cancellationToken);
        await TryAsync("look at stored files", () => fixity.RunAsync(cancellationToken), cancellationToken);
    }

    private async Task TryAsync(string step, Func<Task> run, CancellationToken cancellationToken)
    {
        try
        {
            await run();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The message may name a place; the type is all that may be told.
            log.LogError("Custody: the {Step} failed ({Failure}); it is tried again in the next round", step, failure.GetType().Name);
        }
    }
}
