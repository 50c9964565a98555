using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Announcements;
using HumanitarianEntry.Casework.Appointments;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Deadlines;
using HumanitarianEntry.Casework.LegalSituation;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Casework.SamePerson;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Casework.Translations;
using HumanitarianEntry.Domain.AccessCodes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Acts;

/// <summary>Everything that one act writes.</summary>
public sealed record ActWrite(
    ActRequest Request, ActKindAttribute Rule, ActContext Context, LoadedCase Loaded, ActOutcome Outcome, RunState Run, ImmutableList<Effect> Effects, Programme Programme, CaseKeys Keys);

/// <summary>Turns the pure outcome of an act into rows of one unit of work; the runner commits them together.</summary>
public sealed class CaseWriter(AuditTrail audit, Announcer announcer, ApplicantCodes codes, LikenessHashes likenesses, EntryAnswers answers)
{
    public async Task WriteAsync(CaseDbContext db, ActWrite act, CancellationToken cancellationToken)
    {
        var row = act.Loaded.Row;
        var file = act.Outcome.File with { Position = RunPosition.Of(act.Run) };
        if (act.Loaded.StartEffects is not null)
        {
            db.Cases.Add(row);
            db.ApplicantAccesses.Add(new ApplicantAccessRow { Id = Ids.New(), CaseId = row.Id, CodeHash = codes.Hash(row.Id, codes.Derive(row.Id, act.Request.Key)), IssuedAt = act.Context.Now });
        }

        await ChangeAccessAsync(db, act, cancellationToken);
        MoveRow(db, row, file, act);
        AddCompartments(db, act);
        await ApplyEffectsAsync(db, act, cancellationToken);
        CaseClocks.Set(db, act, file);
        await AppointmentRows.SetAsync(db, act, file, cancellationToken);
        await HandOverRows.SetAsync(db, act, file, cancellationToken);
        await TranslationRows.SetAsync(db, act, file, cancellationToken);
        await LegalDayRows.SetAsync(db, act, file, cancellationToken);
        PostColumn.Set(row, act, file);
        CaseFilters.Set(row, act.Loaded.File, file);
        await AssignAsync(db, act, cancellationToken);
        AddDisclosures(db, act);
        AddWork(db, act);
        await likenesses.UpdateAsync(db, act, cancellationToken);
        await answers.UpdateAsync(db, act, cancellationToken);
        ReviewFigures.Add(db, act);
        audit.Append(db, row, act.Keys, new AuditNote
        {
            At = act.Context.Now,
            ActorId = act.Context.Actor.Id,
            Role = Keys.Of(act.Context.Actor.Role),
            ActKind = act.Rule.Kind,
            Gate = act.Outcome is { StaysPut: false, Decided: { } decided } ? GateTable.For(decided.Gate).Key : null,
            Outcome = act.Outcome.Decided?.Outcome ?? act.Outcome.EventWord,
            Details = JsonSerializer.SerializeToUtf8Bytes(act.Request.Act, act.Request.Act.GetType(), DomainJson.Options),
        });
        await announcer.AnnounceAsync(db, act, file, cancellationToken);
    }

    private async Task ChangeAccessAsync(CaseDbContext db, ActWrite act, CancellationToken cancellationToken)
    {
        if (act.Request.Act is not (IssueAccessCode or MakeDangerCode))
        {
            return;
        }

        var caseId = act.Loaded.Row.Id;
        var code = codes.DeriveAgain(caseId, act.Request.Key);
        var held = await db.ApplicantAccesses.Where(a => a.CaseId == caseId && a.RevokedAt == null).ToListAsync(cancellationToken);
        if (act.Request.Act is MakeDangerCode)
        {
            held.ForEach(a => a.DuressHash = codes.HashForDanger(caseId, code));
            return;
        }

        // The old code, the code for danger that belongs to it and every session opened with either die with the row.
        held.ForEach(a => a.RevokedAt = act.Context.Now);
        db.ApplicantAccesses.Add(new ApplicantAccessRow { Id = Ids.New(), CaseId = caseId, CodeHash = codes.Hash(caseId, code), IssuedAt = act.Context.Now });
    }

    private static void MoveRow(CaseDbContext db, CaseRow row, CaseFile file, ActWrite act)
    {
        row.State = file.Position.State.ToString();
        row.SidePath = Seal.IsOn(file) ? nameof(SidePath.Sealed) : file.Position.SidePath?.ToString();
        row.DefinitionVersionId = act.Run.VersionId;
        row.ProgrammeId = act.Programme.Settings.Id;
        row.ProgrammeChange = act.Outcome.Follows ?? row.ProgrammeChange;
        row.Priority = file.Priority.ToString();
        row.CountryOfStay = file.CountryOfStay;
        row.RunState = ReferenceEquals(act.Run, act.Loaded.Run) ? row.RunState : RunStateJson.Write(act.Run);
        row.Outcome = file.Position.Finished ? file.DecisionOn(Gate.Closure)?.Outcome ?? file.Position.RunOutcome : null;
        db.Touch(row, act.Context.Now);
    }

