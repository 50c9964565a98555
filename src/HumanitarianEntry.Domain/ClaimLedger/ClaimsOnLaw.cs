using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.LegalSituation;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>Sections 5 and 6: what states have begun against or for the person, as counsel recorded it.</summary>
internal static class ClaimsOnLaw
{
    public static IEnumerable<MaterialClaim> In(CaseFile file) =>
    [
        .. LawInDossier.Procedures(file.Legal).Select(p => OfProcedure(file, p.Value)),
        .. LawInDossier.Orders(file.Legal).Select(o => OfOrder(o.Value)),
        .. LawInDossier.CourtDays(file.Legal).Select(c => OfCourtDay(c.Value)),
        .. LawInDossier.Restrictions(file.Legal).Select(r => OfRestriction(r.Value)),
    ];

    private static MaterialClaim OfProcedure(CaseFile file, AsylumProcedure found) =>
        new(ClaimMarks.Law(found.Label), ClaimKind.HostProcedure, 6, ClaimNeed.OwnWord, Sentence.Of($"Asylum procedure, {new Coded("country", found.Country)}, {found.Authority}: {found.Stage}."))
        {
            About = [new(ClaimSubject.Place, found.Country), .. found.FiledOn is { } day ? [new ClaimAbout(ClaimSubject.Date, day.ToString())] : Array.Empty<ClaimAbout>()],
            Computed = [Recorded(found.Label), .. ClaimsOnPerson.Papers(file, DocumentKind.AsylumCertificate), .. MaterialClaims.Answers("I2")],
        };

    private static MaterialClaim OfOrder(RemovalOrder found) =>
        new(ClaimMarks.Law(found.Label), ClaimKind.RemovalOrder, 6, ClaimNeed.OwnWord, Sentence.Of($"Removal: {found.Kind}, {new Coded("country", found.Country)}, {found.Authority}: {found.Status}."))
        {
            About = [new(ClaimSubject.Place, found.Country), .. Days(found.IssuedOn, found.EnforceableFrom, found.SuspendedUntil)],
            Computed = [Recorded(found.Label), .. MaterialClaims.Answers("I2")],
        };

    private static MaterialClaim OfCourtDay(CourtEvent found)
    {
        var day = LegalDays.DayOf(found);
        return new(ClaimMarks.Law(found.Label), ClaimKind.CourtDay, 6, ClaimNeed.OwnWord, Sentence.Of($"In court: {found.Kind}, {new Coded("country", found.Country)}, {found.Court}, {day}."))
        {
            About = [new(ClaimSubject.Place, found.Country), .. Days(day)],
            Computed = [Recorded(found.Label), .. MaterialClaims.Answers("I2")],
        };
    }

    private static MaterialClaim OfRestriction(ExitRestriction found) =>
        new(ClaimMarks.Law(found.Label), ClaimKind.ExitRestriction, 5, ClaimNeed.OwnWord, Sentence.Of($"May not leave, {new Coded("country", found.Country)}: {found.Basis}."))
        {
            About = [new(ClaimSubject.Place, found.Country)],
            Computed = [Recorded(found.Label)],
        };

    private static BackingTarget Recorded(string label) => new(BackingKind.Record, ClaimMarks.Law(label));

    private static IEnumerable<ClaimAbout> Days(params IEnumerable<DateOnly?> days) => days.OfType<DateOnly>().Select(d => new ClaimAbout(ClaimSubject.Date, d.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
}
