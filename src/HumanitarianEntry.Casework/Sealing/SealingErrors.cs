namespace HumanitarianEntry.Casework.Sealing;

/// <summary>The master key cannot be had, or not safely. The message says what to do; the program must not start.</summary>
public sealed class MasterKeyUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The key store was wrapped by a master key that is not the one given.</summary>
public sealed class WrongMasterKeyException(string neededId)
    : Exception($"The key store needs master key {neededId}, which is not among the keys given. Nothing was changed.");

/// <summary>Sealed bytes do not open: changed, cut off, moved from another place, or sealed with another key.</summary>
public sealed class SealBrokenException(string what, Exception? inner = null) : Exception($"{what} does not open: it was changed, moved or sealed with another key.", inner);

/// <summary>The case was erased: its keys were destroyed and what they sealed cannot be read by anybody.</summary>
public sealed class CaseErasedException(Guid caseId, DateTimeOffset at) : Exception($"The keys of case {caseId} were destroyed on {at:yyyy-MM-dd}.")
{
    public Guid CaseId { get; } = caseId;

    public DateTimeOffset At { get; } = at;
}
