using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Lookalikes;

namespace HumanitarianEntry.Domain.AntiWarActivity;

/// <summary>How one support was reckoned.</summary>
/// <param name="Why">Why it counts, or does not.</param>
public sealed record SupportReading(Support Support, bool Counts, Sentence Why);

/// <summary>How far others bear an item out, and why.</summary>
/// <param name="Independent">Sources that are independent of the person and of each other.</param>
public sealed record CorroborationFinding(Corroboration Level, int Independent, ImmutableList<SupportReading> Readings, ImmutableList<Sentence> Limits);

/// <summary>
/// Computes K0 to K3 and KX from the supports that people named (handbook G5). Who is tied to the person counts as the person's own word, and so does what he made himself; what has one origin
/// or one publisher counts once, what goes back to something withdrawn not at all, and one contradiction that stands makes KX.
/// </summary>
public static class CorroborationRule
{
    public static CorroborationFinding Of(EvidenceFacts facts, EvidenceItem item)
    {
        var readings = ImmutableList.CreateBuilder<SupportReading>();
        var counted = new List<Support>();
        var (contradicted, ownSide) = (false, false);
        foreach (var support in facts.SupportsOf(item.Label).Select(s => s.Value))
        {
            if (facts.WithdrawalOf(support.Label) is not null)
            {
                readings.Add(new(support, false, Sentence.Of("Withdrawn.")));
            }
            else if (support.Kind == SupportKind.Contradiction)
            {
                contradicted = true;
                readings.Add(new(support, true, Sentence.Of("It contradicts the item; while it stands, the item is KX.")));
            }
            else if (ChainOf(facts, support).Skip(1).FirstOrDefault(c => facts.WithdrawalOf(c.Label) is not null) is { } gone)
            {
                readings.Add(new(support, false, Sentence.Of($"It goes back to {gone.Label}, which was withdrawn.")));
            }
            else if (support.Kind == SupportKind.OwnArtefact)
            {
                ownSide = true;
                readings.Add(new(support, true, Sentence.Of("The person’s own device or account: K1.")));
            }
            else if (AgainstIt(facts, item, support) is { } why)
            {
                readings.Add(new(support, false, why));
            }
            else if (OfOwnSide(facts, support) is { } own)
            {
                ownSide = true;
                readings.Add(new(support, false, own));
            }
            else if (counted.Find(c => IsSameSource(facts, c, support)) is { } same)
            {
                readings.Add(new(support, false, Sentence.Of($"One source with {same.Label}; it counts once.")));
            }
            else
            {
                counted.Add(support);
                readings.Add(new(support, true, Sentence.Of("Independent of the person and of the others.")));
            }
        }

        var level = contradicted ? Corroboration.KX
            : counted.Count >= 2 ? Corroboration.K3
            : counted.Count == 1 ? Corroboration.K2
            : ownSide ? Corroboration.K1
            : Corroboration.K0;
        ImmutableList<Sentence> limits = [];
        if (IsLinked(facts, item) && level is Corroboration.K2 or Corroboration.K3)
        {
            level = Corroboration.K1;
            limits = [Sentence.Of("The item itself comes from the person’s own side: K1 at most.")];
        }

        return new CorroborationFinding(level, counted.Count, readings.ToImmutable(), limits);
    }

    /// <summary>Linked applicants and the campaign's own letter are not independent of the person.</summary>
    private static bool IsLinked(EvidenceFacts facts, EvidenceItem item) => item.FromLinkedSource || item.Type == EvidenceType.CampaignLetter || LookalikeRules.IsShared(facts, item.Label);

    /// <summary>What he made or said himself bears out nothing else that he says, wherever it stands. What others add to it (an editor, a stamp) is named as a source of its own.</summary>
    private static bool IsOwnWord(EvidenceFacts facts, EvidenceItem item) => IsLinked(facts, item) || item.Type is
        EvidenceType.PublicPost or EvidenceType.Channel or EvidenceType.SymbolicAct or EvidenceType.Protest or EvidenceType.MediaInterview
        or EvidenceType.ResignationReport or EvidenceType.WrittenRefusal or EvidenceType.HelpToOthers;

