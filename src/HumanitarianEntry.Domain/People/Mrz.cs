using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.People;

/// <summary>
/// Reads machine-readable zones: ICAO 9303 layouts TD1, TD2 and TD3, and the internal passport of the Russian Federation (handbook section 3).
/// Pure; reads any text without throwing; a wrong check digit is a warning value and nothing else.
/// </summary>
public static class Mrz
{
    private const char Filler = '<';

    /// <summary>The check digit over a text: weights 7, 3, 1, modulo 10; digits count themselves, A-Z 10-35, the filler 0. Null when another sign is in it.</summary>
    public static int? CheckDigit(string text)
    {
        ReadOnlySpan<int> weights = [7, 3, 1];
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (ValueOf(text[i]) is not { } value)
            {
                return null;
            }

            sum = (sum + (value * weights[i % 3])) % 10;
        }

        return sum;
    }

    /// <summary>Reads the lines as typed or scanned; spaces and small letters are forgiven.</summary>
    public static MrzReading Read(params string?[] lines)
    {
        var clean = lines.Select(Clean).Where(l => l.Length > 0).ToArray();
        return clean switch
        {
            [{ Length: 44 } one, { Length: 44 } two] when one.StartsWith("PNRUS", StringComparison.Ordinal) => RussianInternalPassport(one, two),
            [{ Length: 44 } one, { Length: 44 } two] => TwoLines(MrzFormat.Td3, one, two),
            [{ Length: 36 } one, { Length: 36 } two] => TwoLines(MrzFormat.Td2, one, two),
            [{ Length: 30 } one, { Length: 30 } two, { Length: 30 } three] => ThreeLines(one, two, three),
            _ => MrzReading.Nothing,
        };
    }

    private static MrzReading TwoLines(MrzFormat format, string one, string two)
    {
        var isPassport = format == MrzFormat.Td3;
        var optional = isPassport ? two[28..42] : two[28..35];
        var fields = ImmutableList.CreateBuilder<MrzField>();
        fields.Add(Plain(MrzPart.DocumentCode, one[..2]));
        fields.Add(Plain(MrzPart.Issuer, one[2..5]));
        fields.Add(Number(two[..9], two[9], isPassport ? string.Empty : optional));
        fields.Add(Plain(MrzPart.Nationality, two[10..13]));
        fields.Add(Checked(MrzPart.BirthDate, two[13..19], two[19]));
        fields.Add(Plain(MrzPart.Sex, two[20..21]));
        fields.Add(Checked(MrzPart.ExpiryDate, two[21..27], two[27]));
        // An empty optional field of a passport may have the filler or 0 as its check digit.
        fields.Add(isPassport ? Checked(MrzPart.Optional, optional, two[42]) : Plain(MrzPart.Optional, optional));
        fields.AddRange(Names(one[5..]));
        fields.Add(Composite(two[..10] + two[13..20] + two[21..^1], two[^1]));
        return new MrzReading(format, fields.ToImmutable(), true);
    }

    private static MrzReading ThreeLines(string one, string two, string three) =>
        new(
            MrzFormat.Td1,
            [
                Plain(MrzPart.DocumentCode, one[..2]),
                Plain(MrzPart.Issuer, one[2..5]),
                Number(one[5..14], one[14], one[15..]),
                Checked(MrzPart.BirthDate, two[..6], two[6]),
                Plain(MrzPart.Sex, two[7..8]),
                Checked(MrzPart.ExpiryDate, two[8..14], two[14]),
                Plain(MrzPart.Nationality, two[15..18]),
                Plain(MrzPart.Optional, one[15..] + two[18..29]),
                .. Names(three),
                Composite(one[5..] + two[..7] + two[8..15] + two[18..29], two[29]),
            ],
            true);

    /// <summary>Line 2: three digits of the series and the number, birth, sex, no expiry; then the last digit of the series, date of issue, department code.</summary>
    private static MrzReading RussianInternalPassport(string one, string two)
    {
        var names = one[5..].Split("<<", 2);
        var given = (names.Length > 1 ? names[1] : string.Empty).Trim(Filler).Split(Filler, 2);
        var issue = CheckOf(two[28..42], two[42]);
        return new MrzReading(
            MrzFormat.RussianInternalPassport,
            [
                Plain(MrzPart.DocumentCode, one[..2]),
                Plain(MrzPart.Issuer, one[2..5]),
                new MrzField(MrzPart.Number, $"{two[..3]}{two[28]} {two[3..9]}".Trim(Filler, ' '), CheckOf(two[..9], two[9])),
                Plain(MrzPart.Nationality, two[10..13]),
                Checked(MrzPart.BirthDate, two[13..19], two[19]),
                Plain(MrzPart.Sex, two[20..21]),
                Checked(MrzPart.ExpiryDate, two[21..27], two[27]),
                new MrzField(MrzPart.IssueDate, two[29..35].Trim(Filler), issue),
                new MrzField(MrzPart.DepartmentCode, two[35..41].Trim(Filler) is { Length: 6 } code ? $"{code[..3]}-{code[3..]}" : two[35..41].Trim(Filler), issue),
                new MrzField(MrzPart.Surname, RussianMrzLetters.ToCyrillic(names[0].Trim(Filler)), MrzCheck.None),
                new MrzField(MrzPart.GivenNames, RussianMrzLetters.ToCyrillic(given[0]), MrzCheck.None),
                new MrzField(MrzPart.Patronymic, RussianMrzLetters.ToCyrillic(given.Length > 1 ? given[1].Trim(Filler) : string.Empty), MrzCheck.None),
                Composite(two[..10] + two[13..20] + two[21..43], two[43]),
            ],
            false);
    }

    /// <summary>Cards with a number of more than nine signs carry its rest and the check digit in the optional field (ICAO 9303, parts 5 and 6).</summary>
    private static MrzField Number(string number, char check, string optional)
    {
        var rest = optional.Split(Filler, 2)[0];
        return check == Filler && rest.Length > 1
            ? new MrzField(MrzPart.Number, number + rest[..^1], CheckOf(number + rest[..^1], rest[^1]))
            : Checked(MrzPart.Number, number, check);
    }

    private static IEnumerable<MrzField> Names(string names)
    {
        var parts = names.Split("<<", 2);
        yield return new MrzField(MrzPart.Surname, Spaced(parts[0]), MrzCheck.None);
        yield return new MrzField(MrzPart.GivenNames, Spaced(parts.Length > 1 ? parts[1] : string.Empty), MrzCheck.None);
    }

    private static MrzField Plain(MrzPart part, string text) => new(part, text.Trim(Filler), text.All(c => ValueOf(c) is not null) ? MrzCheck.None : MrzCheck.Unreadable);

    private static MrzField Checked(MrzPart part, string text, char check) => new(part, text.Trim(Filler), CheckOf(text, check));

    private static MrzField Composite(string text, char check) => new(MrzPart.Composite, check.ToString(), CheckOf(text, check));

    private static MrzCheck CheckOf(string text, char check)
    {
        if (CheckDigit(text) is not { } expected || !(check == Filler || char.IsAsciiDigit(check)))
        {
            return MrzCheck.Unreadable;
        }

        return (check == Filler ? 0 : check - '0') == expected ? MrzCheck.Right : MrzCheck.Mismatch;
    }

    private static int? ValueOf(char sign) => sign switch
    {
        Filler => 0,
        >= '0' and <= '9' => sign - '0',
        >= 'A' and <= 'Z' => sign - 'A' + 10,
        _ => null,
    };

    private static string Spaced(string names) => string.Join(' ', names.Split(Filler, StringSplitOptions.RemoveEmptyEntries));

    private static string Clean(string? line) => string.Concat((line ?? string.Empty).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))).ToUpperInvariant();
}
