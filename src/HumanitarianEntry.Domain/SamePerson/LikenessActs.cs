using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.SamePerson;

/// <summary>The search found another case that may be the same person's. Told once, and again only when there is a new reason.</summary>
[ActKind("note-likeness", Compartment.Contact, Role.System)]
public sealed record NoteLikeness(Guid Other, string OtherReference, ImmutableList<LikenessReason> Reasons) : Act
{
    public const string Topic = "likeness-found";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Other == file.Id)
        {
            yield return new Blocker("same-case", "A case is not compared with itself.");
        }

        var known = file.Contact.Likenesses.Values().Where(l => l.Other == Other).SelectMany(l => l.Reasons).ToHashSet();
        if (Reasons.TrueForAll(known.Contains))
        {
            yield return new Blocker("known-already", "Nothing new agrees between these cases.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var known = file.Contact.Likenesses.Values().Where(l => l.Other == Other).SelectMany(l => l.Reasons);
        var likeness = new Likeness(Other, OtherReference, [.. Reasons.Concat(known).Distinct().Order()]);
        return new(file with { Contact = file.Contact with { Likenesses = file.Contact.Likenesses.Add(context.Record(likeness, "search for the same person")) } }) { Told = [new Told(Role.Coordinator, Topic)] };
    }
}

/// <summary>Another person after all. It comes up again only when something new agrees.</summary>
[ActKind("dismiss-likeness", Compartment.Contact, Role.IntakeOfficer, Role.Coordinator)]
public sealed record DismissLikeness(Guid Other, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => LikenessRules.Judging(file, Other, Reason);

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Contact = file.Contact with { LikenessDismissals = file.Contact.LikenessDismissals.Add(context.Record(new LikenessDismissal(Other, Reason.Trim()), "judgement")) } });
}

internal static class LikenessRules
{
    public static IEnumerable<Blocker> Judging(CaseFile file, Guid other, string reason)
    {
        if (!Likenesses.Open(file.Contact).Any(l => l.Value.Other == other))
        {
            yield return new Blocker("likeness-not-open", "This pair is not open: it was judged already, or was never found alike.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            yield return new Blocker("reason-missing", "Write the reason in a sentence or two.");
        }
    }
}
