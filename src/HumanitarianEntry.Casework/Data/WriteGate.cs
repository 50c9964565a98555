using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace HumanitarianEntry.Casework.Data;

/// <summary>
/// One writer at a time per SQLite file and process, first come first served. SQLite itself would let eight writers starve each other for seconds in its busy wait,
/// which also ignores cancellation.
/// </summary>
#pragma warning disable CA1001 // lives as long as the process; its semaphore never makes a wait handle
internal sealed class WriteGate
#pragma warning restore CA1001
{
    private static readonly ConcurrentDictionary<string, WriteGate> Gates = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, WriteGate> FileGates = new(StringComparer.Ordinal);

    /// <summary>Hundreds of writes; longer than one writer waits for SQLite.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>The gate of the file that the connection string names.</summary>
    public static WriteGate For(string connectionString) => Gates.GetOrAdd(connectionString, static text =>
    {
        var file = new SqliteConnectionStringBuilder(text).DataSource;
        return FileGates.GetOrAdd(Path.GetFullPath(file), static _ => new WriteGate());
    });

    /// <summary>Waits for the turn; dispose the result to give it on.</summary>
    /// <exception cref="DatabaseBusyException">Those before it do not get through: another program holds the database.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken) =>
        await one.WaitAsync(Patience, cancellationToken) ? new Turn(one) : throw new DatabaseBusyException(new TimeoutException("The turn did not come."));

    /// <summary>The same for callers that cannot await.</summary>
    /// <exception cref="DatabaseBusyException">Those before it do not get through: another program holds the database.</exception>
    public IDisposable Enter() => one.Wait(Patience) ? new Turn(one) : throw new DatabaseBusyException(new TimeoutException("The turn did not come."));

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        private int given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref given, 1) == 0)
            {
                one.Release();
            }
        }
    }
}
