using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HumanitarianEntry.Casework.Data;

/// <summary>The database could not take the write in time, or gave up on it to let another one through. Nothing was changed; trying again is safe.</summary>
public sealed class DatabaseBusyException(Exception inner)
    : Exception("The database is busy with another write. Nothing was changed; try again in a moment.", inner);

/// <summary>Somebody else changed the case between reading and writing. Nothing was changed.</summary>
public sealed class CaseChangedMeanwhileException(Guid? caseId, Exception inner)
    : Exception("The case was changed by somebody else in the meantime. Nothing was changed.", inner)
{
    /// <summary>The case, when the database said which.</summary>
    public Guid? CaseId { get; } = caseId;
}

/// <summary>Recognises the errors of the three databases that a caller can do something about.</summary>
public static class DatabaseErrors
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteFull = 13;
    private const int SqliteConstraint = 19;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;

    /// <summary>True when the write failed because a row with the same key is already there (for instance a repeated idempotency key).</summary>
    public static bool IsDuplicateKey(Exception failure) => failure.GetBaseException() switch
    {
        SqliteException e => e.SqliteErrorCode == SqliteConstraint && e.SqliteExtendedErrorCode is SqliteConstraintPrimaryKey or SqliteConstraintUnique,
        PostgresException e => string.Equals(e.SqlState, PostgresErrorCodes.UniqueViolation, StringComparison.Ordinal),
        SqlException e => e.Number is 2601 or 2627,
        _ => false,
    };

    /// <summary>True when another program or another write held the database for too long, or the disk is full. Nothing was changed; trying again later is safe.</summary>
    public static bool IsBusyNow(Exception failure) =>
        failure is DatabaseBusyException || IsBusy(failure.GetBaseException()) || failure.GetBaseException() is SqliteException { SqliteErrorCode: SqliteFull };

    /// <summary>True for a failure that has a typed exception.</summary>
    internal static bool IsKnown(Exception failure) =>
        failure is not (DatabaseBusyException or CaseChangedMeanwhileException) && (failure is DbUpdateConcurrencyException || IsBusy(failure.GetBaseException()));

    /// <summary>The typed exception for a known failure.</summary>
    internal static Exception Typed(Exception failure) => failure is DbUpdateConcurrencyException e
        ? new CaseChangedMeanwhileException(e.Entries.Select(x => x.Entity).OfType<CaseRow>().FirstOrDefault()?.Id, e)
        : new DatabaseBusyException(failure);

    private static bool IsBusy(Exception cause) => cause switch
    {
        SqliteException e => e.SqliteErrorCode is SqliteBusy or SqliteLocked,
        PostgresException e => e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable,
        SqlException e => e.Number is 1205 or 1222 or 3960,
        _ => false,
    };
}
