namespace HumanitarianEntry.Screening.Matching;

/// <summary>
/// From which score an entry is put before a person. A threshold orders work and decides nothing; lowering it costs looks, raising it can cost the one entry that mattered.
/// </summary>
public sealed record Thresholds
{
    /// <summary>Lowest and highest score that may be a threshold: under it the index does not look for all entries, over it a strong hit could be hidden.</summary>
    public const decimal Lowest = 55, Highest = 85;

    private Thresholds(decimal review, decimal supported) => (Review, Supported) = (review, supported);

    /// <summary>For security vetting, and the default: 70, or 60 where the birth year (within one) or a number agrees.</summary>
    public static Thresholds HighRecall { get; } = new(70, 60);

    /// <summary>Shows 75 and more, whatever else agrees.</summary>
    public static Thresholds Balanced { get; } = new(75, 75);

    /// <summary>Shown from this score on, by the name alone.</summary>
    public decimal Review { get; }

    /// <summary>Shown from this score on where the birth year (within one) or an identity number agrees too. At most <see cref="Review"/>.</summary>
    public decimal Supported { get; }

    /// <summary>In tenths: a name of less is shown by no other fact, but for the number of a paper, which is looked for apart.</summary>
    internal int LeastOfName => (int)(Supported * 10) - FactScorer.MostBesideNumbers;

    /// <summary>Thresholds in steps of a tenth.</summary>
    /// <exception cref="ArgumentException">Out of range, out of order, or finer than a tenth.</exception>
    public static Thresholds Of(decimal review, decimal supported) => IsValid(review, supported)
        ? new Thresholds(review, supported)
        : throw new ArgumentException($"Thresholds lie between {Lowest} and {Highest} in tenths, the supported one not over the other.", nameof(review));

    /// <summary>True when these two may be thresholds.</summary>
    public static bool IsValid(decimal review, decimal supported) =>
        supported >= Lowest && review <= Highest && supported <= review && decimal.Truncate(review * 10) == review * 10 && decimal.Truncate(supported * 10) == supported * 10;

    /// <summary>The band of a score; <see cref="MatchBand.Below"/> is not shown.</summary>
    internal MatchBand BandOf(PairScore score) => score.Shown switch
    {
        >= 850 => MatchBand.Strong,
        var tenths when tenths >= Review * 10 => MatchBand.Review,
        var tenths when score.Backed && tenths >= Supported * 10 => MatchBand.Supported,
        _ => MatchBand.Below,
    };
}
