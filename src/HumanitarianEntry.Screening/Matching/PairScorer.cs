using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>One pair of person and entry: name evidence, fact evidence, and the limits that keep thin evidence low.</summary>
internal static class PairScorer
{
    private const decimal SingleWordLimit = 50;

    public static (Explanation Explanation, MatchBand Band) Score(PersonQuery query, ParsedName name, ListEntry entry, ParsedName listed, Func<string, decimal> bitsOf, bool explain)
    {
        var otherSpaces = name.JoinedKey.Length > 0 && name.JoinedKey == listed.JoinedKey && name.Parts.Count != listed.Parts.Count;
        var (lines, agreeing) = NameScorer.Score(otherSpaces ? listed : name, listed, bitsOf, explain);
        if (otherSpaces)
        {
            lines.Add(new Evidence(EvidenceKind.Order, -3, 0, $"{name.Original}: the same letters with the spaces elsewhere"));
        }

        var facts = FactScorer.Add(lines, query, entry);
        var sum = lines.Sum(l => l.Points);
        if (agreeing < 2 && !facts.ExactBirthDate && !facts.SameNumber && sum > SingleWordLimit)
        {
            lines.Add(new Evidence(EvidenceKind.SingleName, SingleWordLimit - sum, 0, "one agreeing word is not enough without a birth date or number"));
            sum = SingleWordLimit;
        }

        var limited = Math.Clamp(sum, 0, 100);
        if (limited != sum)
        {
            lines.Add(new Evidence(EvidenceKind.Limit, limited - sum, 0, "the scale runs from 0 to 100"));
        }

        return (new Explanation(lines), BandOf(limited, facts));
    }

    private static MatchBand BandOf(decimal score, FactFindings facts) => score switch
    {
        >= 85 => MatchBand.Strong,
        >= 70 => MatchBand.Review,
        >= 60 when facts.NearBirthYear || facts.SameNumber => MatchBand.Supported,
        _ => MatchBand.Below,
    };
}
