using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>What the facts beside the name say.</summary>
internal readonly record struct FactFindings(bool ExactBirthDate, bool NearBirthYear, bool SameNumber);

/// <summary>Evidence of birth date, sex, nationality and numbers. A missing fact gives no line.</summary>
internal static class FactScorer
{
    private static readonly string[] SovietSuccessors = ["SU", "RU", "UA", "BY", "KZ", "KG", "UZ", "TJ", "TM", "AM", "AZ", "GE", "MD", "LT", "LV", "EE"];

    public static FactFindings Add(List<Evidence> lines, PersonQuery query, ListEntry entry)
    {
        var (exact, near) = AddBirthDate(lines, query.BirthDate, entry.BirthDates);
        AddSex(lines, query.Sex, entry.Sex);
        AddNationality(lines, query.Nationalities, entry.Nationalities);
        return new FactFindings(exact, near, AddNumbers(lines, query.Identifiers, entry.Identifiers));
    }

    private static (bool Exact, bool Near) AddBirthDate(List<Evidence> lines, BirthDate? wanted, IReadOnlyList<BirthDate> listed)
    {
        if (wanted is not { } date || listed.Count == 0)
        {
            return (false, false);
        }

        var best = listed.Select(l => (Listed: l, Finding: Compare(date, l))).OrderByDescending(f => f.Finding.Points).ThenBy(f => f.Listed.ToString(), StringComparer.Ordinal).First();
        lines.Add(new Evidence(EvidenceKind.BirthDate, best.Finding.Points, 0, $"{date} and {best.Listed}: {best.Finding.Why}"));
        return (best.Finding.Exact, Math.Abs(best.Listed.Year - date.Year) <= 1 || best.Finding.Points > 0);
    }

    private static (decimal Points, bool Exact, string Why) Compare(BirthDate a, BirthDate b)
    {
        var apart = Math.Abs(a.Year - b.Year);
        return apart switch
        {
            0 when a.IsFullDay && a == b => a.IsNewYearDummy ? (7, false, "same day, but 1 January often stands for an unknown day") : (15, true, "same day"),
            0 when a.IsFullDay && b.IsFullDay && a.Month == b.Day && a.Day == b.Month => (9, false, "day and month in the other order"),
            0 when a.IsNewYearDummy || b.IsNewYearDummy => (6, false, "same year; 1 January often stands for an unknown day"),
            0 when a.IsFullDay && b.IsFullDay && OneDigitOff(a, b) => (7, false, "same year, one digit of the day or month differs"),
            0 when a.Month is null || b.Month is null => (6, false, "same year"),
            0 when a.Month == b.Month && !(a.IsFullDay && b.IsFullDay) => (9, false, "same month"),
            0 => (-4, false, "same year, other day or month"),
            _ when OneDigitOff(a, b) && a.IsFullDay && a.Month == b.Month && a.Day == b.Day => (apart == 1 ? 0 : -20, false, "one digit of the year differs"),
            1 => (0, false, "one year apart"),
            <= 3 => (-18, false, $"{apart} years apart"),
            _ => (-40, false, $"{apart} years apart"),
        };
    }

    private static bool OneDigitOff(BirthDate a, BirthDate b) =>
        a.ToString() is var x && b.ToString() is var y && x.Length == y.Length && x.Zip(y).Count(p => p.First != p.Second) == 1;

    private static void AddSex(List<Evidence> lines, Sex? wanted, Sex? listed)
    {
        if (wanted is Sex.Male or Sex.Female && listed is Sex.Male or Sex.Female && wanted != listed)
        {
            lines.Add(new Evidence(EvidenceKind.Sex, -15, 0, "sex differs"));
        }
    }

    private static void AddNationality(List<Evidence> lines, IReadOnlyList<string> wanted, IReadOnlyList<string> listed)
    {
        if (wanted.Count == 0 || listed.Count == 0)
        {
            return;
        }

        if (wanted.Intersect(listed, StringComparer.OrdinalIgnoreCase).Any())
        {
            lines.Add(new Evidence(EvidenceKind.Nationality, 2, 0, "a nationality in common"));
        }
        else if (!(wanted.Any(IsSoviet) && listed.Any(IsSoviet)) && listed.All(l => l.Length == 2))
        {
            lines.Add(new Evidence(EvidenceKind.Nationality, -4, 0, "no nationality in common"));
        }
    }

    private static bool IsSoviet(string country) => SovietSuccessors.Contains(country, StringComparer.OrdinalIgnoreCase);

    private static bool AddNumbers(List<Evidence> lines, IReadOnlyList<IdentityNumber> wanted, IReadOnlyList<IdentityNumber> listed)
    {
        var same = wanted.FirstOrDefault(w => listed.Any(l => SameDocument(w, l) && l.Comparable == w.Comparable && w.Comparable.Length > 3));
        if (same is not null)
        {
            // A number decides: whatever the names say, a person must look.
            var points = Math.Max(30, 90 - lines.Sum(l => l.Points));
            lines.Add(new Evidence(EvidenceKind.Identifier, points, 0, $"same {same.Kind} number"));
            return true;
        }

        if (wanted.Any(w => listed.Any(l => SameDocument(w, l) && w.Country is not null && w.Country == l.Country)))
        {
            lines.Add(new Evidence(EvidenceKind.Identifier, -5, 0, "other number of the same kind of paper"));
        }

        return false;
    }

    private static bool SameDocument(IdentityNumber a, IdentityNumber b) =>
        a.Kind.Equals(b.Kind, StringComparison.OrdinalIgnoreCase) && (a.Country is null || b.Country is null || a.Country.Equals(b.Country, StringComparison.OrdinalIgnoreCase));
}
