using System.Collections.Immutable;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Casework.ScreeningThresholds;

/// <summary>What other thresholds make of hits of one list.</summary>
/// <param name="More">Hits that are not shown today.</param>
/// <param name="Fewer">Hits that are shown today.</param>
/// <param name="Same">Of the fewer: entries that two people said are the person.</param>
/// <param name="NotSame">Of the fewer: entries that are known to be somebody else.</param>
public sealed record ListTrial(string List, int More, int Fewer, int Same, int NotSame);

/// <summary>What other thresholds make of all people who were searched, in counts; it names nobody.</summary>
/// <param name="Cases">People who were tried, of open and of ended cases.</param>
/// <param name="Unread">Cases that could not be read: nothing is known about them.</param>
/// <param name="Touched">People with at least one hit more or fewer.</param>
public sealed record ThresholdTrial(int Cases, int Unread, int Touched, ImmutableSortedDictionary<string, ListTrial> Lists)
{
    public static ThresholdTrial Empty { get; } = new(0, 0, 0, ImmutableSortedDictionary<string, ListTrial>.Empty);

    public int More => Lists.Values.Sum(l => l.More);

    public int Fewer => Lists.Values.Sum(l => l.Fewer);

    /// <summary>Entries known to be the person that nobody would have seen. While there is one, the thresholds may not come in force.</summary>
    public int Same => Lists.Values.Sum(l => l.Same);

    public int NotSame => Lists.Values.Sum(l => l.NotSame);

    /// <param name="today">Hits by the thresholds in force.</param>
    /// <param name="wanted">Hits by the other ones, from the same lists.</param>
    /// <param name="standing">How a hit of today stands by what people said.</param>
    public ThresholdTrial With(IReadOnlyList<ScreeningHit> today, IReadOnlyList<ScreeningHit> wanted, Func<ScreeningHit, HitStanding> standing)
    {
        var (before, after) = (today.Select(KeyOf).ToHashSet(), wanted.Select(KeyOf).ToHashSet());
        var lists = Lists;
        foreach (var hit in wanted.Where(h => !before.Contains(KeyOf(h))))
        {
            lists = Changed(lists, hit.ListId, l => l with { More = l.More + 1 });
        }

        foreach (var hit in today.Where(h => !after.Contains(KeyOf(h))))
        {
            var stands = standing(hit);
            lists = Changed(lists, hit.ListId, l => l with
            {
                Fewer = l.Fewer + 1,
                Same = l.Same + (stands is HitStanding.Same or HitStanding.SameNeedsSecond ? 1 : 0),
                NotSame = l.NotSame + (stands is HitStanding.NotSame ? 1 : 0),
            });
        }

        return this with { Cases = Cases + 1, Touched = Touched + (before.SetEquals(after) ? 0 : 1), Lists = lists };
    }

    private static (string, string) KeyOf(ScreeningHit hit) => (hit.ListId, hit.EntryId);

    private static ImmutableSortedDictionary<string, ListTrial> Changed(ImmutableSortedDictionary<string, ListTrial> lists, string list, Func<ListTrial, ListTrial> change) =>
        lists.SetItem(list, change(lists.GetValueOrDefault(list) ?? new ListTrial(list, 0, 0, 0, 0)));
}
