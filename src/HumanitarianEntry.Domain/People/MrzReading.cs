using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.People;

public enum MrzFormat
{
    /// <summary>No known layout; nothing was read.</summary>
    Unknown,

    /// <summary>Three lines of 30: cards (ICAO 9303 part 5).</summary>
    Td1,

    /// <summary>Two lines of 36 (part 6).</summary>
    Td2,

    /// <summary>Two lines of 44: passports (part 4).</summary>
    Td3,

    /// <summary>Two lines of 44 of the internal passport of the Russian Federation: looks like <see cref="Td3"/>, but letters and digits stand for Cyrillic letters.</summary>
    RussianInternalPassport,
}

public enum MrzPart
{
    DocumentCode,
    Issuer,
    Number,
    Nationality,
    BirthDate,
    Sex,
    ExpiryDate,
    Optional,
    Surname,
    GivenNames,
    Patronymic,
    IssueDate,
    DepartmentCode,
    Composite,
}

/// <summary>What the check digit says about a field. Never a reason to refuse: many genuine passports carry clerical errors (handbook G2).</summary>
public enum MrzCheck
{
    /// <summary>The layout has no check digit for it.</summary>
    None,
    Right,

    /// <summary>A warning: read it again, then compare with the page; a typing error is likelier than fraud.</summary>
    Mismatch,

    /// <summary>A sign that no machine-readable zone has stands where the check needs one.</summary>
    Unreadable,
}

/// <param name="Text">As it stands in the zone, fillers removed; names of internal passports in Cyrillic.</param>
public sealed record MrzField(MrzPart Part, string Text, MrzCheck Check);

/// <summary>What stands in a machine-readable zone, field by field.</summary>
/// <param name="CompositeIsCertain">False where the rule for the last digit was never compared with a real document (internal passport, handbook section 8).</param>
public sealed record MrzReading(MrzFormat Format, ImmutableList<MrzField> Fields, bool CompositeIsCertain)
{
    internal static readonly MrzReading Nothing = new(MrzFormat.Unknown, [], true);

    public string? this[MrzPart part] => Fields.Find(f => f.Part == part)?.Text;

    /// <summary>Fields that should be read again. Warnings only.</summary>
    public IEnumerable<MrzField> Warnings => Fields.Where(f => f.Check is MrzCheck.Mismatch or MrzCheck.Unreadable);

    /// <summary>Birth date; the century is the latest in which it is not in the future. Unknown month or day (filler signs) stay unknown.</summary>
    public PartialDate? BornOn(DateOnly today) =>
        Date(this[MrzPart.BirthDate], (today.Year / 100 * 100) + 99) is not { } born ? null : born.Earliest <= today ? born : Date(this[MrzPart.BirthDate], (today.Year / 100 * 100) - 1);

    /// <summary>Expiry date, taken to lie between 1970 and 2069; null when the paper names none.</summary>
    public PartialDate? ExpiresOn => Date(this[MrzPart.ExpiryDate], 2069);

    /// <param name="lastYear">The latest year that the two digits may mean.</param>
    private static PartialDate? Date(string? text, int lastYear)
    {
        if (text is not { Length: >= 2 and <= 6 } || !text.All(char.IsAsciiDigit) || text.Length % 2 != 0)
        {
            return null;
        }

        var year = (lastYear / 100 * 100) + Pair(text, 0);
        return PartialDate.TryCreate(year > lastYear ? year - 100 : year, text.Length >= 4 ? Pair(text, 2) : null, text.Length == 6 ? Pair(text, 4) : null);
    }

    private static int Pair(string text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';
}
