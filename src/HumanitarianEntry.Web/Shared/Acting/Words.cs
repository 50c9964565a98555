using System.Globalization;
using System.Text.RegularExpressions;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Notices.Labelling;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>English words of staff pages for keys and values; labels of gates, states, outcomes and roles come from the label files.</summary>
public sealed partial class Words(Labels labels)
{
    private const string Locale = "en";
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public string State(CaseState state) => labels.ForState(Locale, LabelAudience.Staff, state.ToString())!.Text;

    public string Describe(CaseState state) => labels.ForState(Locale, LabelAudience.Staff, state.ToString())!.Description;

    public string Gate(Gate gate) => labels.ForGate(Locale, LabelAudience.Staff, GateTable.For(gate).Key)!.Text;

    public string Outcome(Gate gate, string outcome) => labels.ForOutcome(Locale, GateTable.For(gate).Key, outcome);

    public string Role(Role role) => role is Domain.Cases.Role.Applicant or Domain.Cases.Role.System ? Of(role.ToString()) : labels.ForRole(Locale, Keys.Of(role));

    /// <summary>"internal-passport" or "InternalPassport" as "Internal passport".</summary>
    public static string Of(string key)
    {
        var spaced = WordStart().Replace(key.Replace('-', ' '), " ${letter}").ToLowerInvariant();
        return spaced.Length == 0 ? spaced : char.ToUpperInvariant(spaced[0]) + spaced[1..];
    }

    /// <summary>A closed code of "not recommended" with what it stands for.</summary>
    public static string ReasonCode(string code) => code switch
    {
        "NR-ID" => "NR-ID: identity not established",
        "NR-CRED" => "NR-CRED: the account is not credible",
        "NR-EXCL" => "NR-EXCL: serious reasons for exclusion",
        "NR-INTEG" => "NR-INTEG: danger for the route or its people",
        "NR-EVID" => "NR-EVID: engagement not proven",
        "NR-PROG" => "NR-PROG: no programme fits",
        "NR-WITHDRAWN" => "NR-WITHDRAWN: he stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Unknown reason code."),
    };

    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());

    /// <summary>All values of an enumeration as answers to choose from.</summary>
    public static IReadOnlyList<Choice> Choices<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(v.ToString(), Of(v)))];

    /// <summary>An instant in words with weekday and zone: "Tue 3 Mar 2026, 10:32 UTC".</summary>
    public static string At(DateTimeOffset instant) => instant.ToUniversalTime().ToString("ddd d MMM yyyy, HH:mm 'UTC'", English);

    /// <summary>An instant on the clock of a place: "Tue 3 Mar 2026, 15:32 Almaty (UTC+05:00)".</summary>
    public static string At(DateTimeOffset instant, TimeZoneInfo zone) => $"{TimeZoneInfo.ConvertTime(instant, zone).ToString("ddd d MMM yyyy", English)}, {Clock(instant, zone)}";

    /// <summary>The time of day alone: "15:32 Almaty (UTC+05:00)".</summary>
    public static string Clock(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var place = zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime ? local.ToString("HH:mm 'UTC'", English) : local.ToString($"HH:mm '{place}' '(UTC'zzz')'", English);
    }

    /// <summary>The day alone, for narrow places.</summary>
    public static string Day(DateTimeOffset instant) => instant.ToUniversalTime().ToString("d MMM yyyy", English);

    public static string On(DateOnly day) => day.ToString("ddd d MMM yyyy", English);

    /// <summary>How long ago or until, beside the absolute date.</summary>
    public static string Distance(DateTimeOffset then, DateTimeOffset now)
    {
        var span = then - now;
        var (text, past) = (Length(span.Duration()), span < TimeSpan.Zero);
        return past ? $"{text} ago" : $"in {text}";
    }

    /// <summary>How long it is from one moment to the other, without direction.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to) => Length((to - from).Duration());

    private static string Length(TimeSpan span) => span switch
    {
        { TotalMinutes: < 2 } => "a minute",
        { TotalHours: < 2 } => $"{(int)span.TotalMinutes} minutes",
        { TotalDays: < 2 } => $"{(int)span.TotalHours} hours",
        _ => $"{(int)span.TotalDays} days",
    };

    [GeneratedRegex("(?<=[a-z0-9])(?<letter>[A-Z])", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex WordStart();
}
