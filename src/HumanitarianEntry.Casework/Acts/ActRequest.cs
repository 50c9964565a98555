using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Acts;

/// <summary>Who wants to do what on which case.</summary>
public sealed record ActRequest
{
    /// <summary>Null only for the act that opens a case.</summary>
    public Guid? CaseId { get; init; }

    public required Actor Actor { get; init; }
    public required Act Act { get; init; }

    /// <summary>Idempotency key: made once per form; a repeat returns the first result.</summary>
    public required string Key { get; init; }

    /// <summary>The case version that the person had on screen. A gate is decided only on what he saw.</summary>
    public long? SeenVersion { get; init; }

    /// <summary>For the opening act: programme and organisation of the new case.</summary>
    public string? ProgrammeId { get; init; }

    public string? OwningOrg { get; init; }
}

/// <summary>What became of an act. The five forms are all there are.</summary>
public abstract record ActResult
{
    private ActResult()
    {
    }

    /// <param name="AccessCode">The applicant's 20-digit code, to be shown once; only for acts that made one. A repeat of the opening form shows it again, a repeat of the others does not.</param>
    public sealed record Done(Guid CaseId, string Reference, Guid ActId, string State, bool IsRepeat, string? AccessCode = null) : ActResult;

    /// <summary>Something stands against it; nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<Blocker> Blockers) : ActResult;

    /// <summary>Somebody else acted since the form was shown. Nothing was changed; <paramref name="Since"/> says what happened.</summary>
    public sealed record Stale(IReadOnlyList<ActSeen> Since) : ActResult;

    /// <summary>No such case for this person. The same answer whether it exists or not.</summary>
    public sealed record NotFound : ActResult;

    /// <summary>The database could not take it now. Nothing was changed; the same form can be sent again.</summary>
    public sealed record Busy : ActResult;
}

public sealed record ActSeen(string Kind, string Role, DateTimeOffset At);
