using System.Runtime.InteropServices;
using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>What one name says about one name.</summary>
/// <param name="Tenths">Points in tenths; may lie under 0, which orders entries that are all too far off to show.</param>
/// <param name="Agreeing">Whole words that agree.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameScore(int Tenths, int Agreeing);

/// <summary>
/// Evidence of one name against one name: the words that can be compared share 100 points by rarity and role; what is missing costs little, what contradicts costs much.
/// Whole numbers throughout: the same on every machine.
/// </summary>
internal static class NameScorer
{
    public const int MostParts = 12;
    private const int TenthsOfBitExpected = 180;
    private const int InitialTenthsOfBit = 43;

    /// <param name="lines">Null: only the sum is wanted.</param>
    public static NameScore Score(Word[] query, Word[] listed, NameStrength strength, WordMemo? memo, List<Evidence>? lines)
    {
        Span<Pair> pairs = stackalloc Pair[MostParts];
        var count = Align(query, listed, memo, pairs);
        pairs = pairs[..count];
        var potential = 0L;
        foreach (ref readonly var pair in pairs)
        {
            potential += Weight(pair.Role) * pair.Bits;
        }

        var (sum, agreedBits, agreeing, swapped) = (0, 0d, 0, false);
        foreach (ref readonly var pair in pairs)
        {
            var share = potential == 0 ? 0 : 1000d * Weight(pair.Role) * pair.Bits / potential;
            var (q, l) = (query[pair.Query].Part, listed[pair.Listed].Part);
            var points = (int)Math.Round(share * pair.Factor, MidpointRounding.AwayFromZero) - (pair.Contradicts ? Penalty(q.Role, l.Role) : 0);
            sum += points;
            lines?.Add(new Evidence(KindOf(pair.Role), points / 10m, pair.Bits / 10m, $"{q.Text} = {l.Text}: {WordEvidence.Compare(q, l).Reason(q.Text, l.Text)}"));
            agreedBits += pair.Contradicts ? 0 : pair.Bits * pair.Factor;
            agreeing += !pair.Contradicts && pair.Factor >= 0.5 ? 1 : 0;
            swapped |= Swapped(q.Role, l.Role);
        }

        sum += Missing(query, pairs, true, lines) + Missing(listed, pairs, false, lines);
        sum += swapped ? Add(lines, EvidenceKind.Order, -80, "family and given name stand in the other order") : 0;
        if (agreedBits < TenthsOfBitExpected && count > 0)
        {
            sum += Add(lines, EvidenceKind.CommonName, Math.Max(-200, (int)Math.Round(agreedBits - TenthsOfBitExpected)), "the agreeing words are common");
        }

        sum += strength switch
        {
            NameStrength.Primary => 0,
            NameStrength.Alias => Add(lines, EvidenceKind.AliasStrength, -10, "alias"),
            NameStrength.WeakAlias => Add(lines, EvidenceKind.AliasStrength, -100, "weak alias or call sign"),
        };
        return new NameScore(sum, agreeing);
    }

    internal static int Add(List<Evidence>? lines, EvidenceKind kind, int tenths, string detail)
    {
        lines?.Add(new Evidence(kind, tenths / 10m, 0, detail));
        return tenths;
    }

    private readonly record struct Pair(int Query, int Listed, NameRole Role, double Factor, bool Contradicts, int Bits);

    /// <summary>Best agreement first; words of one role before words that would have to change places; contradictions last and only inside one role. Written in order of the query.</summary>
    private static int Align(Word[] query, Word[] listed, WordMemo? memo, Span<Pair> pairs)
    {
        var (rows, columns) = (Math.Min(query.Length, MostParts), Math.Min(listed.Length, MostParts));
        Span<double> ranks = stackalloc double[rows * columns];
        for (var q = 0; q < rows; q++)
        {
            for (var l = 0; l < columns; l++)
            {
                ranks[(q * columns) + l] = MayMeet(query[q].Role, listed[l].Role) ? Rank(Compare(query[q], listed[l], memo), Swapped(query[q].Role, listed[l].Role)) : double.NegativeInfinity;
            }
        }

        Span<int> partner = stackalloc int[rows];
        partner.Fill(-1);
        for (var left = Math.Min(rows, columns); left > 0; left--)
        {
            var best = -1;
            for (var at = 0; at < ranks.Length; at++)
            {
                best = ranks[at] > double.NegativeInfinity && (best < 0 || ranks[at] > ranks[best]) ? at : best;
            }

            if (best < 0)
            {
                break;
            }

            partner[best / columns] = best % columns;
            Strike(ranks, columns, best);
        }

        var count = 0;
        for (var q = 0; q < rows; q++)
        {
            if (partner[q] >= 0)
            {
                var (agreement, l) = (Compare(query[q], listed[partner[q]], memo), listed[partner[q]]);
                var role = query[q].Role == NameRole.Other ? l.Role : query[q].Role;
                pairs[count++] = new Pair(q, partner[q], role, agreement.Factor, agreement.Contradicts, Bits(query[q], l, agreement));
            }
        }

        return count;
    }

