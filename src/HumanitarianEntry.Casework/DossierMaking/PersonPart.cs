using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Screening.Names;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Sections 3 and 5: who he is, and why he has no travel document.</summary>
internal static class PersonPart
{
    private static readonly string[] Himself = ["applicant", "himself", "self", "him"];

    /// <exception cref="DossierIncompleteException">Name, birth or a usable grade of identity is missing.</exception>
    public static Content.PersonSheet Sheet(Desk desk)
    {
        var identity = desk.File.Identity;
        var name = identity.MainName ?? throw new DossierIncompleteException("name-missing");
        var birth = identity.Births.Latest() ?? throw new DossierIncompleteException("birth-missing");
        var grading = identity.Gradings.Latest() ?? throw new DossierIncompleteException("identity-ungraded");
        var cyrillic = name.Script == Script.Cyrillic;
        var held = identity.Documents.Values().Where(IsHeld).ToList();
        return new Content.PersonSheet
        {
            SurnameCyrillic = cyrillic ? name.Family ?? desk.Texts.None : desk.Texts.None,
            GivenNamesCyrillic = cyrillic ? name.Given ?? desk.Texts.None : desk.Texts.None,
            PatronymicCyrillic = cyrillic ? name.Patronymic : null,
            SurnameIcao = Icao(name.Family) ?? desk.Texts.None,
            GivenNamesIcao = Icao(name.Given) ?? desk.Texts.None,
            Spellings = [.. Spellings(desk, name)],
            Birth = FactWords.Of(birth.BornOn),
            BirthPlace = string.Join(", ", new[] { desk.CleanOr(birth.Place, desk.Texts.NotEstablished), birth.Country is null ? null : desk.Words.Country(birth.Country) }.OfType<string>()),
            Sex = desk.Words.Word(birth.Sex),
            Nationalities = [.. birth.Nationalities.Select(desk.Words.Nationality)],
            Photograph = desk.Material.Photograph,
            DocumentsHeld = [.. held.Select(d => Held(desk, d))],
            DocumentsMissing = [.. identity.Documents.Values().Except(held).Select(d => new Content.MissingDocument(desk.Words.Word(d.Kind), FactWords.Fill(desk.Texts.HeldElsewhere, desk.Words.Word(d.SeenAs))))],
            IdentityGrade = grading.Grade switch
            {
                IdentityGrade.A => Content.IdentityGrade.A,
                IdentityGrade.B => Content.IdentityGrade.B,
                IdentityGrade.C => Content.IdentityGrade.C,
                IdentityGrade.D => Content.IdentityGrade.D,
                IdentityGrade.X => throw new DossierIncompleteException("identity-in-doubt"),
            },
            IdentityGradeReason = desk.Claims.Behind(desk.Clean(grading.Reason), "identity"),
        };
    }

    public static Content.TravelDocumentObstacle TravelDocument(Desk desk)
    {
        var obstacle = desk.File.Identity.Obstacles.Latest();
        return new Content.TravelDocumentObstacle
        {
            Finding = obstacle is null ? desk.Texts.NotEstablished : desk.Texts.ObstacleFinding,
            WhyNone = obstacle is null ? [] : [desk.Claims.Behind(desk.Clean(obstacle.WhyNoneHeld), "no-passport-held")],
            OwnAuthorities = [.. obstacle is null ? (Content.CitedText[])[] : [desk.Claims.Behind(desk.Clean(obstacle.WhyNoneFromOwnState), "none-from-own-state")], .. LawPart.Restrictions(desk, ofOwnState: true)],
            LocalAuthorities = [.. obstacle is null ? (Content.CitedText[])[] : [desk.Claims.Behind(desk.Clean(obstacle.WhyNoneFromHostState), "none-from-host-state")], .. LawPart.Restrictions(desk, ofOwnState: false)],
        };
    }

    private static bool IsHeld(IdentityDocument document) => Himself.Contains(document.HeldBy.Trim(), StringComparer.OrdinalIgnoreCase);

    private static Content.HeldDocument Held(Desk desk, IdentityDocument document) => new(
        desk.Words.Word(document.Kind),
        string.Join(' ', new[] { document.Series, document.Number }.Where(p => !string.IsNullOrWhiteSpace(p))) is { Length: > 0 } number ? number : desk.Texts.None,
        FactWords.Of(document.IssuedOn),
        document.ExpiresOn is { } end ? FactWords.Fill(desk.Texts.ValidUntil, desk.Words.Date(end)) : desk.Texts.ValidityUnknown,
        desk.Words.Word(document.SeenAs));

    private static IEnumerable<Content.NameSpelling> Spellings(Desk desk, PersonName main)
    {
        var recorded = desk.File.Identity.Names.Where(n => n.Value != main)
            .Select(n => new Content.NameSpelling(n.Value.Full, FactWords.Fill(n.Provenance.Source == "applicant" ? desk.Texts.SpellingStated : desk.Texts.SpellingFound, desk.Words.Word(n.Value.Kind))));
        var latin = main.Script == Script.Cyrillic
            ? Enum.GetValues<RomanisationEpoch>().Select(e => new Content.NameSpelling(Transliteration.Romanise($"{main.Family} {main.Given}".Trim(), e), desk.Words.Word(e)))
            : [];
        return recorded.Concat(latin).DistinctBy(s => s.Text, StringComparer.Ordinal);
    }

    private static string? Icao(string? name) => string.IsNullOrWhiteSpace(name) ? null : Transliteration.ToIcao(name.Trim());
}
