using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Appointments;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.AccessCodes;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Workflows.Running;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Acts;

/// <summary>
/// The one way in which a case changes: authorise, check on the facts, apply, advance the run, append to the audit chain, write the outbox, commit; all or nothing
/// (design section 4). A repeat of the same key returns the first result. When somebody else was faster, the whole act is tried again on the new facts.
/// </summary>
public sealed class ActRunner(
    CaseDatabase cases, CompartmentSealer sealer, ProgrammeLibrary programmes, CaseWriter writer, ApplicantCodes codes, UnitReader units, TimeProvider time, ILogger<ActRunner> log)
{
    /// <summary>How the log line of an act ends that met another one.</summary>
    public const string TriedAgain = "met another one and is tried again";

    /// <summary>Code of the refusal when a key comes again for something else, or from somebody else.</summary>
    public const string KeyUsedBefore = "key-used-before";

    private const int Tries = 5;

    public async Task<ActResult> RunAsync(ActRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(request, cancellationToken);
            }
            catch (Exception failure) when (failure is CaseChangedMeanwhileException or DbUpdateException && attempt < Tries)
            {
                log.LogInformation("Act {Kind} " + TriedAgain, ActCatalogue.RuleOf(request.Act).Kind);

                // Those who met once would meet again in step.
                await Task.Delay(RandomNumberGenerator.GetInt32(20 * attempt), cancellationToken);
            }
            catch (CaseErasedException)
            {
                return new ActResult.NotFound();
            }
            catch (Exception failure) when (IsCollision(failure))
            {
                log.LogWarning("Act {Kind} met others {Tries} times and was given up", ActCatalogue.RuleOf(request.Act).Kind, Tries);
                return new ActResult.Busy();
            }
            catch (RunRefusedException refusal)
            {
                // Rules and definition disagree: nothing was stored, and somebody must look at the programme.
                log.LogError("The run refused act {Kind}: {Reason}", ActCatalogue.RuleOf(request.Act).Kind, refusal.Message);
                return new ActResult.Refused([new Blocker("run-refused", "The programme does not know this step from here. Nothing was changed. Tell the administrator: the programme's definition must be looked at.")]);
            }
            catch (Exception failure) when (DatabaseErrors.IsBusyNow(failure) && attempt >= 2)
            {
                return new ActResult.Busy();
            }
            catch (Exception failure) when (DatabaseErrors.IsBusyNow(failure))
            {
                // Also a mere question can be the one that the database gives up to solve a deadlock.
                log.LogWarning("The database is busy; act {Kind} is tried once more", ActCatalogue.RuleOf(request.Act).Kind);
            }
        }
    }

    /// <summary>Somebody else wrote the same case first; on servers that is also seen as a taken number of the audit chain.</summary>
    private static bool IsCollision(Exception failure) =>
        failure is CaseChangedMeanwhileException or DbUpdateException { InnerException: DbException { SqlState: "23505" } or SqlException { Number: 2601 or 2627 } };

    private async Task<ActResult> TryAsync(ActRequest request, CancellationToken cancellationToken)
    {
        var rule = ActCatalogue.RuleOf(request.Act);
        var caseId = request.CaseId ?? OpeningCaseId(request);

        // Keys are made and committed first: a key without content is harmless, content without a key is lost.
        using var keys = await sealer.OpenOrCreateAsync(caseId, SealedScopes.All, cancellationToken);
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);

        // A save that fails ends the whole act: there is nothing to go back to inside it.
        db.Database.AutoSavepointsEnabled = false;

        // Looked for once, before the act is saved.
        db.ChangeTracker.AutoDetectChangesEnabled = false;

        var stored = await CaseReading.ReadAsync(db, caseId, programmes.Current.Number, request.Key, cancellationToken);
        var shelf = programmes.Follow(stored.Changes);
        var now = time.GetUtcNow().Stored();
        if (stored.Before is { } before)
        {
            return Repeat(request, rule, before);
        }

        var loaded = request.CaseId is null ? Opening(request, caseId, now) : stored.Row is { } row ? CaseLoader.Load(db, keys, row, stored) : null;
        if (loaded is null || !MayAct(request.Actor, rule, loaded.File) || !PostWall.Admits(loaded.File, request.Actor, request.Act) || (Seal.IsOn(loaded.File) && !Seal.Admits(request.Actor.Role)))
        {
            return new ActResult.NotFound();
        }

        if (request.SeenVersion is { } seen && seen < loaded.Row.ConcurrencyVersion && ActRules.DecidesOnWhatWasSeen(request.Act)
            && await SinceAsync(db, loaded.Row, seen, cancellationToken) is var since && (since.Count < loaded.Row.ConcurrencyVersion - seen || !since.TrueForAll(s => ActRules.OnlyReminds(s.Kind))))
        {
            return new ActResult.Stale(since);
        }

        if (request is { CaseId: null, Act: OpenCase opening })
        {
            request = request with { Act = opening with { Programme = loaded.Row.ProgrammeId, Definition = loaded.Row.DefinitionVersionId } };
        }

        // Another node's clock may be ahead of ours, or it has committed since we looked at ours: time never goes back within a case.
        now = now < loaded.Row.UpdatedAt ? loaded.Row.UpdatedAt.AddMicroseconds(1) : now;
        var programme = programmes.For(loaded.Row.ProgrammeId);
        var target = request.Act.TargetProgramme is { } id ? shelf.Programmes.GetValueOrDefault(id) : null;
        var context = new ActContext(Ids.New(), request.Actor, now, programme.Rules)
        {
            Target = target?.Rules,
            Host = shelf.HostRulesIn(CountryOf(request.Act, loaded.File)),
            Screening = ActRules.MayRestOnScreening(request.Act) ? await ListRows.StandardAsync(db, cancellationToken) : null,
            Units = ActRules.MayRestOnScreening(request.Act) ? [.. await units.ReadAsync(db, loaded.File, cancellationToken)] : null,
            Taken = request.Act is IBooksTime books ? [.. await AppointmentRows.TakenAsync(db, books.Books(loaded.File, request.Actor), cancellationToken)] : [],
            StandsInFor = request.Act is IStandsIn ? [.. await Absences.StoodInForAsync(db, request.Actor.Id, now, cancellationToken)] : [],
        };
        var blockers = request.Act.Check(loaded.File, context).ToList();
        if (blockers.Count > 0)
        {
            return new ActResult.Refused(blockers);
        }

        var outcome = request.Act.Apply(loaded.File, context);
        var moved = RunMoves.Move(loaded, outcome, context, target ?? programme, programmes);
        await writer.WriteAsync(db, new ActWrite(request, rule, context, loaded, moved.Outcome, moved.Run, moved.Effects, target ?? programme, keys), cancellationToken);
        var done = new ActResult.Done(caseId, loaded.Row.Reference, context.ActId, loaded.Row.State, false, CodeFor(request, caseId));
        db.Acts.Add(new ActRow
        {
            Key = request.Key,
            ActId = context.ActId,
            CaseId = caseId,
            Kind = rule.Kind,
            ActorId = request.Actor.Id,
            At = now,
            ResultJson = JsonSerializer.Serialize(new StoredResult(done.Reference, done.State)),
        });
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        log.LogInformation("Act {Kind} on case {Reference}", rule.Kind, done.Reference);
        return done;
    }

    /// <summary>A case that is being opened is in the country that the act names.</summary>
    private static string CountryOf(Act act, CaseFile file) => act is OpenCase opening ? opening.CountryOfStay : file.CountryOfStay;

    private static bool MayAct(Actor actor, ActKindAttribute rule, CaseFile file) =>
        rule.Roles.Contains(actor.Role)
        && (!rule.NeedsAssignment || actor.Role == Role.System
            || (actor.Role == Role.Applicant ? actor.Id == file.Id : file.Assignments.Exists(a => a.StaffId == actor.Id && a.Role == actor.Role)));

    private static async Task<List<ActSeen>> SinceAsync(CaseDbContext db, CaseRow row, long seen, CancellationToken cancellationToken)
    {
        // Every act moves the version by one and leaves at least one audit entry; the newest ones are what the person has not seen.
        var missed = (int)Math.Clamp(row.ConcurrencyVersion - seen, 1, 20);
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == row.Id).OrderByDescending(e => e.Sequence).Take(missed).ToListAsync(cancellationToken);
        return [.. entries.Select(e => new ActSeen(e.ActKind, e.Role, e.At)).Reverse()];
    }

    /// <summary>A case id that the same opening key always gives, so that a repeat finds the keys of the first try.</summary>
    private Guid OpeningCaseId(ActRequest request) => codes.CaseIdFor(request.Key);

    private LoadedCase Opening(ActRequest request, Guid caseId, DateTimeOffset now)
    {
        var programmeId = request.ProgrammeId ?? throw new ArgumentException("Opening a case names the programme.", nameof(request));
        var programme = programmes.For(programmeId);
        var reference = NewReference();
        var run = RunMoves.Start(programme, reference, now, null, programmes.Current);
        var row = new CaseRow
        {
            Id = caseId,
            Reference = reference,
            ProgrammeId = programmeId,
            ProgrammeChange = programmes.Current.Number,
            DefinitionVersionId = programme.Definition.VersionId,
            State = RunPosition.Of(run.State).State.ToString(),
            Priority = nameof(Priority.Normal),
            OwningOrg = request.OwningOrg ?? throw new ArgumentException("Opening a case names the organisation.", nameof(request)),
            OpenedAt = now,
            UpdatedAt = now,
            RunState = RunStateJson.Write(run.State),
        };
        var file = new CaseFile { Id = caseId, Reference = reference, ProgrammeId = programmeId, CountryOfStay = string.Empty, Priority = Priority.Normal, OpenedAt = now, Position = RunPosition.Of(run.State) };
        return new LoadedCase(row, file, run.State, []) { StartEffects = run.Effects };
    }

    private static string NewReference()
    {
        Span<byte> random = stackalloc byte[32];
        while (true)
        {
            RandomNumberGenerator.Fill(random);
            if (CaseReference.FromRandom(random) is { } reference)
            {
                return reference;
            }
        }
    }

    private ActResult Repeat(ActRequest request, ActKindAttribute rule, ActRow before)
    {
        if (before.Kind != rule.Kind || before.ActorId != request.Actor.Id || (request.CaseId is { } id && id != before.CaseId))
        {
            return new ActResult.Refused([new Blocker(KeyUsedBefore, "This form was sent for something else already. Open the page again.")]);
        }

        var stored = JsonSerializer.Deserialize<StoredResult>(before.ResultJson)!;
        return new ActResult.Done(before.CaseId, stored.Reference, before.ActId, stored.State, true, request.Act is OpenCase ? CodeFor(request, before.CaseId) : null);
    }

    private string? CodeFor(ActRequest request, Guid caseId) => request.Act switch
    {
        OpenCase => codes.Derive(caseId, request.Key).ToDisplay(),
        IssueAccessCode or MakeDangerCode => codes.DeriveAgain(caseId, request.Key).ToDisplay(),
        _ => null,
    };

    private sealed record StoredResult(string Reference, string State);
}
