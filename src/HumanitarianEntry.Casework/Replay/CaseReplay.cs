using System.Diagnostics;
using System.Globalization;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Referral;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>Runs a case file through the same acts as the web pages, and holds what comes of it against what the file expects (design section 9).</summary>
public sealed class CaseReplay
{
    private readonly ReplayCase file;
    private readonly ReplayOptions options;
    private readonly ReplayWorld world;
    private readonly SnapshotReader snapshots;
    private readonly TimeSpan moved;
    private readonly List<ReplayLine> lines = [];
    private readonly string keyPrefix;
    private readonly Stopwatch inActs = new();
    private Guid? caseId;
    private string? reference;
    private string? accessCode;

    private CaseReplay(ReplayCase file, ReplayOptions options, ReplayWorld world, TimeSpan moved)
    {
        (this.file, this.options, this.world, this.moved) = (file, options, world, moved);
        snapshots = new SnapshotReader(world);
        keyPrefix = options.KeyPrefix ?? $"replay-{Ids.New():N}";
    }

    /// <exception cref="CaseFileException">The file is not a case file; nothing was run.</exception>
    public static async Task<ReplayResult> RunAsync(string path, ReplayOptions options, CancellationToken cancellationToken)
    {
        var read = CaseFileReader.Read(path);
        var last = read.Steps[Math.Min(options.LastStep ?? read.Steps.Count, read.Steps.Count) - 1];
        var shift = options.EndsAt is { } end ? TimeSpan.FromDays(Math.Floor((end - last.At).TotalDays)) : TimeSpan.Zero;
        var folder = options.KeepFolder ?? Directory.CreateTempSubdirectory("he-replay-").FullName;
        Directory.CreateDirectory(folder);
        try
        {
            await using var opened = await ReplayWorld.OpenAsync(read, options, folder, read.Start + shift, cancellationToken);
            var replay = new CaseReplay(read, options, opened, shift);
            var failure = await replay.StepsAsync(last.Number, cancellationToken);
            await replay.KeepAsync(folder, cancellationToken);
            return new ReplayResult(path, read.Title, replay.reference, replay.accessCode, replay.lines, failure) { KeptIn = options.KeepFolder };
        }
        finally
        {
            if (options.KeepFolder is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>Many cases of one file, one after the other in one storage, with its lists but without its expectations: for measures.</summary>
    /// <exception cref="CaseFileException">The file is not a case file; nothing was run.</exception>
    /// <param name="walks">Numbers of the walks: each begins when the one before it ended, and no number may be used twice in one storage.</param>
    /// <exception cref="InvalidOperationException">A walk did not go through.</exception>
    public static async Task<WalkTimes> RepeatAsync(string path, ReplayOptions options, Range walks, CancellationToken cancellationToken)
    {
        var read = CaseFileReader.Read(path);
        var each = TimeSpan.FromDays(Math.Ceiling((read.Steps[^1].At - read.Start).TotalDays) + 1);
        var times = new WalkTimes(0, 0, TimeSpan.Zero, TimeSpan.Zero);
        await using var opened = await ReplayWorld.OpenAsync(read, options, options.KeepFolder ?? throw new ArgumentException("Many walks need a folder.", nameof(options)), read.Start + (each * walks.Start.Value), cancellationToken);
        for (var walk = walks.Start.Value; walk < walks.End.Value; walk++)
        {
            var replay = new CaseReplay(read, options with { OnlyActs = true, KeyPrefix = null }, opened, each * walk);
            await opened.MoveToAsync(read.Start + replay.moved, cancellationToken);
            foreach (var list in read.Lists.Values)
            {
                var own = replay.Moved(list);
                await ReplayLists.LoadAsync(opened, read, own with { Version = string.Create(CultureInfo.InvariantCulture, $"{own.Version}-{walk}") }, cancellationToken);
            }

            var whole = Stopwatch.StartNew();
            if (await replay.StepsAsync(read.Steps.Count, cancellationToken) is { } failure)
            {
                throw new InvalidOperationException($"The walk failed: {failure}");
            }

            times = new WalkTimes(times.Walks + 1, times.Acts + replay.lines.Count, times.Whole + whole.Elapsed, times.InActs + replay.inActs.Elapsed);
        }

        return times;
    }

    private async Task<string?> StepsAsync(int last, CancellationToken cancellationToken)
    {
        foreach (var list in file.Lists.Values.Where(l => l.AtStart && !options.OnlyActs))
        {
            await ReplayLists.LoadAsync(world, file, Moved(list), cancellationToken);
        }

        foreach (var step in file.Steps.Where(s => s.Number <= last && !(options.OnlyActs && (s.Refusal is not null || s.LoadsList is not null || s.Changes is not null))))
        {
            await world.MoveToAsync(step.At + moved, cancellationToken);
            var (outcome, problem) = await StepAsync(step, cancellationToken);
            var line = new ReplayLine(step.Number, step.Line, step.At + moved, step.By?.Key ?? "-", step.What, outcome, problem is null);
            lines.Add(line);
            options.Progress?.Invoke(line);
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    /// <returns>What the step led to, and the complaint that names file and line.</returns>
    private async Task<(string Outcome, string? Problem)> StepAsync(ReplayStep step, CancellationToken cancellationToken)
    {
        var before = options.OnlyActs ? default : await snapshots.VersionAsync(caseId, cancellationToken);
        var refused = false;
        var outcome = "-";
        if (step.Act is not null)
        {
            var result = await ActAsync(step, cancellationToken);
            if (Judge(step, result) is { } wrong)
            {
                return (Short(result), wrong);
            }

            (refused, outcome) = (step.Refusal is not null, Short(result));
            if (refused && await snapshots.VersionAsync(caseId, cancellationToken) != before)
            {
                return (Short(result), At(step.Refusal!.Line, "expected that a refused act changes nothing, was changed"));
            }
        }
        else if (step.LoadsList is { } list)
        {
            await ReplayLists.LoadAsync(world, file, Moved(file.Lists[list]), cancellationToken);
        }
        else if (step.Changes is { } change && await world.ChangeAsync(change, cancellationToken) is { } refusal)
        {
            return ("refused", At(step.Line, $"expected that '{step.What}' is in force, was refused: {refusal}"));
        }

        await world.WorkAsync(cancellationToken);
        if (options.OnlyActs)
        {
            return (outcome, null);
        }

        if (caseId is not { } id)
        {
            return step.Expect is [var first, ..] ? ("-", At(first.Line, "no case has been opened yet")) : ("-", null);
        }

        var snapshot = await snapshots.ReadAsync(id, cancellationToken);
        outcome = refused ? $"refused: {step.Refusal}" : snapshot.File.Position.State.ToString();
        if (snapshot.Fault is { } fault)
        {
            return (outcome, At(step.Line, string.Create(CultureInfo.InvariantCulture, $"the audit chain is broken at entry {fault.Sequence}: {fault.Reason}")));
        }

        foreach (var expectation in step.Expect)
        {
            if (await expectation.Mismatch(snapshot) is { } mismatch)
            {
                return (outcome, At(expectation.Line, mismatch));
            }
        }

        return (outcome, null);
    }

    private async Task<ActResult> ActAsync(ReplayStep step, CancellationToken cancellationToken)
    {
        var act = new ActFields(world.StaffId, Shift).Read(step.Act!, step.Node, step.Fields);
        var key = string.Create(CultureInfo.InvariantCulture, $"{keyPrefix}-{step.Number}");
        var opens = act is OpenCase;
        if (step.File is { } name && act is AddEvidence evidence && caseId is { } owner)
        {
            await using var content = File.OpenRead(Path.Combine(file.Folder, name));
            act = evidence with { File = await world.Services.GetRequiredService<CaseFiles>().ReceiveAsync(owner, content, Path.GetFileName(name), cancellationToken) };
        }

        inActs.Start();
        var result = await world.Services.GetRequiredService<ActRunner>().RunAsync(
            new ActRequest
            {
                CaseId = opens ? null : caseId ?? throw new CaseFileException(file.FileName, step.Line, "no case has been opened yet: the first act is 'open-case'"),
                Actor = ActorOf(step.By!, key),
                Act = act,
                Key = key,
                ProgrammeId = opens ? file.Programme : null,
                OwningOrg = opens ? file.Organisation : null,
            },
            cancellationToken);
        inActs.Stop();
        if (opens && result is ActResult.Done done)
        {
            (caseId, reference, accessCode) = (done.CaseId, done.Reference, done.AccessCode);
        }

        return result;
    }

    private Actor ActorOf(ReplayActor by, string key) => by.Role switch
    {
        Role.System => SystemActor.Instance,
        Role.Applicant => new Actor(caseId ?? world.Services.GetRequiredService<ApplicantCodes>().CaseIdFor(key), Role.Applicant, "applicant"),
        _ when file.People[by.Key.Split('/')[0]] is var person => new Actor(world.StaffId(person.Key), by.Role, CaseLoader.TeamOf(person.Organisation, person.Team)),
        _ => throw new InvalidOperationException($"{by.Key} is nobody."),
    };

    private string? Judge(ReplayStep step, ActResult result) => (result, step.Refusal) switch
    {
        (ActResult.Done, null) => null,
        (ActResult.Refused refused, { NotFound: false } expected) when Codes(refused).SequenceEqual(expected.Codes, StringComparer.Ordinal) => null,
        (ActResult.NotFound, { NotFound: true }) => null,
        (ActResult.Refused refused, null) => At(step.Line, $"expected that '{step.What}' is done, was refused: {string.Join("; ", refused.Blockers.Select(b => $"{b.Code} ({b.Message})"))}"),
        (_, null) => At(step.Line, $"expected that '{step.What}' is done, was {Short(result)}"),
        (_, { } expected) => At(expected.Line, $"expected refused {expected}, was {Short(result)}"),
    };

    private static string Short(ActResult result) => result switch
    {
        ActResult.Done done => $"done ({done.State})",
        ActResult.Refused refused => $"refused {string.Join(", ", Codes(refused))}",
        ActResult.Stale => "stale",
        ActResult.NotFound => "not found (the role may not do it, or is not on the case)",
        ActResult.Busy => "busy",
        _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}."),
    };

    private static IEnumerable<string> Codes(ActResult.Refused refused) => refused.Blockers.Select(b => b.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private async Task KeepAsync(string folder, CancellationToken cancellationToken)
    {
        if (options.KeepFolder is not null && caseId is { } id)
        {
            await snapshots.SaveDossiersAsync((await snapshots.ReadAsync(id, cancellationToken)).File, folder, cancellationToken);
        }
    }

    /// <summary>History stays where it was; only days since the case began move with it.</summary>
    private DateOnly Shift(DateOnly day) => day < DateOnly.FromDateTime(file.Start.UtcDateTime) ? day : day.AddDays((int)moved.TotalDays);

    private ReplayList Moved(ReplayList list) => list with { AsOf = list.AsOf.AddDays((int)moved.TotalDays) };

    private string At(int line, string problem) => string.Create(CultureInfo.InvariantCulture, $"{file.FileName}:{line}: {problem}");
}
