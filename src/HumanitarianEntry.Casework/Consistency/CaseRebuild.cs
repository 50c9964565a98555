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
        var programme = programmes.For(row.ProgrammeId);
        var definition = programmes.Definition(row.DefinitionVersionId);
        var started = RunMoves.Start(programme with { Definition = definition }, row.Reference, row.OpenedAt, null, programmes.Current);
        var run = started.State;
        var file = new CaseFile { Id = row.Id, Reference = row.Reference, ProgrammeId = row.ProgrammeId, CountryOfStay = string.Empty, Priority = Priority.Normal, OpenedAt = row.OpenedAt };
        foreach (var (entry, stored) in acts)
        {
            var act = ActCatalogue.Read(entry.ActKind, JsonNode.Parse(AuditTrail.OpenDetails(keys, entry)) ?? throw new JsonException("An act without fields."));
            var actor = new Actor(entry.ActorId, Keys.Role(entry.Role), TeamOf(entry, teamOf));
            var context = new ActContext(stored.ActId, actor, entry.At, programme.Rules);
            var before = file with { Position = RunPosition.Of(run) };
            var blockers = act.Check(before, context).ToList();
            var outcome = act.Apply(before, context);
            if (outcome.MovesToProgramme is not null || outcome.MovesToVersion is not null)
            {
                throw new RunRefusedException($"{entry.ActKind} moves the case to other rules, which this check does not follow.");
            }

            var moved = RunMoves.Move(new LoadedCase(row, before, run, ImmutableDictionary<string, int>.Empty), outcome, context, programme, programmes);
            file = moved.Outcome.File with { Position = RunPosition.Of(moved.Run) };
            if (act is OpenCase && actor.Role != Role.Applicant)
            {
                file = file with { Assignments = file.Assignments.Add(new Assignment(actor.Id, actor.Role, actor.Team, entry.At)) };
            }

            var written = Enum.GetValues<Compartment>().Where(c => !ReferenceEquals(before[c], outcome.File[c])).ToList();
            yield return new RebuiltAct(stored, actor, act, moved.Outcome, file, moved.Run, act is OpenCase ? [.. started.Effects] : [], moved.Effects, written, blockers);
            run = moved.Run;
        }
    }

    private static string TeamOf(AuditEntryRow entry, Func<Guid, string> teamOf) => Keys.Role(entry.Role) switch
    {
        Role.System => SystemActor.Instance.Team,
        Role.Applicant => "applicant",
        _ => teamOf(entry.ActorId),
    };
}
