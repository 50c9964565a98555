using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>Evidence of one name against one name: the words that can be compared share 100 points by rarity and role; what is missing costs little, what contradicts costs much.</summary>
internal static class NameScorer
{
    private const decimal MostBits = 14;
    private const decimal LeastBits = 4;
    private const double BitsExpected = 18;

    /// <summary>Log2 of how rare a word is among the names of the lists, 4-14 bits, one decimal. The thousand stands for the names a small list does not show.</summary>
    public static decimal Bits(int names, int namesWithWord) =>
        Math.Clamp(Tenth((decimal)Math.Log2((names + 1000d) / (namesWithWord + 1d))), LeastBits, MostBits);

    /// <summary>Lines of evidence and how many whole words agree.</summary>
    public static (List<Evidence> Lines, int Agreeing) Score(ParsedName query, ParsedName listed, Func<string, decimal> bitsOf, bool explain)
    {
        var alignment = Align(query.Parts, listed.Parts, bitsOf, explain);
        var lines = new List<Evidence>();
        var potential = alignment.Sum(a => Weight(a) * a.Bits);
        var agreedBits = 0d;
        var agreeing = 0;
        foreach (var pair in alignment)
        {
            var share = potential == 0 ? 0 : 100m * Weight(pair) * pair.Bits / potential;
            var points = Tenth(share * (decimal)pair.Agreement.Factor) - (pair.Agreement.Contradicts ? Penalty(pair) : 0);
            lines.Add(new Evidence(KindOf(pair.Role), points, pair.Bits, explain ? $"{pair.Query.Text} = {pair.Listed.Text}: {pair.Agreement.Reason}" : ""));
            agreedBits += pair.Agreement.Contradicts ? 0 : (double)pair.Bits * pair.Agreement.Factor;
            agreeing += pair.Agreement.Agrees && !pair.Query.IsInitial && !pair.Listed.IsInitial ? 1 : 0;
        }

        AddMissing(lines, query.Parts, alignment.Select(a => a.Query), "the list", 5, 10);
        AddMissing(lines, listed.Parts, alignment.Select(a => a.Listed), "the person's names", 3, 9);
        if (alignment.Any(a => Swapped(a.Query.Role, a.Listed.Role)))
        {
            lines.Add(new Evidence(EvidenceKind.Order, -8, 0, "family and given name stand in the other order"));
        }

        if (agreedBits < BitsExpected && alignment.Length > 0)
        {
            lines.Add(new Evidence(EvidenceKind.CommonName, -Math.Min(20, Tenth((decimal)(BitsExpected - agreedBits))), 0, "the agreeing words are common"));
        }

        if (listed.Strength != NameStrength.Primary)
        {
            lines.Add(new Evidence(EvidenceKind.AliasStrength, listed.Strength == NameStrength.Alias ? -1 : -10, 0, listed.Strength == NameStrength.Alias ? "alias" : "weak alias or call sign"));
        }

        return (lines, agreeing);
    }

    internal static decimal Tenth(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    private readonly record struct Pair(NamePart Query, NamePart Listed, NameRole Role, WordAgreement Agreement, decimal Bits, int Order);

    private static Pair[] Align(IReadOnlyList<NamePart> query, IReadOnlyList<NamePart> listed, Func<string, decimal> bitsOf, bool explain)
    {
        var pairs = new List<Pair>(query.Count * listed.Count);
        var bits = listed.Select(l => bitsOf(l.Key)).ToArray();
        for (var q = 0; q < query.Count; q++)
        {
            for (var l = 0; l < listed.Count; l++)
            {
                if (MayMeet(query[q].Role, listed[l].Role))
                {
                    pairs.Add(new Pair(query[q], listed[l], RoleOf(query[q].Role, listed[l].Role), WordEvidence.Compare(query[q], listed[l], explain), bits[l], (q * 100) + l));
                }
            }
        }

        // Best agreement first; words of one role before words that would have to change places; contradictions last and only inside one role.
        var taken = new List<Pair>();
        foreach (var pair in pairs.OrderBy(p => p.Agreement.Contradicts).ThenByDescending(p => p.Agreement.Factor - (Swapped(p.Query.Role, p.Listed.Role) ? 0.25 : 0)).ThenBy(p => p.Order))
        {
            var free = !taken.Any(t => ReferenceEquals(t.Query, pair.Query) || ReferenceEquals(t.Listed, pair.Listed));
            if (free && !(pair.Agreement.Factor < 0.8 && Swapped(pair.Query.Role, pair.Listed.Role)))
            {
                taken.Add(pair);
            }
        }

        return [.. taken.OrderBy(t => t.Order)];
    }

    private static bool MayMeet(NameRole a, NameRole b) => a == b || a == NameRole.Other || b == NameRole.Other || (a != NameRole.Patronymic && b != NameRole.Patronymic);

    private static bool Swapped(NameRole a, NameRole b) => a != b && a != NameRole.Other && b != NameRole.Other;

    private static NameRole RoleOf(NameRole a, NameRole b) => a == NameRole.Other ? b : a;

    private static decimal Weight(Pair pair) => pair.Role switch
    {
        NameRole.Family => 1.3m,
        NameRole.Given => 1.0m,
        NameRole.Patronymic => 0.6m,
        NameRole.Other => 1.0m,
    };

    // A contradiction weighs the same however rare the words are: it tells how often one person's names differ, not how often people share them.
    private static decimal Penalty(Pair pair) => pair.Query.Role == pair.Listed.Role
        ? pair.Role switch
        {
            NameRole.Family => 45,
            NameRole.Given => 45,
            NameRole.Patronymic => 40,
            NameRole.Other => 12,
        }
        : 20;

    private static EvidenceKind KindOf(NameRole role) => role switch
    {
        NameRole.Family => EvidenceKind.FamilyName,
        NameRole.Given => EvidenceKind.GivenName,
        NameRole.Patronymic => EvidenceKind.Patronymic,
        NameRole.Other => EvidenceKind.OtherName,
    };

    private static void AddMissing(List<Evidence> lines, IReadOnlyList<NamePart> parts, IEnumerable<NamePart> met, string where, decimal perOther, decimal mostOthers)
    {
        var seen = met.ToHashSet(ReferenceEqualityComparer.Instance);
        var others = 0m;
        foreach (var part in parts.Where(p => !seen.Contains(p)))
        {
            var cost = part.Role switch
            {
                NameRole.Family => 12m,
                NameRole.Given => 10m,
                NameRole.Patronymic => 4m,
                NameRole.Other => Math.Min(perOther, mostOthers - others),
            };
            others += part.Role == NameRole.Other ? cost : 0;
            if (cost > 0)
            {
                lines.Add(new Evidence(EvidenceKind.MissingPart, -cost, 0, $"{part.Text}: not in {where}"));
            }
        }
    }
}
