using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HumanitarianEntry.Casework.ScreeningThresholds;

namespace HumanitarianEntry.Web.Coordinators.Thresholds;

/// <summary>Thresholds as typed; a decimal comma is as good as a point.</summary>
public sealed record ThresholdForm
{
    private const string Score = @"\d{2}([.,]\d)?";

    [Required(ErrorMessage = "Write a number from 55 to 85, such as 70 or 72.5.")]
    [RegularExpression(Score, ErrorMessage = "Write a number from 55 to 85, such as 70 or 72.5.")]
    public string? Review { get; init; }

    [Required(ErrorMessage = "Write a number from 55 to 85, such as 70 or 72.5.")]
    [RegularExpression(Score, ErrorMessage = "Write a number from 55 to 85, such as 70 or 72.5.")]
    public string? Supported { get; init; }

    /// <summary>Lists in force; both scores empty where a list has none of its own.</summary>
    [MaxLength(200, ErrorMessage = "There are more lists than can be set here.")]
    public List<ListLine> Lists { get; init; } = [];

    [Required(ErrorMessage = "Write the reason.")]
    [StringLength(1000, ErrorMessage = "The reason is longer than 1,000 signs.")]
    public string? Reason { get; init; }

    public static ThresholdForm Of(ScreeningRules inForce, IEnumerable<string> lists) => new()
    {
        Review = Text(inForce.ForAll.Review),
        Supported = Text(inForce.ForAll.Supported),
        Lists =
        [
            .. lists.Select(l => inForce.OfLists.TryGetValue(l, out var own)
                ? new ListLine { List = l, Review = Text(own.Review), Supported = Text(own.Supported) }
                : new ListLine { List = l }),
        ],
    };

    /// <exception cref="FormatException">The form is not valid.</exception>
    public ScreeningRules ToRules(ScreeningRules inForce) => new(
        inForce.Version + 1, new ShownFrom(Read(Review), Read(Supported)),
        Lists.Where(l => l.Review is not null || l.Supported is not null).GroupBy(l => l.List!, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => Own(g.Last()), StringComparer.Ordinal));

    private static ShownFrom Own(ListLine line) => new(Read(line.Review ?? line.Supported), Read(line.Supported ?? line.Review));

    private static string Text(decimal score) => score.ToString("0.#", CultureInfo.CurrentCulture);

    private static decimal Read(string? typed) => decimal.Parse(typed!.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public sealed record ListLine
    {
        [Required(ErrorMessage = "The list has no name.")]
        [StringLength(100, ErrorMessage = "The name is longer than 100 signs.")]
        public string? List { get; init; }

        [RegularExpression(Score, ErrorMessage = "Write a number from 55 to 85, such as 70 or 72.5.")]
        public string? Review { get; init; }

        [RegularExpression(Score, ErrorMessage = "Write a number from 55 to 85, such as 70 or 72.5.")]
        public string? Supported { get; init; }
    }
}
