using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>What the facts beside the name say. <paramref name="Tenths"/>: the sum with them.</summary>
internal readonly record struct FactFindings(int Tenths, bool ExactBirthDate, bool NearBirthYear, bool SameNumber);

/// <summary>Evidence of birth date, sex, nationality and numbers. A missing fact gives no line.</summary>
internal static class FactScorer
{
    /// <summary>As much as birth date and nationality can add together, in tenths.</summary>
    public const int MostBesideNumbers = SameDay + SharedNationality;

    private const int SameDay = 150;
    private const int SharedNationality = 20;
    private const int NumberDecides = 900;
    private static readonly string[] SovietSuccessors = ["SU", "RU", "UA", "BY", "KZ", "KG", "UZ", "TJ", "TM", "AM", "AZ", "GE", "MD", "LT", "LV", "EE"];

    public static FactFindings Score(PersonQuery query, ListEntry entry, int sum, List<Evidence>? lines)
    {
        var (birth, exact, near) = BirthDates(lines, query.BirthDate, entry.BirthDates);
        sum += birth + SexOf(lines, query.Sex, entry.Sex) + Nationality(lines, query.Nationalities, entry.Nationalities);
        var (number, same) = Numbers(lines, query.Identifiers, entry.Identifiers, sum);
        return new FactFindings(sum + number, exact, near, same);
    }

    private static (int Tenths, bool Exact, bool Near) BirthDates(List<Evidence>? lines, BirthDate? wanted, IReadOnlyList<BirthDate> listed)
    {
        if (wanted is not { } date || listed.Count == 0)
        {
            return (0, false, false);
        }

        var best = listed[0];
        var finding = Compare(date, best);
        for (var i = 1; i < listed.Count; i++)
        {
            if (Compare(date, listed[i]) is var other && (other.Tenths > finding.Tenths || (other.Tenths == finding.Tenths && string.CompareOrdinal(listed[i].ToString(), best.ToString()) < 0)))
            {
                (best, finding) = (listed[i], other);
            }
        }

        NameScorer.Add(lines, EvidenceKind.BirthDate, finding.Tenths, lines is null ? "" : $"{date} and {best}: {finding.Why}");
        return (finding.Tenths, finding.Exact, Math.Abs(best.Year - date.Year) <= 1 || finding.Tenths > 0);
    }

    private static (int Tenths, bool Exact, string Why) Compare(BirthDate a, BirthDate b)
    {
        var apart = Math.Abs(a.Year - b.Year);
        return apart switch
        {
            0 when a.IsFullDay && a == b => a.IsNewYearDummy ? (70, false, "same day, but 1 January often stands for an unknown day") : (SameDay, true, "same day"),
            0 when a.IsFullDay && b.IsFullDay && a.Month == b.Day && a.Day == b.Month => (90, false, "day and month in the other order"),
            0 when a.IsNewYearDummy || b.IsNewYearDummy => (60, false, "same year; 1 January often stands for an unknown day"),
            0 when a.IsFullDay && b.IsFullDay && OneDigitOff(a, b) => (70, false, "same year, one digit of the day or month differs"),
            0 when a.Month is null || b.Month is null => (60, false, "same year"),
            0 when a.Month == b.Month && !(a.IsFullDay && b.IsFullDay) => (90, false, "same month"),
            0 => (-80, false, "same year, other day or month"),
            1 when a.IsFullDay && b.IsFullDay && a.Month == b.Month && a.Day == b.Day => (20, false, "same day and month, one year apart"),
            1 when a.IsFullDay && b.IsFullDay && !a.IsNewYearDummy && !b.IsNewYearDummy => (-200, false, "one year apart, other day or month"),
            1 => (0, false, "one year apart"),
            _ when OneDigitOff(a, b) && a.IsFullDay && a.Month == b.Month && a.Day == b.Day => (-200, false, "one digit of the year differs"),
            <= 3 => (-260, false, $"{apart} years apart"),
            _ => (-420, false, $"{apart} years apart"),
        };
    }

    private static bool OneDigitOff(BirthDate a, BirthDate b) =>
        a.ToString() is var x && b.ToString() is var y && x.Length == y.Length && x.Zip(y).Count(p => p.First != p.Second) == 1;

    private static int SexOf(List<Evidence>? lines, Sex? wanted, Sex? listed) =>
        wanted is Sex.Male or Sex.Female && listed is Sex.Male or Sex.Female && wanted != listed ? NameScorer.Add(lines, EvidenceKind.Sex, -150, "sex differs") : 0;

    private static int Nationality(List<Evidence>? lines, IReadOnlyList<string> wanted, IReadOnlyList<string> listed)
    {
        if (wanted.Count == 0 || listed.Count == 0)
        {
            return 0;
        }

        if (wanted.Intersect(listed, StringComparer.OrdinalIgnoreCase).Any())
        {
            return NameScorer.Add(lines, EvidenceKind.Nationality, SharedNationality, "a nationality in common");
        }

        return !(wanted.Any(IsSoviet) && listed.Any(IsSoviet)) && listed.All(l => l.Length == 2) ? NameScorer.Add(lines, EvidenceKind.Nationality, -40, "no nationality in common") : 0;
    }

    private static bool IsSoviet(string country) => SovietSuccessors.Contains(country, StringComparer.OrdinalIgnoreCase);

    private static (int Tenths, bool Same) Numbers(List<Evidence>? lines, IReadOnlyList<IdentityNumber> wanted, IReadOnlyList<IdentityNumber> listed, int sum)
    {
        if (wanted.Count == 0 || listed.Count == 0)
        {
            return (0, false);
        }

        if (wanted.FirstOrDefault(w => listed.Any(l => SameDocument(w, l) && l.Comparable == w.Comparable && w.Comparable.Length > 3)) is { } same)
        {
            // A number decides: whatever the names say, a person must look.
            return (NameScorer.Add(lines, EvidenceKind.Identifier, Math.Max(300, NumberDecides - sum), $"same {same.Kind} number"), true);
        }

        return wanted.Any(w => listed.Any(l => SameDocument(w, l) && w.Country is not null && w.Country == l.Country))
            ? (NameScorer.Add(lines, EvidenceKind.Identifier, -50, "other number of the same kind of paper"), false)
            : (0, false);
    }

    private static bool SameDocument(IdentityNumber a, IdentityNumber b) =>
        a.Kind.Equals(b.Kind, StringComparison.OrdinalIgnoreCase) && (a.Country is null || b.Country is null || a.Country.Equals(b.Country, StringComparison.OrdinalIgnoreCase));
}