    /// <summary>Why a support comes from the person's own side, itself or by what it goes back to; null when it does not.</summary>
    private static Sentence? OfOwnSide(EvidenceFacts facts, Support support)
    {
        foreach (var link in ChainOf(facts, support))
        {
            if (link.IsOfOwnSide || link.Kind == SupportKind.OwnArtefact)
            {
                return Sentence.Of("Tied to the person, so not independent: K1 at most.");
            }

            if (link.Other is { } other && facts.Find(other) is { } found && IsOwnWord(facts, found))
            {
                return Sentence.Of($"{other} is the person’s own word: K1 at most. Who else bears it out is named as a source.");
            }

            // Who is tied to the person in one place is so in all of them.
            if (SameName(facts, link).FirstOrDefault(s => s.IsOfOwnSide || (s.Item == link.Item && ChainOf(facts, s).Any(c => c.Kind == SupportKind.OwnArtefact || c.IsOfOwnSide))) is { } tied)
            {
                return Sentence.Of($"The same source is tied to the person in {tied.Label}: K1 at most.");
            }
        }

        return null;
    }

    /// <summary>Supports of the case, not withdrawn, that name the same outside source.</summary>
    private static IEnumerable<Support> SameName(EvidenceFacts facts, Support support) =>
        support.Source is { } source ? facts.Supports.Values().Where(s => string.Equals(s.Source, source, StringComparison.OrdinalIgnoreCase) && facts.WithdrawalOf(s.Label) is null) : [];

    /// <summary>The support and what it goes back to, one of the same origin or publisher after the other. A support names only earlier ones, so this ends.</summary>
    private static IEnumerable<Support> ChainOf(EvidenceFacts facts, Support support)
    {
        for (var link = support; link is not null; link = link.SameAs is { } same ? facts.SupportsOf(link.Item).Select(s => s.Value).TakeWhile(s => s.Label != link.Label).FirstOrDefault(s => s.Label == same) : null)
        {
            yield return link;
        }
    }

    private static Support RootOf(EvidenceFacts facts, Support support) => ChainOf(facts, support).Last();

    /// <summary>Whether one item rests on another, directly or by way of others: two that lean on each other prove nothing.</summary>
    /// <param name="among">Supports to be looked at, the withdrawn ones too.</param>
    internal static bool RestsOn(EvidenceFacts facts, string item, string on, IEnumerable<Support> among)
    {
        var ties = among.Where(s => s is { Kind: SupportKind.OtherItem, Other: not null } && facts.WithdrawalOf(s.Label) is null).ToLookup(s => s.Item, s => s.Other!, StringComparer.Ordinal);
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([item]));
        while (open.TryPop(out var at))
        {
            if (at == on)
            {
                return true;
            }

            foreach (var next in ties[at].Where(seen.Add))
            {
                open.Push(next);
            }
        }

        return false;
    }

    /// <summary>Why a support says nothing of the item at all.</summary>
    private static Sentence? AgainstIt(EvidenceFacts facts, EvidenceItem item, Support support)
    {
        if (SameName(facts, support).Where(s => s.Item == item.Label).Append(support).Any(s => RootOf(facts, s) is { SharesOrigin: true, SameAs: null }))
        {
            return Sentence.Of("One origin or publisher with the item itself: it repeats it.");
        }

        if (support.Other is not { } label || facts.Find(label) is not { } other)
        {
            return null;
        }

        if (other.File is { } file && file.Sha256 == item.File?.Sha256)
        {
            return Sentence.Of($"{label} is the same file.");
        }

        if (LookalikeRules.AreAlike(facts, item.Label, label))
        {
            return Sentence.Of($"{label} is nearly the same picture.");
        }

        if (RestsOn(facts, label, item.Label, facts.Supports.Values().TakeWhile(s => s.Label != support.Label)))
        {
            return Sentence.Of($"{label} is itself borne out by {item.Label}: they cannot bear each other out.");
        }

        // A wanted-list entry is never graded as an act, and is a record of its own.
        return other.ListEntryHash is not null ? null
            : facts.IsContradicted(label) ? Sentence.Of($"{label} is itself contradicted.")
            : facts.LastGradeOf(label) is not { } grade ? Sentence.Of($"{label} is not graded yet.")
            : grade.Credibility > 4 || grade.Reliability > Reliability.D ? Sentence.Of($"{label} is itself not credible or not reliable enough.")
            : null;
    }

    private static bool IsSameSource(EvidenceFacts facts, Support counted, Support support) =>
        RootOf(facts, support).Label == RootOf(facts, counted).Label
        || (support.Other is { } other && (other == counted.Other || (counted.Other is { } one && facts.Find(one)?.File is { } file && facts.Find(other)?.File?.Sha256 == file.Sha256)))
        || (support.Source is { } source && counted.Source is { } named && string.Equals(source, named, StringComparison.OrdinalIgnoreCase));
}
