using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>In what respect two sources do not fit together.</summary>
public enum MismatchKind
{
    /// <summary>Different dates for one event.</summary>
    Date,

    /// <summary>Two events in an order that can hardly be.</summary>
    Order,

    /// <summary>Two places on one day.</summary>
    Place,

    /// <summary>Different units for one time, or different names of one unit.</summary>
    Unit,

    /// <summary>A paper, its machine-readable zone and the record of the person differ in a number, a name or a day.</summary>
    Paper,
}

/// <summary>What it is about.</summary>
public enum MismatchTopic
{
    Birth,
    Name,
    PaperNumber,
    PaperIssued,
    PaperExpires,
    CallUp,
    Mobilised,
    Contract,
    Service,
    Unit,
    Decision,
    Refusal,
    Leaving,
    Arrival,
    StayEnd,
    FirstContact,
    Prosecution,
    Evidence,
    Whereabouts,
}

/// <summary>A well-known harmless way in which two records of the same thing come to differ. Recognised, never decided: a person ticks it.</summary>
public enum MismatchPattern
{
    DayAndMonthSwapped,
    YearOffByOne,

    /// <summary>Twelve or thirteen days apart: the old calendar.</summary>
    OldCalendar,

    /// <summary>The paper gives a day up to three months after the one that the person names.</summary>
    LateRegistration,
    Transliteration,
    PlaceRenamed,

    /// <summary>One unit number with two names.</summary>
    UnitRenamed,

    /// <summary>The check digit of the field does not fit, or letters and digits that look alike stand for each other.</summary>
    Misread,
}

/// <summary>
/// Two sources on file that do not fit together yet. Computed from facts each time, never stored and never a judgement: uncertain dates are compared by everything they can mean, and most mismatches
/// of genuine people are harmless (handbook G2, 4f; FIELD.md row 13).
/// </summary>
/// <param name="Key">The same as long as both places on file exist; tells nothing about what stands there.</param>
/// <param name="Fingerprint">Another one as soon as either source says something else.</param>
/// <param name="IsLight">Often has a simple cause: shown, never in the way.</param>
public sealed record Mismatch(string Key, string Fingerprint, MismatchKind Kind, MismatchTopic Topic, Source One, Source Other, MismatchPattern? Pattern, bool IsLight)
{
    /// <summary>Weighs enough that nothing may rest on it unexplained.</summary>
    public bool IsMaterial => Pattern is null && !IsLight;

    /// <summary>Who the person is, or what may exclude him: one person's explanation is not enough.</summary>
    public bool NeedsSecondLook => Kind == MismatchKind.Paper || Topic is MismatchTopic.Birth or MismatchTopic.Name || One.TouchesExclusion || Other.TouchesExclusion;

    /// <summary>Compartments that one must be able to read to know of it.</summary>
    public ImmutableList<Compartment> RestsOn => [.. new[] { One.Compartment, Other.Compartment }.Distinct().Order()];

    internal static Mismatch Between(MismatchKind kind, MismatchTopic topic, Source one, Source other, MismatchPattern? pattern = null, bool isLight = false)
    {
        // Which of the two comes first must not depend on the order in which they were recorded.
        var (first, second) = string.CompareOrdinal(one.Id, other.Id) <= 0 ? (one, other) : (other, one);
        return new Mismatch(Hash(kind, topic, first.Id, second.Id), Hash(Content(first), Content(second)), kind, topic, first, second, pattern, isLight);
    }

    private static string Content(Source source) => Hash(source.Id, source.Says, source.Quote);

    private static string Hash(params object[] parts)
    {
        var text = new StringBuilder("mismatch/1");
        foreach (var part in parts)
        {
            var word = Convert.ToString(part, CultureInfo.InvariantCulture) ?? string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"|{word.Length}:").Append(word);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..20];
    }
}
