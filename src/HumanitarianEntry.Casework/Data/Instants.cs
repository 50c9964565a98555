namespace HumanitarianEntry.Casework.Data;

/// <summary>Every database keeps instants as whole microseconds in UTC; what is hashed must be cut the same way before it is stored.</summary>
public static class Instants
{
    /// <summary>The instant as the databases give it back: UTC, whole microseconds.</summary>
    public static DateTimeOffset Stored(this DateTimeOffset instant) => FromMicroseconds(instant.ToMicroseconds());

    /// <summary>Whole microseconds since 1970-01-01 UTC.</summary>
    public static long ToMicroseconds(this DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The reverse of <see cref="ToMicroseconds"/>.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
