using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.Cases;

/// <summary>How sure the person who recorded a fact is of it.</summary>
public enum Confidence
{
    Stated,
    Probable,
    Confirmed,
    Doubted,
}

/// <summary>Where a fact comes from: who recorded it in which role, when, and on whose word (handbook section 3: facts are versioned, never overwritten).</summary>
/// <param name="Source">Whose word or which paper, e.g. "applicant", "internal passport", "counsel".</param>
public sealed record Provenance(Guid By, Role Role, string Team, DateTimeOffset At, string Source, Confidence Confidence);

/// <summary>One fact with its provenance. A correction is another <see cref="Recorded{T}"/>, never a change of this one.</summary>
public sealed record Recorded<T>(T Value, Provenance Provenance);

public static class Facts
{
    public static T? Latest<T>(this ImmutableList<Recorded<T>> facts)
        where T : class => facts.Count == 0 ? null : facts[^1].Value;

    public static IEnumerable<T> Values<T>(this ImmutableList<Recorded<T>> facts) => facts.Select(f => f.Value);
}
