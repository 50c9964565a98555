using System.Collections.Immutable;
using HumanitarianEntry.Domain.LegalSituation;

namespace HumanitarianEntry.Domain.HostCountries;

/// <summary>From which day a deadline of a country of stay is counted.</summary>
public enum CountedFrom
{
    Arrival,
    Filing,
}

/// <summary>A deadline that the law of a country of stay sets, as its profile says.</summary>
/// <param name="Key">Its word in the profile, such as <c>file-claim</c>.</param>
/// <param name="Days">Calendar days after the day from which it is counted; the last of them is the last day.</param>
/// <param name="Until">It runs until the asylum procedure has reached this stage.</param>
public sealed record HostDeadline(string Key, CountedFrom From, int Days, ProcedureStage Until);

/// <summary>What rules ask of the profile of a country of stay; of the rest people read.</summary>
public sealed record HostRules(string Country, ImmutableList<HostDeadline> Deadlines)
{
    /// <summary>No profile is known.</summary>
    public static readonly HostRules None = new(string.Empty, []);
}
