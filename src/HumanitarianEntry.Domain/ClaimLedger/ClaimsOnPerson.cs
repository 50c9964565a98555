using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Identity;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>Sections 3, 5 and 6: who the person is, which papers there are, why there is none to travel with, and on what the stay rests.</summary>
internal static class ClaimsOnPerson
{
    private static readonly string[] Himself = ["applicant", "himself", "self", "him"];

    /// <summary>Papers that show who somebody is.</summary>
    private static readonly DocumentKind[] OfIdentity = [DocumentKind.InternalPassport, DocumentKind.ForeignPassport, DocumentKind.ForeignPassportBiometric, DocumentKind.MilitaryId, DocumentKind.OfficerId, DocumentKind.BirthCertificate, DocumentKind.SeamansBook, DocumentKind.AsylumCertificate, DocumentKind.ResidencePermit, DocumentKind.TravelDocument];

    /// <summary>Papers of the country of stay.</summary>
    internal static readonly DocumentKind[] OfStay = [DocumentKind.AsylumCertificate, DocumentKind.ResidencePermit, DocumentKind.RegistrationSlip];

    internal static readonly DocumentKind[] ToTravel = [DocumentKind.ForeignPassport, DocumentKind.ForeignPassportBiometric, DocumentKind.TravelDocument];

    public static IEnumerable<MaterialClaim> In(CaseFile file) => Identity(file).Concat(Obstacle(file)).Concat(Stays(file));

    internal static bool IsHeld(IdentityDocument paper) => Himself.Contains(paper.HeldBy.Trim(), StringComparer.OrdinalIgnoreCase);

    internal static IEnumerable<BackingTarget> Papers(CaseFile file, params DocumentKind[] kinds) =>
        file.Identity.Documents.Values().Where(d => kinds.Contains(d.Kind)).Select(d => new BackingTarget(BackingKind.Paper, d.Label));

    private static IEnumerable<MaterialClaim> Identity(CaseFile file)
    {
        if (file.Identity is { MainName: { } name } && file.Identity.Births.Latest() is { } birth && file.Identity.Gradings.Latest() is { } grading)
        {
            yield return new MaterialClaim("identity", ClaimKind.Identity, 3, ClaimNeed.Evidence, Sentence.Of($"{name.Full}, born {birth.BornOn}; identity {new Coded("identity-grade", grading.Grade.ToString())}."))
            {
                About = [new(ClaimSubject.Person, name.Full), new(ClaimSubject.Date, birth.BornOn.ToString())],
                Computed = [.. Papers(file, OfIdentity), new(BackingKind.StaffCheck, ClaimMarks.Attested), .. MaterialClaims.Answers("B1", "B2")],
            };
        }

        foreach (var paper in file.Identity.Documents.Values())
        {
            var computed = MaterialClaims.Answers("B3").Prepend(new BackingTarget(BackingKind.Paper, paper.Label));
            yield return IsHeld(paper)
                ? new MaterialClaim($"paper-{paper.Label}", ClaimKind.PaperHeld, 3, ClaimNeed.OwnWord, Sentence.Of($"Holds a paper: {paper.Kind}, seen as {paper.SeenAs}.")) { About = [new(ClaimSubject.Paper, paper.Label)], Computed = [.. computed] }
                : new MaterialClaim($"paper-{paper.Label}", ClaimKind.PaperElsewhere, 3, ClaimNeed.OwnWord, Sentence.Of($"A paper is held elsewhere: {paper.Kind}.")) { About = [new(ClaimSubject.Paper, paper.Label)], Computed = [.. computed] };
        }
    }

    private static IEnumerable<MaterialClaim> Obstacle(CaseFile file)
    {
        if (file.Identity.Obstacles.Latest() is not { } obstacle)
        {
            yield break;
        }

        yield return new MaterialClaim("no-passport-held", ClaimKind.NoPassportHeld, 5, ClaimNeed.OwnWord, Sentence.Of($"Holds no travel document."))
        {
            About = [new(ClaimSubject.Paper, obstacle.WhyNoneHeld)],
            Computed = [.. MaterialClaims.Answers("B3", "B4")],
        };
        yield return new MaterialClaim("none-from-own-state", ClaimKind.NoneFromOwnState, 5, ClaimNeed.Evidence, Sentence.Of($"Can get no travel document from the authorities of the own state."))
        {
            About = [new(ClaimSubject.Paper, obstacle.WhyNoneFromOwnState)],
            Computed = [.. ClaimsOnRefusal.Pursuit(file), .. MaterialClaims.Answers("B4", "G1q", "G3q")],
        };
        yield return new MaterialClaim("none-from-host-state", ClaimKind.NoneFromHostState, 5, ClaimNeed.Evidence, Sentence.Of($"Can get no travel document from the authorities of the country of stay."))
        {
            About = [new(ClaimSubject.Paper, obstacle.WhyNoneFromHostState)],
            Computed = [.. Papers(file, DocumentKind.AsylumCertificate, DocumentKind.ResidencePermit), .. MaterialClaims.Answers("I2", "B4")],
        };
    }

    private static IEnumerable<MaterialClaim> Stays(CaseFile file)
    {
        BackingTarget[] computed = [.. Papers(file, OfStay), .. MaterialClaims.Answers("I1", "I2")];
        var stays = file.Contact.Standing();
        foreach (var (number, _, fact) in stays)
        {
            var stay = fact.Value;
            var (key, about) = (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"stay-{number}"), new ClaimAbout[] { new(ClaimSubject.Date, stay.From.ToString()), new(ClaimSubject.Place, stay.Country) });
            yield return stay.Until is { } until
                ? new MaterialClaim(key, ClaimKind.Stay, 6, ClaimNeed.OwnWord, Sentence.Of($"Stay in {new Coded("country", stay.Country)} from {stay.From} to {until}: {stay.Basis}.")) { About = [.. about], Computed = [.. computed] }
                : new MaterialClaim(key, ClaimKind.StayOpenEnded, 6, ClaimNeed.OwnWord, Sentence.Of($"Stay in {new Coded("country", stay.Country)} since {stay.From}: {stay.Basis}.")) { About = [.. about], Computed = [.. computed] };
        }

        if (stays is [.., { Stay.Until: { } end }])
        {
            yield return new MaterialClaim("removal-risk", ClaimKind.RemovalRisk, 6, ClaimNeed.OwnWord, Sentence.Of($"May be removed after {end}, when the stay ends.")) { About = [new(ClaimSubject.Date, end.ToString())], Computed = [.. computed] };
        }

        if (file.Interview.AnswerTo("I2") is not null)
        {
            yield return new MaterialClaim("asylum-procedure", ClaimKind.AsylumProcedure, 6, ClaimNeed.OwnWord, Sentence.Of($"The asylum procedure in the country of stay, with its decisions.")) { Computed = [.. Papers(file, DocumentKind.AsylumCertificate), .. MaterialClaims.Answers("I2")] };
        }
    }
}
