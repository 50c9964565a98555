using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>What reading one capture may cost, whatever the file says of itself: bytes unpacked, records, and the time of the token.</summary>
internal sealed class CaptureBudget(long bytes, int records, CancellationToken cancellationToken)
{
    private long bytes = bytes;
    private int records = records;

    /// <summary>1 GB unpacked, 100,000 records.</summary>
    public static CaptureBudget Usual(CancellationToken cancellationToken) => new(1024L * 1024 * 1024, 100_000, cancellationToken);

    /// <exception cref="NotCleanedException">It unpacks to more than is read.</exception>
    public void Spend(int read)
    {
        cancellationToken.ThrowIfCancellationRequested();
        bytes -= read;
        if (bytes < 0)
        {
            throw new NotCleanedException(NoCopyReason.UnpacksTooLarge);
        }
    }

    /// <returns>False when there are more records than are read.</returns>
    public bool TakeRecord() => --records >= 0;
}
