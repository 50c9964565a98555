using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;

namespace HumanitarianEntry.Domain.Appointments;

/// <summary>Whether a talk lies in the hours that are safe for the person.</summary>
public enum SafeTime
{
    Inside,
    Outside,

    /// <summary>No hours are planned, or they were written in words that no program reads.</summary>
    NotKnown,
}

/// <param name="Until">Before <paramref name="From"/> when the hours pass midnight.</param>
public sealed record DaySpan(TimeOnly From, TimeOnly Until);

/// <summary>The safe hours of a plan are typed by people: "18:00-21:00", "7-8, 18.30 - 22". What is not read as a whole is not known, and never taken for safe.</summary>
public static partial class SafeHours
{
    /// <returns>Null when the text is not wholly hours.</returns>
    public static ImmutableArray<DaySpan>? Read(string? typed)
    {
        var spans = ImmutableArray.CreateBuilder<DaySpan>();
        foreach (var part in (typed ?? string.Empty).Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Span().Match(part) is not { Success: true } match || Hour(match, "fh", "fm") is not { } from || Hour(match, "uh", "um") is not { } until || from == until)
            {
                return null;
            }

            spans.Add(new DaySpan(from, until));
        }

        return spans.Count == 0 ? null : spans.ToImmutable();
    }

    /// <summary>Whether the whole talk lies in safe hours of a channel of that kind, on the clock of the channel.</summary>
    public static SafeTime Judge(CaseFile file, ChannelKind kind, DateTimeOffset startsAt, int minutes)
    {
        var judged = (file.Contact.Plans.Latest()?.Channels ?? []).Where(c => c.Kind == kind).Select(c => Judge(c, PersonClock.Named(c.TimeZone) ?? PersonClock.Of(file), startsAt, minutes)).ToList();
        return judged.Contains(SafeTime.Inside) ? SafeTime.Inside : judged.Contains(SafeTime.Outside) ? SafeTime.Outside : SafeTime.NotKnown;
    }

    private static SafeTime Judge(ContactChannel channel, TimeZoneInfo zone, DateTimeOffset startsAt, int minutes)
    {
        if (Read(channel.SafeHours) is not { } spans)
        {
            return SafeTime.NotKnown;
        }

        // Every quarter by itself: a talk may run from one span into the next, and the clock may be put forward in it.
        var moments = Enumerable.Range(0, minutes).Where(m => m % Booking.Grain == 0).Append(minutes - 1).Select(m => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(startsAt.AddMinutes(m), zone).DateTime));
        return moments.All(moment => spans.Any(span => moment.IsBetween(span.From, span.Until))) ? SafeTime.Inside : SafeTime.Outside;
    }

    private static TimeOnly? Hour(Match match, string hour, string minute)
    {
        var (h, m) = (int.Parse(match.Groups[hour].ValueSpan, CultureInfo.InvariantCulture), match.Groups[minute] is { Success: true } typed ? int.Parse(typed.ValueSpan, CultureInfo.InvariantCulture) : 0);
        return (h, m) switch
        {
            (24, 0) => TimeOnly.MinValue,
            ( < 24, < 60) => new TimeOnly(h, m),
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?<fh>\d{1,2})([:.](?<fm>\d{2}))?\s*[-–—]\s*(?<uh>\d{1,2})([:.](?<um>\d{2}))?$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Span();
}