    private static void AddCompartments(CaseDbContext db, ActWrite act)
    {
        foreach (var compartment in Enum.GetValues<Compartment>())
        {
            if (!act.Outcome.File.HasSame(compartment, act.Loaded.File))
            {
                var key = Keys.Of(compartment);
                CompartmentStore.Add(db, act.Keys, key, act.Loaded.Versions.GetValueOrDefault(key) + 1, CaseLoader.Write(act.Outcome.File[compartment]), act.Context.ActId, act.Context.Now);
            }
        }
    }

    private static async Task ApplyEffectsAsync(CaseDbContext db, ActWrite act, CancellationToken cancellationToken)
    {
        foreach (var effect in (act.Loaded.StartEffects ?? []).Concat(act.Effects))
        {
            switch (effect)
            {
                case WaitOpened { Wait: var wait }:
                    db.Waits.Add(new WaitRow
                    {
                        CaseId = act.Loaded.Row.Id,
                        WaitId = wait.Id,
                        Kind = Keys.Kebab(wait.Kind.ToString()),
                        Gate = wait.Task?.Gate,
                        Role = wait.Task?.Role,
                        OpenedAt = wait.OpenedAt,
                        DueAt = wait.DueAt,
                    });
                    break;
                case WaitClosed closed when await db.Waits.FindAsync([act.Loaded.Row.Id, closed.WaitId], cancellationToken) is { } open:
                    (open.ClosedAt, open.NextMarkAt) = (act.Context.Now, null);
                    break;
                case TimerArmed armed:
                    if (await db.Timers.FindAsync([act.Loaded.Row.Id, armed.WaitId], cancellationToken) is { } known)
                    {
                        (known.DueAt, known.FiredAt) = (armed.DueAt, null);
                    }
                    else
                    {
                        db.Timers.Add(new TimerRow { CaseId = act.Loaded.Row.Id, WaitId = armed.WaitId, DueAt = armed.DueAt });
                    }

                    break;
                case TimerCancelled cancelled when await db.Timers.FindAsync([act.Loaded.Row.Id, cancelled.WaitId], cancellationToken) is { } armedTimer:
                    armedTimer.FiredAt = act.Context.Now;
                    break;
            }
        }

        if (act.Outcome.TimerWait is { } fired && await db.Timers.FindAsync([act.Loaded.Row.Id, fired], cancellationToken) is { } timer)
        {
            timer.FiredAt = act.Context.Now;
        }
    }

    private static async Task AssignAsync(CaseDbContext db, ActWrite act, CancellationToken cancellationToken)
    {
        var changes = act.Request.Act is OpenCase && OpenCase.IsTakenOnBy(act.Context.Actor.Role)
            ? [new AssignmentChange(act.Context.Actor.Id, act.Context.Actor.Role, act.Context.Actor.Team, false)]
            : act.Outcome.Assignments;
        foreach (var change in changes)
        {
            var role = Keys.Of(change.Role);
            if (!change.Ends)
            {
                db.Assignments.Add(new AssignmentRow { Id = Ids.New(), CaseId = act.Loaded.Row.Id, StaffId = change.StaffId, Role = role, Since = act.Context.Now, By = act.Context.Actor.Id, Post = change.Post });
                continue;
            }

            var held = await db.Assignments.SingleAsync(a => a.CaseId == act.Loaded.Row.Id && a.StaffId == change.StaffId && a.Role == role && a.Until == null, cancellationToken);
            held.Until = act.Context.Now;
        }
    }

    private static void AddDisclosures(CaseDbContext db, ActWrite act)
    {
        foreach (var disclosure in act.Outcome.Disclosures)
        {
            var id = Ids.New();
            db.Disclosures.Add(new DisclosureRow
            {
                Id = id,
                CaseId = act.Loaded.Row.Id,
                At = act.Context.Now,
                RecipientFunction = disclosure.RecipientFunction,
                Purpose = disclosure.Purpose,
                SealedDetails = act.Keys.Seal(SealedScopes.Disclosures, $"disclosure {id:N}", JsonSerializer.SerializeToUtf8Bytes(disclosure, DomainJson.Options)),
            });
        }
    }

    private static void AddWork(CaseDbContext db, ActWrite act)
    {
        foreach (var work in act.Outcome.Work)
        {
            db.Outbox.Add(OutboxRows.Work(act.Loaded.Row.Id, act.Context.ActId, work, act.Context.Now));
        }
    }
}