    // What agrees is as rare as the commoner of the two words; what differs weighs as the rarer one. An initial is one letter of twenty.
    private static int Bits(Word query, Word listed, WordAgreement agreement) => agreement switch
    {
        _ when query.Part.IsInitial || listed.Part.IsInitial => InitialTenthsOfBit,
        { Contradicts: true } => Math.Max(query.TenthsOfBit, listed.TenthsOfBit),
        _ => Math.Min(query.TenthsOfBit, listed.TenthsOfBit),
    };

    private static WordAgreement Compare(Word query, Word listed, WordMemo? memo) => memo is null ? WordEvidence.Compare(query.Part, listed.Part) : memo.Compare(query, listed);

    private static double Rank(WordAgreement agreement, bool swapped) => agreement switch
    {
        { Factor: < 0.8 } when swapped => double.NegativeInfinity,
        { Contradicts: true } => agreement.Factor - 2,
        _ => agreement.Factor - (swapped ? 0.25 : 0),
    };

    private static void Strike(Span<double> ranks, int columns, int taken)
    {
        for (var at = 0; at < ranks.Length; at++)
        {
            if (at / columns == taken / columns || at % columns == taken % columns)
            {
                ranks[at] = double.NegativeInfinity;
            }
        }
    }

    private static bool MayMeet(NameRole a, NameRole b) => a == b || a == NameRole.Other || b == NameRole.Other || (a != NameRole.Patronymic && b != NameRole.Patronymic);

    private static bool Swapped(NameRole a, NameRole b) => a != b && a != NameRole.Other && b != NameRole.Other;

    private static int Weight(NameRole role) => role switch
    {
        NameRole.Family => 13,
        NameRole.Given => 10,
        NameRole.Patronymic => 6,
        NameRole.Other => 10,
    };

    // A contradiction weighs the same however rare the words are: it tells how often one person's names differ, not how often people share them.
    private static int Penalty(NameRole query, NameRole listed) => query == listed
        ? query switch
        {
            NameRole.Family => 450,
            NameRole.Given => 450,
            NameRole.Patronymic => 400,
            NameRole.Other => 250,
        }
        : 200;

    private static EvidenceKind KindOf(NameRole role) => role switch
    {
        NameRole.Family => EvidenceKind.FamilyName,
        NameRole.Given => EvidenceKind.GivenName,
        NameRole.Patronymic => EvidenceKind.Patronymic,
        NameRole.Other => EvidenceKind.OtherName,
    };

    private static int Missing(Word[] parts, ReadOnlySpan<Pair> pairs, bool ofQuery, List<Evidence>? lines)
    {
        var (sum, others) = (0, 0);
        for (var i = 0; i < parts.Length; i++)
        {
            var met = false;
            foreach (ref readonly var pair in pairs)
            {
                met |= (ofQuery ? pair.Query : pair.Listed) == i;
            }

            if (met)
            {
                continue;
            }

            var cost = parts[i].Role switch
            {
                NameRole.Family => 200,
                NameRole.Given => 100,
                NameRole.Patronymic => 40,
                NameRole.Other => ofQuery ? Math.Min(50, 100 - others) : Math.Min(30, 90 - others),
            };
            others += parts[i].Role == NameRole.Other ? cost : 0;
            sum -= cost > 0 ? -Add(lines, EvidenceKind.MissingPart, -cost, ofQuery ? $"{parts[i].Part.Text}: not in the list" : $"{parts[i].Part.Text}: not in the person's names") : 0;
        }

        return sum;
    }
}
