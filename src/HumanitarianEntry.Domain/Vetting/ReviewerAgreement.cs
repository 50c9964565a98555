namespace HumanitarianEntry.Domain.Vetting;

/// <summary>How often two reviewers who did not know of each other said the same.</summary>
/// <param name="Items">Items that both answered.</param>
/// <param name="Same">Of these, how many with the same answer.</param>
/// <param name="Missing">Items that one of the two left without an answer; they count in nothing else.</param>
/// <param name="Kappa">Cohen's kappa of the items; null when it is not defined: nothing was answered, or both always gave the one same answer.</param>
public sealed record ReviewerAgreement(int Items, int Same, int Missing, double? Kappa)
{
    public int Apart => Items - Same;

    /// <summary>
    /// Cohen's kappa: the agreement beyond what two reviewers with these habits would reach by chance, (po - pe) / (1 - pe), where pe is the sum over the answers of the product of both reviewers' shares
    /// (J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960), 37-46). 1 is always the same, 0 is chance, below it is less than chance.
    /// </summary>
    public static ReviewerAgreement Of(IEnumerable<(string? First, string? Second)> pairs)
    {
        var all = pairs.ToList();
        var both = all.Where(p => p.First is not null && p.Second is not null).ToList();
        var (n, same) = (both.Count, both.Count(p => p.First == p.Second));
        var chance = both.Select(p => p.First).Distinct(StringComparer.Ordinal).Sum(answer => (double)both.Count(p => p.First == answer) * both.Count(p => p.Second == answer));

        // In whole numbers: 1 - pe is exactly 0 only when both always gave one answer.
        var ceiling = ((double)n * n) - chance;
        return new ReviewerAgreement(n, same, all.Count - n, n == 0 || ceiling == 0 ? null : (((double)same * n) - chance) / ceiling);
    }
}

/// <summary>
/// Which counts may be shown without telling of a single case. A number from one to four is "fewer than five"; a share is shown exactly only when neither side of it is such a number.
/// </summary>
public static class SmallNumbers
{
    public const int Floor = 5;

    public static bool IsSmall(int count) => count is > 0 and < Floor;

    /// <summary>The exact share and kappa may be shown.</summary>
    public static bool ShowsShare(ReviewerAgreement agreement) => agreement.Items >= Floor && !IsSmall(agreement.Same) && !IsSmall(agreement.Apart);

    /// <summary>"At least so many per cent", where the exact share would tell how few were apart; null when even that says too much.</summary>
    public static int? AtLeastPercent(ReviewerAgreement agreement) =>
        ShowsShare(agreement) || agreement.Items < 2 * Floor || !IsSmall(agreement.Apart) ? null : 100 * (agreement.Items - (Floor - 1)) / agreement.Items;
}

/// <summary>A table of the reviews of a time: programme-wide counts.</summary>
/// <param name="ByKind">The outcome first, then each kind of item that occurred.</param>
public sealed record AgreementTable(int Decisions, int Panels, int SplitPanels, int WithDissent, IReadOnlyList<(string Kind, ReviewerAgreement Agreement)> ByKind)
{
    public static AgreementTable Of(IReadOnlyCollection<ReviewTally> lines)
    {
        var outcomes = lines.Where(l => l.Kind == ReviewTally.OfOutcome).ToList();
        return new AgreementTable(
            outcomes.Count, outcomes.Count(l => l.Panel), outcomes.Count(l => l.Split), outcomes.Count(l => l.Dissent),
            [.. lines.GroupBy(l => l.Kind, StringComparer.Ordinal).OrderBy(g => g.Key == ReviewTally.OfOutcome ? 0 : 1).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key, ReviewerAgreement.Of(g.Select(l => (l.First, l.Second)))))]);
    }
}
