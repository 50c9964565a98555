using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Workflows.Running;

namespace HumanitarianEntry.Casework.Consistency;

/// <summary>One act as it comes out when it is done again on what came before it.</summary>
/// <param name="File">The case after it.</param>
/// <param name="Written">The compartments that it changed.</param>
internal sealed record RebuiltAct(
    ActRow Row, Actor Actor, Act Act, ActOutcome Outcome, CaseFile File, RunState Run, ImmutableList<Effect> StartEffects, ImmutableList<Effect> Effects, IReadOnlyList<Compartment> Written, IReadOnlyList<Blocker> Blockers);

/// <summary>Does all acts of a case again from nothing, as the audit chain tells them, without a database: same rules, same engine, no stored position or fact is looked at.</summary>
internal static class CaseRebuild
{
    /// <param name="acts">The act's row for each audit entry, in the order of the chain.</param>
    /// <param name="teamOf">Team of an account.</param>
    /// <exception cref="RunRefusedException">The run would not take what the audit chain says.</exception>
    public static IEnumerable<RebuiltAct> Run(CaseRow row, IReadOnlyList<(AuditEntryRow Entry, ActRow Row)> acts, CaseKeys keys, ProgrammeLibrary programmes, Func<Guid, string> teamOf)
    {
        var (programme, standing) = Beginning(row, acts[0].Entry, keys, programmes);
        var started = RunMoves.Start(programme with { Definition = programmes.Definition(standing.DefinitionVersionId) }, row.Reference, row.OpenedAt, null, programmes.Current);
        var run = started.State;
        var file = new CaseFile { Id = row.Id, Reference = row.Reference, ProgrammeId = standing.ProgrammeId, CountryOfStay = string.Empty, Priority = Priority.Normal, OpenedAt = row.OpenedAt };
        foreach (var (entry, stored) in acts)
        {
            var act = ReadAct(keys, entry);
            var actor = new Actor(entry.ActorId, Keys.Role(entry.Role), TeamOf(entry, teamOf));
            var target = act.TargetProgramme is { } id ? programmes.For(id) : null;
            var context = new ActContext(stored.ActId, actor, entry.At, programme.Rules) { Target = target?.Rules, Host = programmes.Current.HostRulesIn(act is OpenCase opening ? opening.CountryOfStay : file.CountryOfStay) };
            var before = file with { Position = RunPosition.Of(run) };
            var blockers = act.Check(before, context).ToList();
            var moved = RunMoves.Move(new LoadedCase(standing, before, run, ImmutableDictionary<string, int>.Empty), act.Apply(before, context), context, target ?? programme, programmes);
            file = moved.Outcome.File with { Position = RunPosition.Of(moved.Run), ProgrammeChange = moved.Outcome.Follows ?? file.ProgrammeChange };
            if (act is OpenCase && OpenCase.IsTakenOnBy(actor.Role))
            {
                file = file with { Assignments = file.Assignments.Add(new Assignment(actor.Id, actor.Role, actor.Team, entry.At)) };
            }

            var written = Enum.GetValues<Compartment>().Where(c => !ReferenceEquals(before[c], moved.Outcome.File[c])).ToList();
            yield return new RebuiltAct(stored, actor, act, moved.Outcome, file, moved.Run, act is OpenCase ? [.. started.Effects] : [], moved.Effects, written, blockers);
            run = moved.Run;
            programme = target ?? programme;
            (standing.ProgrammeId, standing.DefinitionVersionId) = (programme.Settings.Id, run.VersionId);
        }
    }

    /// <summary>What the case stood on when it was opened. Its row is one of its own, moved on act by act.</summary>
    private static (Programme Programme, CaseRow Standing) Beginning(CaseRow row, AuditEntryRow first, CaseKeys keys, ProgrammeLibrary programmes)
    {
        var opening = (OpenCase)ReadAct(keys, first);
        var programme = programmes.For(opening.Programme ?? row.ProgrammeId);
        return (programme, new CaseRow
        {
            Id = row.Id,
            Reference = row.Reference,
            ProgrammeId = programme.Settings.Id,
            DefinitionVersionId = opening.Definition ?? row.DefinitionVersionId,
            State = string.Empty,
            Priority = nameof(Priority.Normal),
            OwningOrg = row.OwningOrg,
            OpenedAt = row.OpenedAt,
            UpdatedAt = row.OpenedAt,
            RunState = string.Empty,
        });
    }

    private static Act ReadAct(CaseKeys keys, AuditEntryRow entry) =>
        ActCatalogue.Read(entry.ActKind, JsonNode.Parse(AuditTrail.OpenDetails(keys, entry)) ?? throw new JsonException("An act without fields."));

    private static string TeamOf(AuditEntryRow entry, Func<Guid, string> teamOf) => Keys.Role(entry.Role) switch
    {
        Role.System => SystemActor.Instance.Team,
        Role.Applicant => "applicant",
        _ => teamOf(entry.ActorId),
    };
}
