using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.SidePaths;

namespace HumanitarianEntry.Domain.SamePerson;

/// <summary>
/// One person, two cases: this one shall end and the other go on. Somebody on the other case must agree, who is not the same person (handbook section 5, statement 12). No fact crosses over:
/// whoever needs something of the ended case is put on it.
/// </summary>
[ActKind("propose-merge", Compartment.Contact, Role.Coordinator)]
public sealed record ProposeMerge(Guid Other, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in LikenessRules.Judging(file, Other, Reason))
        {
            yield return blocker;
        }

        if (file.Position.Finished || file.Position.SidePath is not null)
        {
            yield return new Blocker("already-closed", $"The case is {file.Position.State}: it cannot be ended in favour of another one now.");
        }

        if (file.Contact.Merges.Values().Any(m => Likenesses.MergeWith(file.Contact, m.Other) is { Stage: MergeStage.Asked }))
        {
            yield return new Blocker("merge-open", "A proposal to make this case one with another waits for its answer.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var reference = file.Contact.Likenesses.Values().Last(l => l.Other == Other).OtherReference;
        var step = new MergeStep(Other, reference, MergeSide.Ends, MergeStage.Asked, context.Actor.Id, Reason.Trim());
        return MergeRules.With(file, context, step) with { Work = [new WorkRequest(WorkKind.AskForMerge, MergeRules.Subject(step))] };
    }
}

/// <summary>The question as it arrives at the case that would go on.</summary>
[ActKind("ask-for-merge", Compartment.Contact, Role.System)]
public sealed record AskForMerge(Guid Other, string OtherReference, Guid AskedBy) : Act
{
    public const string Topic = "merge-asked";

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var step = new MergeStep(Other, OtherReference, MergeSide.GoesOn, MergeStage.Asked, AskedBy, string.Empty);
        // A case that has ended, or is about to, cannot go on for another one: that is said at once, and by nobody.
        if (file.Position.Finished || file.Contact.Merges.Values().Any(m => Likenesses.MergeWith(file.Contact, m.Other) is { Side: MergeSide.Ends, Stage: MergeStage.Asked }))
        {
            step = step with { Stage = MergeStage.Refused, Reason = "The other case has ended or shall be ended itself." };
            return MergeRules.With(file, context, step) with { Work = [new WorkRequest(WorkKind.EndMerge, MergeRules.Subject(step))] };
        }

        return MergeRules.With(file, context, step) with { Told = [new Told(Role.Coordinator, Topic)] };
    }
}

/// <summary>The answer of somebody on the case that would go on.</summary>
[ActKind("answer-merge", Compartment.Contact, Role.Coordinator)]
public sealed record AnswerMerge(Guid Other, bool Agrees, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Likenesses.Asked(file.Contact).SingleOrDefault(m => m.Other == Other) is not { } asked)
        {
            yield return new Blocker("merge-not-asked", "Nobody waits for this answer: it was given already, or never asked for.");
        }
        else if (asked.AskedBy == context.Actor.Id)
        {
            yield return new Blocker("same-person-twice", "You proposed this yourself. Somebody else must agree.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write the reason in a sentence or two.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var step = Likenesses.Asked(file.Contact).Single(m => m.Other == Other) with { Stage = Agrees ? MergeStage.Agreed : MergeStage.Refused, Reason = Reason.Trim() };
        return MergeRules.With(file, context, step) with { Work = [new WorkRequest(WorkKind.EndMerge, MergeRules.Subject(step))] };
    }
}

/// <summary>The answer as it arrives at the case that was to end: it ends as a duplicate, or goes on.</summary>
[ActKind("end-merge", Compartment.Contact, Role.System)]
public sealed record EndMerge(Guid Other, bool Agreed) : Act
{
    public const string Topic = "merge-answered";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Likenesses.MergeWith(file.Contact, Other) is not { Side: MergeSide.Ends, Stage: MergeStage.Asked })
        {
            yield return new Blocker("merge-not-asked", "Nobody waits for this answer.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var asked = Likenesses.MergeWith(file.Contact, Other)!;
        // In an emergency, frozen, or closed meanwhile: what it has become counts for more than what was agreed.
        var ends = Agreed && !file.Position.Finished && file.Position.SidePath is null;
        var (after, told) = (MergeRules.With(file, context, asked with { Stage = ends ? MergeStage.Agreed : MergeStage.Refused }).File, new Told(Role.Coordinator, Topic));
        if (!ends)
        {
            return new ActOutcome(after) { Told = [told] };
        }

        var closed = new CloseEarly("duplicate", $"The same person's case {asked.OtherReference} goes on.").Apply(after, context);
        return closed with { Told = closed.Told.Add(told) };
    }
}

internal static class MergeRules
{
    public static ActOutcome With(CaseFile file, ActContext context, MergeStep step) =>
        new(file with { Contact = file.Contact with { Merges = file.Contact.Merges.Add(context.Record(step, "merge")) } });

    /// <summary>The other case and what was said, for the worker that carries it there.</summary>
    public static string Subject(MergeStep step) => $"{step.Other:N} {(step.Stage == MergeStage.Agreed ? "agreed" : step.Stage == MergeStage.Refused ? "refused" : "asked")}";
}
