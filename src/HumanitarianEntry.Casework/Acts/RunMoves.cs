using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Workflows.Migrating;
using HumanitarianEntry.Workflows.Running;

namespace HumanitarianEntry.Casework.Acts;

/// <summary>What an act makes of the case's run.</summary>
/// <param name="Outcome">As the act gave it, and who must be told besides because of what the run did.</param>
internal sealed record MovedRun(ActOutcome Outcome, RunState Run, ImmutableList<Effect> Effects);

/// <summary>Moves the run by what an act decided: on, to a new beginning, to another programme, or to another version of its definition. Pure.</summary>
internal static class RunMoves
{
    /// <param name="programme">The programme the case belongs to after the act.</param>
    /// <exception cref="RunRefusedException">Definition and rules disagree; nothing may be stored.</exception>
    public static MovedRun Move(LoadedCase loaded, ActOutcome outcome, ActContext context, Programme programme, ProgrammeLibrary programmes)
    {
        var moved = outcome switch
        {
            { MovesToVersion: { } version } => ToVersion(loaded, outcome, version, programmes),
            { Restarts: true } => Anew(loaded, outcome, context, programme, programmes),
            _ => On(loaded, outcome, context, programmes),
        };
        var position = RunPosition.Of(moved.Run);
        ActRules.DemandLegalMove(outcome.MovesToProgramme is null ? loaded.File.Position : loaded.File.Position with { Finished = true }, position);
        return WithWord(WithScreening(moved, loaded.File, position, context), loaded.File, position, context);
    }

    /// <summary>Adds who must know that the act made a released dossier unfit to leave.</summary>
    private static MovedRun WithWord(MovedRun moved, CaseFile before, Position position, ActContext context)
    {
        var told = ReleasedUpkeep.After(before, moved.Outcome.File with { Position = position }, context);
        return told.IsEmpty ? moved : moved with { Outcome = moved.Outcome with { Told = moved.Outcome.Told.AddRange(told) } };
    }

    /// <summary>Adds the name screening that the act sets in motion: nobody has to think of it when a gate opens or a name changes.</summary>
    private static MovedRun WithScreening(MovedRun moved, CaseFile before, Position position, ActContext context)
    {
        var opened = position.Open.Where(o => !before.Position.Open.Exists(b => b.WaitId == o.WaitId)).Select(o => o.Gate).ToList();
        var work = ScreeningUpkeep.After(before, moved.Outcome.File with { Position = position }, opened, context);
        return work.IsEmpty ? moved : moved with { Outcome = moved.Outcome with { Work = moved.Outcome.Work.AddRange(work) } };
    }

    /// <param name="ended">The run that ended before, whose wait ids the new one goes on from.</param>
    public static Advance Start(Programme programme, string reference, DateTimeOffset now, RunState? ended, IPublishedDefinitions definitions) =>
        Family.Start(programme.Definition, new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["CaseReference"] = JsonSerializer.SerializeToElement(reference) }, now, definitions, ended);

    private static MovedRun On(LoadedCase loaded, ActOutcome outcome, ActContext context, ProgrammeLibrary programmes)
    {
        var (run, effects) = RunPosition.Advance(programmes.Definition(loaded.Row.DefinitionVersionId), loaded.Run, outcome, context.ActId, context.Now, programmes.Current);
        return new MovedRun(outcome, run, effects);
    }

    private static MovedRun Anew(LoadedCase loaded, ActOutcome outcome, ActContext context, Programme programme, ProgrammeLibrary programmes)
    {
        // Ended from outside: a drawing need not know this end, and a wait that stayed open would be somebody's work for ever.
        var closed = loaded.Run.Status == RunStatus.Finished
            ? null
            : Family.End(programmes.Definition(loaded.Row.DefinitionVersionId), loaded.Run, "rerouted", context.ActId.ToString("N"), context.Now);
        var again = Start(programme, loaded.Row.Reference, context.Now, closed?.State ?? loaded.Run, programmes.Current);
        var (run, effects) = RunPosition.Advance(programme.Definition, again.State, outcome, context.ActId, context.Now, programmes.Current);
        return new MovedRun(outcome, run, [.. closed?.Effects ?? [], .. again.Effects, .. effects]);
    }

    private static MovedRun ToVersion(LoadedCase loaded, ActOutcome outcome, string version, ProgrammeLibrary programmes)
    {
        var (from, to) = (programmes.Definition(loaded.Row.DefinitionVersionId), programmes.Definition(version));
        return Migration.Check(loaded.Run, from, to).IsPossible
            ? new MovedRun(outcome, Migration.Apply(loaded.Run, from, to), [])
            : new MovedRun(outcome with { Told = outcome.Told.Add(new Told(Role.Coordinator, MoveRun.StaysTopic)) }, loaded.Run, []);
    }
}
