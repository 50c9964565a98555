using System.Runtime.InteropServices;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>The sum of one pair. <paramref name="Raw"/> is not cut at 0 and 100: it orders what the scale cannot tell apart. Both in tenths of a point.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PairScore(int Raw, int Shown, MatchBand Band);

/// <summary>One pair of person and entry: name evidence, fact evidence, and the limits that keep thin evidence low.</summary>
internal static class PairScorer
{
    private const int SingleWordLimit = 500;

    /// <param name="lines">Null: only the sum is wanted. Else every line of evidence is added, and the points of the lines sum to the score shown.</param>
    public static PairScore Score(PersonQuery query, ParsedName name, ListEntry entry, ParsedName listed, List<Evidence>? lines)
    {
        var otherSpaces = name.JoinedKey.Length > 0 && name.JoinedKey == listed.JoinedKey && name.Parts.Count != listed.Parts.Count;
        var (left, right) = otherSpaces ? (listed.Parts, listed.Parts) : JoinedWords.Meet(name.Parts, listed.Parts);
        var names = NameScorer.Score(left, right, listed.Strength, (q, l) => WordEvidence.Compare(left[q], right[l]), lines);
        var sum = names.Tenths + (otherSpaces ? NameScorer.Add(lines, EvidenceKind.Order, -30, $"{name.Original}: the same letters with the spaces elsewhere") : 0);
        return Finish(query, entry, sum, left.Count == 1 && right.Count == 1 ? MononymAgrees(names) : names.Agreeing, lines);
    }

    // Where both sides have one name only, as kings and artists do, that name is all there is to agree.
    private static int MononymAgrees(NameScore names) => names.Tenths >= 700 ? 2 : names.Agreeing;

    private static PairScore Finish(PersonQuery query, ListEntry entry, int sum, int agreeing, List<Evidence>? lines)
    {
        var facts = FactScorer.Score(query, entry, sum, lines);
        sum = facts.Tenths;
        if (agreeing < 2 && !facts.ExactBirthDate && !facts.SameNumber && sum > SingleWordLimit)
        {
            sum += NameScorer.Add(lines, EvidenceKind.SingleName, SingleWordLimit - sum, "one agreeing word is not enough without a birth date or number");
        }

        var shown = Math.Clamp(sum, 0, 1000);
        if (shown != sum)
        {
            NameScorer.Add(lines, EvidenceKind.Limit, shown - sum, "the scale runs from 0 to 100");
        }

        return new PairScore(sum, shown, BandOf(shown, facts));
    }

    private static MatchBand BandOf(int tenths, FactFindings facts) => tenths switch
    {
        >= 850 => MatchBand.Strong,
        >= 700 => MatchBand.Review,
        >= 600 when facts.NearBirthYear || facts.SameNumber => MatchBand.Supported,
        _ => MatchBand.Below,
    };
}
