using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.LegalSituation;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

public enum StepState
{
    Waiting,
    Completed,

    /// <summary>Nobody waits for it any more, because another way was taken.</summary>
    Cancelled,
}

/// <summary>One stay of a run at one activity.</summary>
public sealed record RunStep(string WaitId, string ActivityId, StepState State, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);

/// <summary>A run among others.</summary>
public sealed record RunSummary(Guid Id, string VersionId, bool Finished, int Incidents, DateTimeOffset OpenedAt, DateTimeOffset UpdatedAt);

/// <summary>Where one run stands and how it came there.</summary>
/// <param name="Steps">In order of their beginning. Only activities at which a run stands: passing through a switch or a join is not recorded.</param>
public sealed record RunView(RunSummary Summary, WorkflowDefinition Definition, RunState Run, ImmutableArray<RunStep> Steps)
{
    /// <summary>The value of a variable, when it is a word of the definition itself, a truth value or nothing; null for anything else, which is not shown.</summary>
    public string? Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => string.Empty,
        JsonValueKind.String when IsWordOfDefinition(value.GetString()!) => value.GetString(),
        _ => null,
    };

    private bool IsWordOfDefinition(string word) =>
        word.Length is > 0 and <= 40 && word.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-')
        && (Definition.ToJson().Contains($"\"{word}\"", StringComparison.Ordinal) || Definition.ToJson().Contains($"\\\"{word}\\\"", StringComparison.Ordinal));
}

/// <summary>
/// Runs for those who draw procedures: positions, times and outcome words, never a fact about a person, the reference of a case or who did it.
/// Cases of other organisations and sealed cases are not there.
/// </summary>
public sealed class RunViews(CaseDatabase cases, ProgrammeLibrary programmes)
{
    public async Task<(IReadOnlyList<RunSummary> Runs, int Total)> PageAsync(string organisation, IReadOnlyCollection<string>? versionIds, bool? finished, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = Seen(db, organisation);
        if (versionIds is not null)
        {
            rows = rows.Where(c => versionIds.Contains(c.DefinitionVersionId));
        }

        if (finished is { } ended)
        {
            rows = rows.Where(c => c.Outcome != null == ended);
        }

        var page = await rows.OrderByDescending(c => c.UpdatedAt).ThenBy(c => c.Id).Skip(skip).Take(take).ToListAsync(cancellationToken);
        return ([.. page.Select(c => Summary(c, RunStateJson.Read(c.RunState)))], await rows.CountAsync(cancellationToken));
    }

    /// <summary>Null when there is none that this organisation may see.</summary>
    public async Task<RunView?> OfAsync(string organisation, Guid id, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        if (await Seen(db, organisation).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } row)
        {
            return null;
        }

        var run = RunStateJson.Read(row.RunState);
        var definition = programmes.Definition(row.DefinitionVersionId);
        var waits = await db.Waits.AsNoTracking().Where(w => w.CaseId == id && !w.Kind.StartsWith(LegalDayRows.Prefix)).ToListAsync(cancellationToken);
        var acts = await db.AuditEntries.AsNoTracking().Where(a => a.CaseId == id).Select(a => new Done(a.At, a.ActKind, a.Gate)).ToListAsync(cancellationToken);
        var steps = waits.Where(w => !IsBelow(w)).Select(w => Step(w, definition, waits, acts)).OrderBy(s => s.StartedAt).ThenBy(s => s.WaitId, StringComparer.Ordinal);
        return new RunView(Summary(row, run), definition, run, [.. steps]);
    }

    private static IQueryable<CaseRow> Seen(CaseDbContext db, string organisation) =>
        db.Cases.AsNoTracking().Where(c => c.OwningOrg == organisation && c.SidePath != nameof(SidePath.Sealed));

    private static RunSummary Summary(CaseRow row, RunState run) =>
        new(row.Id, row.DefinitionVersionId, run.Status == RunStatus.Finished, Family.Incidents(run).Count(), row.OpenedAt, row.UpdatedAt);

    private static RunStep Step(WaitRow wait, WorkflowDefinition definition, List<WaitRow> all, List<Done> acts)
    {
        var activity = wait.WaitId[..wait.WaitId.LastIndexOf('#')];
        var state = wait.ClosedAt is not { } closed
            ? StepState.Waiting
            : acts.Exists(a => (a.At - closed).Duration() < TimeSpan.FromMilliseconds(1) && Completes(a, wait, definition.Activities.GetValueOrDefault(activity), all)) ? StepState.Completed : StepState.Cancelled;
        return new RunStep(wait.WaitId, activity, state, wait.OpenedAt, wait.ClosedAt);
    }

    private static bool Completes(Done act, WaitRow wait, Activity? activity, List<WaitRow> all) => activity switch
    {
        RunTaskActivity => act.Gate is not null && act.Gate == wait.Gate,
        EventActivity { EventName: WithdrawCase.Event } => act.Kind == "withdraw",
        EventActivity { EventName: CloseEarly.Event } => act.Kind == "close-early",
        DelayActivity or StartAtActivity => act.Kind == "timer-due" && wait.DueAt <= act.At,
        DispatchWorkflowActivity => all.Exists(below => below.WaitId.StartsWith(wait.WaitId + "/", StringComparison.Ordinal) && below.ClosedAt == wait.ClosedAt && EndsBelow(act, below)),
        _ => false,
    };

    /// <summary>A wait of a run that this one has started; it stands in another drawing.</summary>
    private static bool IsBelow(WaitRow wait) => wait.WaitId.Contains('/', StringComparison.Ordinal);

    private static bool EndsBelow(Done act, WaitRow below) => below.Gate is null ? act.Kind == "timer-due" && below.DueAt <= act.At : act.Gate == below.Gate;

    private sealed record Done(DateTimeOffset At, string Kind, string? Gate);
}
