using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Screeners.Desk;

/// <summary>A choice of cases as it stands in the address of the page: closed words only. What is none of them is not asked for.</summary>
public sealed record ChoiceForm
{
    private const string UnassignedScope = "unassigned";
    private static readonly string[] Spoken = ["ru", "uk", "kk", "en", "fr", "de"];
    private static readonly string[] Stays = ["AM", "GE", "KG", "KZ", "RS", "TR", "UZ"];

    public string? Reason { get; init; }
    public string? State { get; init; }
    public string? Language { get; init; }
    public string? Country { get; init; }
    public string? Scope { get; init; }

    public CaseChoice ToChoice() => new(
        Enum.GetValues<UrgencyReason>().Where(r => KeyOf(r) == Reason).Select(r => (UrgencyReason?)r).FirstOrDefault(),
        Enum.TryParse<CaseState>(State, out var state) && Enum.IsDefined(state) && state.ToString() == State ? state : null,
        Language is { Length: 2 } && Language.All(char.IsAsciiLetterLower) ? Language : null,
        Country is { Length: 2 } && Country.All(char.IsAsciiLetterUpper) ? Country : null,
        Scope == UnassignedScope);

    /// <summary>"?reason=stay-ends&amp;country=KZ"; empty when everything is wanted.</summary>
    public static string QueryOf(CaseChoice choice)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("reason", choice.Reason is { } reason ? KeyOf(reason) : null), ("state", choice.State?.ToString()), ("language", choice.Language), ("country", choice.Country), ("scope", choice.Unassigned ? UnassignedScope : null),
        }.Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}").ToList();
        return parts.Count == 0 ? string.Empty : "?" + string.Join('&', parts);
    }

    /// <summary>The choice with the number of a page.</summary>
    public static string QueryOf(CaseChoice choice, int page) => QueryOf(choice) is { Length: > 0 } query ? $"{query}&page={page.ToString(CultureInfo.InvariantCulture)}" : $"?page={page.ToString(CultureInfo.InvariantCulture)}";

    public static string NameOf(UrgencyReason reason) => reason switch
    {
        UrgencyReason.Emergency => S("Emergency"),
        UrgencyReason.RemovalRisk => S("May be removed"),
        UrgencyReason.MissedCheckIn => S("Missed check-in or talk"),
        UrgencyReason.StayEnds => S("Stay ends in 14 days"),
        UrgencyReason.Overdue => S("Overdue"),
        UrgencyReason.WaitsForMe => S("Waits for me"),
    };

    public static IReadOnlyList<Choice> ReasonChoices => [new(string.Empty, S("Any")), .. Enum.GetValues<UrgencyReason>().Select(r => new Choice(KeyOf(r), NameOf(r)))];

    public static IReadOnlyList<Choice> StateChoices(Words words) => [new(string.Empty, S("Any")), .. Enum.GetValues<CaseState>().Select(s => new Choice(s.ToString(), words.State(s)))];

    public IReadOnlyList<Choice> LanguageChoices() => [new(string.Empty, S("Any")), .. Spoken.Append(ToChoice().Language).OfType<string>().Distinct(StringComparer.Ordinal).Select(l => new Choice(l, FactWords.Language(l)))];

    public IReadOnlyList<Choice> CountryChoices() => [new(string.Empty, S("Any")), .. Stays.Append(ToChoice().Country).OfType<string>().Distinct(StringComparer.Ordinal).Select(c => new Choice(c, FactWords.Country(c)))];

    public static IReadOnlyList<Choice> ScopeChoices => [new(string.Empty, S("My cases")), new(UnassignedScope, S("Cases that nobody holds"))];

    private static string KeyOf(UrgencyReason reason) => Keys.Kebab(reason.ToString());
}
