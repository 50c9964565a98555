using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Screening.People;
using PersonName = HumanitarianEntry.Screening.People.PersonName;
using Sex = HumanitarianEntry.Screening.People.Sex;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>Turns what is known of an applicant's identity into searches: all names and numbers, once for each birth date that was ever recorded.</summary>
internal static class ApplicantQueries
{
    /// <returns>Empty when no name is known.</returns>
    public static IReadOnlyList<PersonQuery> Of(IdentityFacts identity)
    {
        var births = identity.Births.Values().ToList();
        var born = births.Select(b => (BirthDate?)Of(b.BornOn)).Distinct().DefaultIfEmpty(null).ToList();
        var hasFullDay = born.Exists(b => b is { IsFullDay: true });
        var names = identity.Names.Values().Where(n => CanBeFound(n, hasFullDay)).Select(Of).Where(n => !n.IsEmpty).Distinct().ToList();
        if (names.Count == 0)
        {
            return [];
        }

        var sexes = births.Select(b => b.Sex).Distinct().ToList();
        var query = new PersonQuery
        {
            Names = names,
            Sex = sexes.Count == 1 ? Of(sexes[0]) : null,
            Nationalities = [.. births.SelectMany(b => b.Nationalities).Where(n => n.Length == 2).Select(n => n.ToUpperInvariant()).Distinct(StringComparer.Ordinal)],
            Identifiers = [.. identity.Documents.Values().Where(d => !string.IsNullOrWhiteSpace(d.Number)).Select(d => new IdentityNumber("passport", d.Series + d.Number)).Distinct()],
        };
        return born.ConvertAll(b => query with { BirthDate = b });
    }

    // A call sign of one word is found only together with a full birth date. It is a nickname among comrades, not a name of the person, and must not keep the whole
    // screening from ever being complete; every real name does.
    private static bool CanBeFound(Domain.Identity.PersonName name, bool hasFullDay) => name.Kind != NameKind.CallSign || hasFullDay || name.Full.Contains(' ', StringComparison.Ordinal);

    private static PersonName Of(Domain.Identity.PersonName name) => PersonName.Of(name.Family, name.Given, name.Patronymic, name.Kind switch
    {
        NameKind.Birth or NameKind.Current => NameStrength.Primary,
        NameKind.Alias => NameStrength.Alias,
        NameKind.CallSign => NameStrength.WeakAlias,
    });

    private static BirthDate Of(Domain.People.PartialDate date) => (date.Month, date.Day) switch
    {
        (null, _) => BirthDate.OfYear(date.Year),
        (int month, null) => BirthDate.OfMonth(date.Year, month),
        (int month, int day) => BirthDate.OfDay(date.Year, month, day),
    };

    private static Sex Of(Domain.Identity.Sex sex) => sex switch
    {
        Domain.Identity.Sex.M => Sex.Male,
        Domain.Identity.Sex.F => Sex.Female,
        Domain.Identity.Sex.X => Sex.Unspecified,
    };
}
