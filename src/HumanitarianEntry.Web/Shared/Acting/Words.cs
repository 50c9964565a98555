using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Notices.Labelling;
using HumanitarianEntry.Web.Shared.Fields;
using HumanitarianEntry.Web.Shared.Texts;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>Words of staff pages for keys, values and times; labels of gates, states, outcomes and roles come from the label files.</summary>
public sealed class Words(Labels labels)
{
    private static string Locale => Language;

    private static CultureInfo Culture => Languages.Culture(Language);

    public string State(CaseState state) => labels.ForState(Locale, LabelAudience.Staff, state.ToString())!.Text;

    public string Describe(CaseState state) => labels.ForState(Locale, LabelAudience.Staff, state.ToString())!.Description;

    public string Gate(Gate gate) => labels.ForGate(Locale, LabelAudience.Staff, GateTable.For(gate).Key)!.Text;

    public string Outcome(Gate gate, string outcome) => labels.ForOutcome(Locale, GateTable.For(gate).Key, outcome);

    public string Role(Role role) => role is Domain.Cases.Role.Applicant or Domain.Cases.Role.System ? InWords(role.ToString()) : labels.ForRole(Locale, Keys.Of(role));

    /// <summary>A closed code of "not recommended" with what it stands for.</summary>
    public static string ReasonCode(string code) => code switch
    {
        "NR-ID" => S("NR-ID: identity not established"),
        "NR-CRED" => S("NR-CRED: the account is not credible"),
        "NR-EXCL" => S("NR-EXCL: serious reasons for exclusion"),
        "NR-INTEG" => S("NR-INTEG: danger for the route or its people"),
        "NR-EVID" => S("NR-EVID: engagement not proven"),
        "NR-PROG" => S("NR-PROG: no programme fits"),
        "NR-WITHDRAWN" => S("NR-WITHDRAWN: he stopped"),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Unknown reason code."),
    };

    /// <summary>All values of an enumeration as answers to choose from.</summary>
    public static IReadOnlyList<Choice> Choices<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(v.ToString(), InWords(v)))];

    /// <summary>An instant in words with weekday and zone: "Tue 3 Mar 2026, 10:32 UTC".</summary>
    public static string At(DateTimeOffset instant) => $"{instant.ToUniversalTime().ToString(WithWeekday, Culture)}, {instant.ToUniversalTime().ToString("HH:mm 'UTC'", Culture)}";

    /// <summary>An instant on the clock of a place: "Tue 3 Mar 2026, 15:32 Almaty (UTC+05:00)".</summary>
    public static string At(DateTimeOffset instant, TimeZoneInfo zone) => $"{TimeZoneInfo.ConvertTime(instant, zone).ToString(WithWeekday, Culture)}, {Clock(instant, zone)}";

    /// <summary>The time of day alone: "15:32 Almaty (UTC+05:00)".</summary>
    public static string Clock(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var place = zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime ? local.ToString("HH:mm 'UTC'", Culture) : local.ToString($"HH:mm '{place}' '(UTC'zzz')'", Culture);
    }

    /// <summary>The day alone, for narrow places.</summary>
    public static string Day(DateTimeOffset instant) => instant.ToUniversalTime().ToString(DayAlone, Culture);

    public static string On(DateOnly day) => day.ToString(WithWeekday, Culture);

    /// <summary>How long ago or until, beside the absolute date.</summary>
    public static string Distance(DateTimeOffset then, DateTimeOffset now)
    {
        var span = then - now;
        return (Rounded(span.Duration()), span < TimeSpan.Zero) switch
        {
            ((Unit.Minutes, < 2), true) => S("a minute ago"),
            ((Unit.Minutes, < 2), false) => S("in a minute"),
            ((Unit.Minutes, var n), true) => Counted(n, "{n} minute ago", "{n} minutes ago"),
            ((Unit.Minutes, var n), false) => Counted(n, "in {n} minute", "in {n} minutes"),
            ((Unit.Hours, var n), true) => Counted(n, "{n} hour ago", "{n} hours ago"),
            ((Unit.Hours, var n), false) => Counted(n, "in {n} hour", "in {n} hours"),
            ((_, var n), true) => Counted(n, "{n} day ago", "{n} days ago"),
            ((_, var n), false) => Counted(n, "in {n} day", "in {n} days"),
        };
    }

    /// <summary>How long it is from one moment to the other, without direction.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to) => Rounded((to - from).Duration()) switch
    {
        (Unit.Minutes, < 2) => S("a minute"),
        (Unit.Minutes, var n) => Counted(n, "{n} minute", "{n} minutes"),
        (Unit.Hours, var n) => Counted(n, "{n} hour", "{n} hours"),
        (_, var n) => Counted(n, "{n} day", "{n} days"),
    };

    private enum Unit
    {
        Minutes,
        Hours,
        Days,
    }

    private static (Unit Unit, int Number) Rounded(TimeSpan span) => span switch
    {
        { TotalHours: < 2 } => (Unit.Minutes, (int)span.TotalMinutes),
        { TotalDays: < 2 } => (Unit.Hours, (int)span.TotalHours),
        _ => (Unit.Days, (int)span.TotalDays),
    };

    private static string DayAlone => Language switch
    {
        "de" => "d. MMM yyyy",
        "ru" => "d MMM yyyy 'г.'",
        _ => "d MMM yyyy",
    };

    private static string WithWeekday => Language == "de" ? $"ddd, {DayAlone}" : $"ddd {DayAlone}";
}
