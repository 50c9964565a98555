using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Dossiers;

/// <summary>What may not leave the house in a dossier (handbook section 6, rules).</summary>
public enum WithheldKind
{
    /// <summary>A relative who does not travel.</summary>
    RelativeName,

    /// <summary>Somebody of the staff.</summary>
    StaffName,

    /// <summary>A witness, a helper, a source, or who holds a paper.</summary>
    ThirdPersonName,

    /// <summary>A number, an account or an address under which the person is reached.</summary>
    ContactHandle,

    CodePhrase,

    TravelPlan,

    /// <summary>A place by its coordinates, whoever's.</summary>
    Coordinates,

    /// <summary>What was written down for ourselves.</summary>
    WorkingNote,

    /// <summary>An answer that was given for our eyes only.</summary>
    ConfidentialAnswer,

    /// <summary>An attached file that could not be read: what it holds is not known.</summary>
    UnreadFile,

    /// <summary>A number, a unit or a reference that this recipient does not get.</summary>
    UndisclosedNumber,

    /// <summary>A place that this recipient does not get.</summary>
    UndisclosedPlace,

    /// <summary>Words of a part that this recipient does not get.</summary>
    UndisclosedText,

    /// <summary>Where a thing comes from, or who bears it out, as far as it names a person.</summary>
    SourceName,
}

public enum LeakPlace
{
    Page,
    Properties,
    Outline,
    AlternativeText,
    FileName,
    NotOnAPage,
}

/// <param name="File">The attached file; null for the dossier itself.</param>
/// <param name="Page">From 1; null where it stands on no page.</param>
/// <param name="Excerpt">The words of the dossier around it, short.</param>
public sealed record LeakHit(WithheldKind Kind, LeakPlace Place, string? File, int? Page, string Excerpt);

/// <summary>The finished file was searched for everything that may not leave.</summary>
/// <param name="Withheld">Hash of what was searched for; another hash now means that more must be withheld.</param>
/// <param name="Values">How many values were searched for.</param>
/// <param name="Hits">Empty: nothing was found.</param>
public sealed record LeakScan(string Withheld, int Values, ImmutableList<LeakHit> Hits);

/// <summary>A version leaves the house only when it was searched and nothing was found. Nobody can wave a hit through: the text is mended and a new version is made.</summary>
public static class LeakRules
{
    /// <param name="profile">What the recipient gets; null: as before there were profiles.</param>
    public static IEnumerable<Blocker> AgainstRelease(CaseFile file, DossierVersion version, DisclosureProfile? profile = null)
    {
        if (version.Scan is not { } scan)
        {
            yield return new Blocker("leak-scan-missing", $"Version {version.Version} was not searched for what must not leave. Make a new version.");
        }
        else if (!scan.Hits.IsEmpty)
        {
            yield return new Blocker("leak-found", $"Something that must not leave was found in version {version.Version}, places: {scan.Hits.Count}. Mend the text where it comes from and make a new version.");
        }
        else if (scan.Withheld != WithheldValues.HashOf(file, profile))
        {
            yield return new Blocker("leak-scan-is-outdated", $"More must be withheld since version {version.Version} was searched. Make a new version.");
        }
    }
}
