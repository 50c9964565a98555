namespace HumanitarianEntry.Casework.Replay;

/// <summary>One step as it went. No name and no word of a person is in it.</summary>
public sealed record ReplayLine(int Number, int FileLine, DateTimeOffset At, string Who, string What, string Outcome, bool Ok);

/// <param name="Failure">The differing line, such as "case-a.yaml:123: expected state Routing, was Assessment"; null when all expectations held.</param>
/// <param name="Reference">The case that was opened; null when the file opened none.</param>
/// <param name="AccessCode">The applicant's access code, for demonstrations only.</param>
public sealed record ReplayResult(string File, string Title, string? Reference, string? AccessCode, IReadOnlyList<ReplayLine> Lines, string? Failure)
{
    public bool Ok => Failure is null;

    public int ExitCode => Ok ? 0 : 1;

    /// <summary>Where databases, files, mails and dossiers were left; null when nothing was kept.</summary>
    public string? KeptIn { get; init; }
}

/// <summary>What many walks took.</summary>
/// <param name="Whole">With waiting clocks, background work, screening and mails.</param>
/// <param name="InActs">Only the acts, from request to commit.</param>
public sealed record WalkTimes(int Walks, int Acts, TimeSpan Whole, TimeSpan InActs)
{
    public WalkTimes And(WalkTimes more) => new(Walks + more.Walks, Acts + more.Acts, Whole + more.Whole, InActs + more.InActs);
}
