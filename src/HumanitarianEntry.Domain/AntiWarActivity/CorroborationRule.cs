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
/// Computes K0 to K3 and KX from the supports that people named (handbook G5). Who is tied to the person counts as the person's own word, what has one origin or one publisher counts once,
/// and one contradiction that stands makes KX.
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
            else if (support.Kind == SupportKind.OwnArtefact)
            {
                ownSide = true;
                readings.Add(new(support, true, Sentence.Of("The person’s own device or account: K1.")));
            }
            else if (AgainstIt(facts, item, support) is { } why)
            {
                readings.Add(new(support, false, why));
            }
            else if (IsOfOwnSide(facts, support))
            {
                ownSide = true;
                readings.Add(new(support, false, Sentence.Of("Tied to the person, so not independent: K1 at most.")));
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

    private static bool IsOfOwnSide(EvidenceFacts facts, Support support) =>
        support.IsOfOwnSide || (support.Other is { } other && facts.Find(other) is { } found && IsLinked(facts, found)) || (RootOf(facts, support) is var root && root != support && IsOfOwnSide(facts, root));

    /// <summary>The support that others of one origin or publisher go back to; itself when it stands alone. A support names only earlier ones, so this ends.</summary>
    private static Support RootOf(EvidenceFacts facts, Support support) =>
        support is { SharesOrigin: true, SameAs: { } same } && facts.SupportsOf(support.Item).Select(s => s.Value).FirstOrDefault(s => s.Label == same) is { } earlier ? RootOf(facts, earlier) : support;

    /// <summary>Why a support says nothing of the item at all.</summary>
    private static Sentence? AgainstIt(EvidenceFacts facts, EvidenceItem item, Support support)
    {
        if (RootOf(facts, support) is { SharesOrigin: true, SameAs: null })
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
