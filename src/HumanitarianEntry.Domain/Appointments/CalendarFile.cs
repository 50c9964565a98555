using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Domain.Appointments;

/// <summary>One entry of a calendar file: when, and nothing of whom or why.</summary>
/// <param name="Id">The same at every download, so that the calendar moves an entry and does not double it.</param>
/// <param name="ChangedAt">When it came to stand so.</param>
public sealed record CalendarEntry(Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset ChangedAt, bool IsConfirmed);

/// <summary>Writes iCalendar (RFC 5545): UTC only, lines of 75 octets, text escaped.</summary>
public static class CalendarFile
{
    private const int MaxOctets = 75;

    /// <param name="summary">The same words for every entry: whoever sees the telephone must not learn more.</param>
    public static string Write(IEnumerable<CalendarEntry> entries, string summary)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Calendar//EN");
        Line(text, "METHOD:PUBLISH");
        foreach (var entry in entries)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{entry.Id:D}");
            Line(text, "DTSTAMP:" + Utc(entry.ChangedAt));
            Line(text, "DTSTART:" + Utc(entry.StartsAt));
            Line(text, "DTEND:" + Utc(entry.EndsAt));
            Line(text, "SUMMARY:" + Escape(summary));
            Line(text, "STATUS:" + (entry.IsConfirmed ? "CONFIRMED" : "TENTATIVE"));
            Line(text, "CLASS:PRIVATE");
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>A value of type TEXT.</summary>
    public static string Escape(string value) => value.Replace("\\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal)
        .Replace("\r\n", @"\n", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal).Replace("\r", @"\n", StringComparison.Ordinal);

    /// <summary>Breaks a line after 75 octets at most and never inside a letter; each further line begins with a space that counts.</summary>
    public static string Fold(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append(Fold(line)).Append("\r\n");

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
