using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Referral;

namespace HumanitarianEntry.Casework.Referrals;

/// <summary>Reads one referred person, whichever way he came (a line of a table, a call of the interface), and collects everything that is wrong at once.</summary>
internal sealed class PersonReader
{
    private const int LongestCell = 5_000;

    private static readonly Dictionary<string, ChannelKind> Channels = Enum.GetValues<ChannelKind>().ToDictionary(c => Acts.Keys.Kebab(c.ToString()), StringComparer.OrdinalIgnoreCase);

    private readonly Func<string, string?> cells;

    private PersonReader(Func<string, string?> cells) => this.cells = cells;

    public List<Sentence> Complaints { get; } = [];

    public string Number { get; private set; } = string.Empty;

    /// <summary>Only to be used when there are no complaints.</summary>
    public OpenCase? Act { get; private set; }

    public static IEnumerable<string> ChannelWords => Channels.Keys;

    public static PersonReader Refused(Sentence complaint)
    {
        var reader = new PersonReader(_ => null);
        reader.Complaints.Add(complaint);
        return reader;
    }

    /// <param name="cells">What stands in a field, by the names of <see cref="ReferralTable"/>; null or blank where there is nothing.</param>
    public static PersonReader Read(Func<string, string?> cells)
    {
        var reader = new PersonReader(cells);
        foreach (var needed in ReferralTable.Needed.Where(n => reader.Cell(n) is null))
        {
            reader.Complaints.Add(Sentence.Of($"{needed} is empty"));
        }

        if (ReferralTable.Needed.Concat(ReferralTable.Optional).Any(c => reader.Cell(c) is { } cell && (cell.Length > LongestCell || cell.Contains('\0', StringComparison.Ordinal))))
        {
            reader.Complaints.Add(Sentence.Of($"a field is longer than {LongestCell} signs or no text"));
        }

        (reader.Number, reader.Act) = (reader.Cell("number") ?? string.Empty, reader.ReadAct());
        return reader;
    }

    private OpenCase ReadAct()
    {
        var country = Cell("country")?.ToUpperInvariant() ?? "XX";
        Demand(country.Length == 2 && country.All(char.IsAsciiLetterUpper), Sentence.Of("country has two letters, such as KZ"));
        var language = Cell("language") ?? "ru";
        Demand(language.Length == 2 && language.All(char.IsAsciiLetterLower), Sentence.Of("language has two small letters, such as ru"));
        Demand(Channels.TryGetValue(Cell("channel") ?? string.Empty, out var channel) || Cell("channel") is null, Sentence.Of($"channel is one of {string.Join(", ", Channels.Keys)}"));
        Demand(channel == ChannelKind.SecureSpace || Cell("handle") is not null || Cell("channel") is null, Sentence.Of("handle is needed for this channel"));
        Demand(PartialDate.TryParse(Cell("stay_ends_on"), out var stay) || Cell("stay_ends_on") is null, Sentence.Of("stay_ends_on is a date such as 2026-11-30, 2026-11 or 2026"));
        Demand(int.TryParse(Cell("family_size") ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var family) && family is >= 1 and <= 50, Sentence.Of("family_size is a number from 1 to 50"));
        return new OpenCase(Cell("pseudonym") ?? "-", new ContactChannel(channel, Cell("handle") ?? string.Empty, Cell("safe_hours") ?? string.Empty, Cell("time_zone") ?? string.Empty, YesNo("may_leave_message") ?? false), country, language, Cell("reason") ?? "-")
        {
            StayExpiresOn = Cell("stay_ends_on") is null ? null : stay,
            InDetention = YesNo("in_detention") ?? false,
            Wanted = YesNo("wanted"),
            PapersHeld = [.. (Cell("papers") ?? string.Empty).Split(['|', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            FamilySize = family,
            ReferredBy = Cell("referred_by") ?? "organisation",
        };
    }

    private bool? YesNo(string column) => Cell(column)?.ToLowerInvariant() switch
    {
        null or "unknown" or "?" => null,
        "yes" or "y" or "1" or "да" or "oui" => true,
        "no" or "n" or "0" or "нет" or "non" => false,
        _ => Demand(false, Sentence.Of($"{column} is yes or no")),
    };

    private bool? Demand(bool holds, Sentence rule)
    {
        if (!holds)
        {
            Complaints.Add(rule);
        }

        return null;
    }

    private string? Cell(string column) => cells(column) is { } cell && !string.IsNullOrWhiteSpace(cell) ? cell.Trim() : null;
}
