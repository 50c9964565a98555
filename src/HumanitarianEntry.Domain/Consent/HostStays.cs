using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Consent;

/// <summary>A stay as it stands now.</summary>
/// <param name="Number">Which recorded stay of the case it is, counted from 1; it stays so when the stay is corrected.</param>
/// <param name="Told">Which record says how it stands: that of the last correction, or its own.</param>
public sealed record StandingStay(int Number, int Told, Recorded<HostStay> Fact)
{
    public HostStay Stay => Fact.Value;
}

/// <summary>Which stays hold, and when the person left for good.</summary>
public static class HostStays
{
    /// <summary>In the order in which they were first recorded, each as it was corrected last; without those that never were.</summary>
    public static IReadOnlyList<StandingStay> Standing(this ContactFacts contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var stays = contact.Stays;
        return
        [
            .. Enumerable.Range(0, stays.Count).Where(i => stays[i].Value.Corrects is null)
                .Select(i => (First: i, Last: Math.Max(i, stays.FindLastIndex(s => s.Value.Corrects == i + 1))))
                .Where(s => !stays[s.Last].Value.NeverWas).Select(s => new StandingStay(s.First + 1, s.Last + 1, stays[s.Last])),
        ];
    }

    /// <summary>The stay that counts now: the one that was recorded last. A correction of an earlier one does not take its place.</summary>
    public static StandingStay? Now(this ContactFacts contact) => contact.Standing() is [.., var last] ? last : null;

    /// <summary>The stays since he last came back to his own country, in the order in which they began; without those that were over before the war.</summary>
    public static IReadOnlyList<StandingStay> OfThisFlight(this ContactFacts contact) => Abroad(contact).Since;

    /// <summary>
    /// The day on which he left, after the invasion and for the last time; null when that is not established. A stay of before the war whose end nobody wrote down leaves it open: he may never have come back,
    /// and a day of departure that is not true costs more than none.
    /// </summary>
    public static PartialDate? Departure(this ContactFacts contact) =>
        contact.OfThisFlight() is [{ Stay.From: var left }, ..] && left.Latest >= StanceTimeline.Invasion ? left : null;

    /// <summary>Whether a date can lie in a time abroad from which he came back.</summary>
    internal static bool MayBeAbroad(this ContactFacts contact, PartialDate on)
    {
        var before = Abroad(contact).Before;
        return before.Where((s, i) => s.From.Earliest <= on.Latest && on.Earliest <= before.Skip(i).First(b => b.ReturnedOn is not null).ReturnedOn!.Value.Latest).Any();
    }

    /// <summary>In the order in which they began: times from which he came back, each journey ending with a stay that says so, and the stays after them.</summary>
    private static (List<HostStay> Before, List<StandingStay> Since) Abroad(ContactFacts contact)
    {
        var stays = contact.Standing().Where(s => s.Stay is not { ReturnedOn: null, Until: { } until } || until.Latest >= StanceTimeline.Invasion)
            .OrderBy(s => s.Stay.From.Earliest).ThenBy(s => s.Fact.Provenance.At).ThenBy(s => s.Number).ToList();
        var back = stays.FindLastIndex(s => s.Stay.ReturnedOn is not null) + 1;
        return ([.. stays.Take(back).Select(s => s.Stay)], stays[back..]);
    }
}
