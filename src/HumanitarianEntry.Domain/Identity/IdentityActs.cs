using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Identity;

/// <summary>Records one spelling of one name. Nothing is overwritten: every spelling is searched for in vetting.</summary>
[ActKind("record-name", Compartment.Identity, Role.IntakeOfficer, Role.Screener)]
public sealed record RecordName(NameKind Kind, Script Script) : Act
{
    public string? Family { get; init; }
    public string? Given { get; init; }
    public string? Patronymic { get; init; }
    public string Source { get; init; } = "applicant";

    /// <summary>The screener saw the warning about letters that look alike and says: it is written so. Kept as typed; vetting searches it in either alphabet.</summary>
    public bool AsTyped { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        var parts = new[] { Family, Given, Patronymic };
        if (parts.All(string.IsNullOrWhiteSpace))
        {
            yield return new Blocker("name-missing", "Write at least one part of the name.");
        }

        if (parts.Any(NameScript.HasControlSign))
        {
            yield return new Blocker("name-has-control-signs", "The name holds signs that no name has. Type it again by hand.");
        }

        if (AsTyped)
        {
            yield break;
        }

        foreach (var mixed in parts.Select(NameScript.FirstMixedWord).OfType<string>())
        {
            yield return new Blocker("name-mixes-alphabets", $"'{mixed}' mixes Latin and Cyrillic letters that look alike. Type it again in one alphabet, or say below that it is written so.");
        }

        foreach (var unseen in parts.Select(NameScript.FirstWordWithUnseenSign).OfType<string>())
        {
            yield return new Blocker("name-has-unseen-signs", $"'{unseen}' holds a sign that nobody sees, often from copying. Type it again by hand, or say below that it is written so.");
        }

        if (Script is Script.Cyrillic or Script.Latin && parts.OfType<string>().Any(p => !NameScript.IsAll(p, Script == Script.Cyrillic)))
        {
            yield return new Blocker("name-not-in-script", $"Some letters are not {Script}. Choose the alphabet that the name is written in, or say below that it is written so.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var name = new PersonName(Kind, Clean(Family), Clean(Given), Clean(Patronymic), Script);
        return new(file with { Identity = file.Identity with { Names = file.Identity.Names.Add(context.Record(name, Source)) } });
    }

    private static string? Clean(string? part) => string.IsNullOrWhiteSpace(part) ? null : part.Trim().Normalize();
}

[ActKind("record-birth", Compartment.Identity, Role.IntakeOfficer, Role.Screener)]
public sealed record RecordBirth(PartialDate BornOn, Sex Sex, ImmutableList<string> Nationalities) : Act
{
    public string? Place { get; init; }
    public string? Country { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (BornOn.Earliest > context.Today)
        {
            yield return new Blocker("born-in-future", "The birth date lies in the future.");
        }

        if (Nationalities.Count == 0)
        {
            yield return new Blocker("nationality-missing", "Name at least one nationality, or XXA for a stateless person.");
        }

        foreach (var unknown in Nationalities.Where(n => Nationality.Of(n) is null))
        {
            yield return new Blocker("nationality-unknown", $"'{unknown}' is no nationality. Write two or three letters as in papers, such as RU or RUS, or XXA for a stateless person.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Identity = file.Identity with { Births = file.Identity.Births.Add(context.Record(new Birth(BornOn, Place, Country, Sex, [.. Nationalities.Select(n => Nationality.Of(n)!).Distinct(StringComparer.Ordinal)]), "applicant")) } });
}

[ActKind("record-document", Compartment.Identity, Role.IntakeOfficer, Role.Screener)]
public sealed record RecordDocument(DocumentKind Kind, SeenAs SeenAs, string HeldBy) : Act
{
    public string? Series { get; init; }
    public string? Number { get; init; }
    public string? Issuer { get; init; }
    public PartialDate? IssuedOn { get; init; }
    public PartialDate? ExpiresOn { get; init; }
    public bool HasPhoto { get; init; }
    public string? MrzLine1 { get; init; }
    public string? MrzLine2 { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(HeldBy))
        {
            yield return new Blocker("holder-missing", "Say who holds the paper now.");
        }

        if (IssuedOn is { } issued && ExpiresOn is { } expires && expires.Latest < issued.Earliest)
        {
            yield return new Blocker("document-expires-before-issue", "The paper would expire before it was issued.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var label = "D" + (file.Identity.Documents.Count + 1).ToString(CultureInfo.InvariantCulture);
        var document = new IdentityDocument(label, Kind, Series, Number, Issuer, IssuedOn, ExpiresOn, SeenAs, HeldBy.Trim(), HasPhoto) { MrzLine1 = MrzLine1, MrzLine2 = MrzLine2 };
        return new(file with { Identity = file.Identity with { Documents = file.Identity.Documents.Add(context.Record(document, "document")) } });
    }
}

/// <summary>One person's own look at document photo and live face; two people must do it independently for ID-A.</summary>
[ActKind("compare-photo", Compartment.Identity, Role.Screener, Role.IntakeOfficer)]
public sealed record ComparePhoto(string Document, PhotoMatch Result) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Identity.Documents.Values().Any(d => d.Label == Document && d.HasPhoto))
        {
            yield return new Blocker("document-without-photo", $"There is no document {Document} with a photo.");
        }

        if (file.Identity.PhotoComparisons.Exists(c => c.Value.DocumentLabel == Document && c.Provenance.By == context.Actor.Id))
        {
            yield return new Blocker("photo-already-compared", "You have compared this photo; the second look must be another person's.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Identity = file.Identity with { PhotoComparisons = file.Identity.PhotoComparisons.Add(context.Record(new PhotoComparison(Document, Result), "comparison")) } });
}

[ActKind("grade-identity", Compartment.Identity, Role.Screener)]
public sealed record GradeIdentity(IdentityGrade Grade, string Reason) : Act
{
    public bool LiveVideoSeen { get; init; }
    public int IndependentWitnesses { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Say what carries the grade.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Identity = file.Identity with { Gradings = file.Identity.Gradings.Add(context.Record(new IdentityGrading(Grade, Reason.Trim(), LiveVideoSeen, IndependentWitnesses), "screener")) } });
}

[ActKind("record-document-obstacle", Compartment.Identity, Role.Screener, Role.Counsel)]
public sealed record RecordDocumentObstacle(string WhyNoneHeld, string WhyNoneFromOwnState, string WhyNoneFromHostState) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (new[] { WhyNoneHeld, WhyNoneFromOwnState, WhyNoneFromHostState }.Any(string.IsNullOrWhiteSpace))
        {
            yield return new Blocker("obstacle-incomplete", "All three are needed: why he holds none, why his own state gives none, why the country of stay gives none.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Identity = file.Identity with { Obstacles = file.Identity.Obstacles.Add(context.Record(new DocumentObstacle(WhyNoneHeld, WhyNoneFromOwnState, WhyNoneFromHostState), "screener")) } });
}
