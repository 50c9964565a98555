using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Lists;

/// <summary>One person of a list, as the list has it.</summary>
public sealed record ListEntry
{
    /// <summary>Key of the entry, unique in its list and stable between versions where the source allows it.</summary>
    public required string Key { get; init; }

    public required IReadOnlyList<PersonName> Names { get; init; }

    /// <summary>All birth dates the list gives; they may contradict each other.</summary>
    public IReadOnlyList<BirthDate> BirthDates { get; init; } = [];

    public Sex? Sex { get; init; }

    /// <summary>ISO 3166-1 alpha-2 where the country was understood, else the list's own words.</summary>
    public IReadOnlyList<string> Nationalities { get; init; } = [];

    public IReadOnlyList<IdentityNumber> Identifiers { get; init; } = [];

    /// <summary>Articles of law the entry names, as written.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    public string? Reason { get; init; }

    public string? Place { get; init; }

    /// <summary>SHA-256 (hex) over what identifies the person: names, birth dates, sex, nationalities, numbers. A cleared pair re-opens when this changes.</summary>
    public string IdentityHash() => Hash(Identity());

    /// <summary>SHA-256 (hex) over everything, reason and articles included.</summary>
    public string ContentHash() => Hash(Identity().Concat(Rows("article", Articles)).Append(Row("reason", Reason ?? "")).Append(Row("place", Place ?? "")));

    private IEnumerable<string> Identity() =>
    [
        .. Names.Select(n => Row("name", n.Strength.ToString(), n.Text ?? "", n.Family ?? "", n.Given ?? "", n.Patronymic ?? "")).Order(StringComparer.Ordinal),
        .. Rows("born", BirthDates.Select(b => b.ToString())),
        Row("sex", Sex?.ToString() ?? ""),
        .. Rows("nationality", Nationalities),
        .. Rows("number", Identifiers.Select(i => $"{i.Kind}|{i.Country}|{i.Comparable}")),
    ];

    private static IEnumerable<string> Rows(string field, IEnumerable<string> values) => values.Order(StringComparer.Ordinal).Select(v => Row(field, v));

    // Lengths stand before the values so that no two different entries can write the same bytes.
    private static string Row(string field, params string[] values) =>
        field + string.Concat(values.Select(v => WellFormedText.Composed(v).Trim()).Select(v => $":{v.Length}:{v}"));

    private static string Hash(IEnumerable<string> rows) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
}
