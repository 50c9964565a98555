using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HumanitarianEntry.Casework.Data;

/// <summary>The transaction of one act; holds the turn in the write gate until it is disposed.</summary>
public sealed class CaseWrite : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;
    private readonly IDisposable? turn;

    private CaseWrite(IDbContextTransaction transaction, IDisposable? turn)
    {
        this.transaction = transaction;
        this.turn = turn;
    }

    /// <summary>Makes everything saved in this write durable.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception failure) when (DatabaseErrors.IsKnown(failure))
        {
            throw DatabaseErrors.Typed(failure);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            turn?.Dispose();
        }
    }

    internal static async Task<CaseWrite> BeginAsync(DbContext db, WriteGate? gate, CancellationToken cancellationToken)
    {
        var entered = gate is null ? null : await gate.EnterAsync(cancellationToken);
        try
        {
            return new CaseWrite(await db.Database.BeginTransactionAsync(cancellationToken), entered);
        }
        catch (Exception failure)
        {
            entered?.Dispose();
            if (DatabaseErrors.IsKnown(failure))
            {
                throw DatabaseErrors.Typed(failure);
            }

            throw;
        }
    }
}
