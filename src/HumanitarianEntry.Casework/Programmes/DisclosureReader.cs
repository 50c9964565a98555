using System.Collections.Immutable;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Programmes;

namespace HumanitarianEntry.Casework.Programmes;

/// <summary>Reads what each recipient of a programme gets. A word that is not known, or names what never leaves the house, stops the start.</summary>
internal static class DisclosureReader
{
    private static readonly ImmutableSortedDictionary<string, DisclosedPart> Parts = Words<DisclosedPart>();
    private static readonly ImmutableSortedDictionary<string, EvidenceType> Types = Words<EvidenceType>();

    /// <returns>The profile of each recipient by its function; empty where the programme says nothing.</returns>
    /// <exception cref="DefinitionException">The message names file, line and word.</exception>
    public static ImmutableDictionary<string, DisclosureProfile> Read(ProgrammeSettings settings, string fileName)
    {
        if (settings.DisclosureProfiles is not { } written)
        {
            return ImmutableDictionary<string, DisclosureProfile>.Empty;
        }

        var profiles = written.ToDictionary(w => w.Key, w => ProfileOf(w.Key, w.Value, fileName), StringComparer.Ordinal);
        return settings.Recipients.Where(r => r.Receives == Delivery.Dossier).DistinctBy(r => r.Function, StringComparer.Ordinal).ToImmutableDictionary(r => r.Function, r => profiles[r.RedactionProfile], StringComparer.Ordinal);
    }

    private static DisclosureProfile ProfileOf(string name, DisclosureSettings written, string fileName)
    {
        DefinitionException Refused(string reason) => new(fileName, written.Line, "P0", $"the profile '{name}': {reason}");
        DisclosedPart PartOf(string word) => Parts.TryGetValue(word, out var part) ? part
            : DisclosureProfile.Never.Contains(word) ? throw Refused($"'{word}' never leaves the house, whatever a profile says. Take it out of 'discloses'")
            : throw Refused($"there is no part '{word}' of a dossier. Use of: {string.Join(", ", Parts.Keys)}");
        EvidenceType TypeOf(string word) => !Types.TryGetValue(word, out var type) ? throw Refused($"there is no type of evidence '{word}'. Use of: {string.Join(", ", Types.Where(t => !FileRules.IsProtected(t.Value)).Select(t => t.Key))}")
            : FileRules.IsProtected(type) ? throw Refused($"files of the type '{word}' may give somebody else away and never leave the house. Take it out of 'annexes'")
            : type;
        var profile = new DisclosureProfile(name, [.. written.Discloses.Select(PartOf)], [.. written.Annexes.Select(TypeOf)], written.Pictures == PictureAnnexes.Merged);
        if (profile.Annexes.Contains(EvidenceType.MedicalRecord) && !profile.Allows(DisclosedPart.Medical))
        {
            throw Refused("medical papers go with the confidential sheet: 'medical-record' among the annexes needs 'medical' among what it discloses");
        }

        return profile.Allows(DisclosedPart.RelativeCountries) && !profile.Allows(DisclosedPart.Relatives) ? throw Refused("'relative-countries' says nothing without 'relatives'")
            : profile.Allows(DisclosedPart.ReceptionContact) && !profile.Allows(DisclosedPart.ReceptionPlan) ? throw Refused("'reception-contact' says nothing without 'reception-plan'")
            : profile;
    }

    private static ImmutableSortedDictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToImmutableSortedDictionary(value => Keys.Kebab(value.ToString()), value => value, StringComparer.Ordinal);
}
