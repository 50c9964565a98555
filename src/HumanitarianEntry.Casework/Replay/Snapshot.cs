using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>How everything stands after a step, and what the step itself set in motion.</summary>
internal sealed record Snapshot
{
    public required CaseRow Row { get; init; }
    public required CaseFile File { get; init; }
    public required Programme Programme { get; init; }
    public required IReadOnlyList<InsideNoticeRow> NewNotices { get; init; }

    /// <summary>Who gets a mail because of this step: a person's key, or "applicant".</summary>
    public required IReadOnlyList<string> NewMails { get; init; }

    public required IReadOnlyList<WaitRow> OpenWaits { get; init; }
    public required IReadOnlyList<TimerRow> ArmedTimers { get; init; }
    public required int Disclosures { get; init; }
    public required AuditFault? Fault { get; init; }
    public required Func<Guid, string> KeyOf { get; init; }
    public required Func<Task<string>> DossierText { get; init; }
}

/// <summary>One thing that must hold after a step.</summary>
/// <param name="Mismatch">What is different, as "expected ..., was ..."; null when it holds.</param>
internal sealed record Expectation(int Line, Func<Snapshot, Task<string?>> Mismatch)
{
    public static Expectation That(int line, Func<Snapshot, string?> mismatch) => new(line, snapshot => Task.FromResult(mismatch(snapshot)));
}
