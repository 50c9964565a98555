using System.Runtime.InteropServices;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>
/// The sum of one pair. <paramref name="Raw"/> is not cut at 0 and 100: it orders what the scale cannot tell apart. Both in tenths of a point.
/// <paramref name="Backed"/>: the birth year (within one) or an identity number agrees.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PairScore(int Raw, int Shown, bool Backed);

/// <summary>One pair of person and entry: name evidence, fact evidence, and the limits that keep thin evidence low.</summary>
internal static class PairScorer
{
    private const int SingleWordLimit = 500;

    /// <param name="lines">Null: only the sum is wanted. Else every line of evidence is added, and the points of the lines sum to the score shown.</param>
    public static PairScore Score(PersonQuery query, string original, Word[] name, ListEntry entry, Word[] listed, NameStrength strength, List<Evidence>? lines)
    {
        var names = ScoreNames(original, name, listed, strength, null, lines);
        return Finish(query, entry, names, lines);
    }

    /// <summary>The names alone.</summary>
    public static NameScore ScoreNames(string original, Word[] name, Word[] listed, NameStrength strength, WordMemo? memo, List<Evidence>? lines)
    {
        var otherSpaces = name.Length != listed.Length && AreSameLetters(name, listed);
        var (left, right) = otherSpaces ? (listed, listed) : JoinedWords.Meet(name, listed);
        var names = NameScorer.Score(left, right, strength, otherSpaces ? null : memo, lines);
        var sum = names.Tenths + (otherSpaces ? NameScorer.Add(lines, EvidenceKind.Order, -30, $"{original}: the same letters with the spaces elsewhere") : 0);

        // Where both sides have one name only, as kings and artists do, that name is all there is to agree.
        var mononym = left.Length == 1 && right.Length == 1 && names.Tenths >= 700;
        return new NameScore(sum, mononym ? 2 : names.Agreeing);
    }

    private static bool AreSameLetters(Word[] name, Word[] listed)
    {
        var (a, b) = (0, 0);
        foreach (var word in name)
        {
            a += word.Part.Key.Length;
        }

        foreach (var word in listed)
        {
            b += word.Part.Key.Length;
        }

        return a > 0 && a == b && string.Concat(name.Select(w => w.Part.Key)) == string.Concat(listed.Select(w => w.Part.Key));
    }

    private static PairScore Finish(PersonQuery query, ListEntry entry, NameScore names, List<Evidence>? lines)
    {
        var facts = FactScorer.Score(query, entry, names.Tenths, lines);
        var sum = facts.Tenths;
        if (names.Agreeing < 2 && !facts.ExactBirthDate && !facts.SameNumber && sum > SingleWordLimit)
        {
            sum += NameScorer.Add(lines, EvidenceKind.SingleName, SingleWordLimit - sum, "one agreeing word is not enough without a birth date or number");
        }

        var shown = Math.Clamp(sum, 0, 1000);
        if (shown != sum)
        {
            NameScorer.Add(lines, EvidenceKind.Limit, shown - sum, "the scale runs from 0 to 100");
        }

        return new PairScore(sum, shown, facts.NearBirthYear || facts.SameNumber);
    }
}
