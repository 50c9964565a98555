using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>What our own texts in the dossier say of birth, name, identity, units and items, held against the sections in which these stand.</summary>
internal static partial class DisagreementsOfTexts
{
    public static IEnumerable<SectionDisagreement> Find(CaseFile file) => OurTexts(file).SelectMany(t => Births(file, t).Concat(Grades(file, t)).Concat(Units(file, t)).Concat(Names(file, t))).Concat(LeantOn(file));

    /// <param name="Key">Which text it is.</param>
    private sealed record OurText(string Key, int Section, string Words);

    /// <summary>What staff wrote themselves. Words of the person are quoted as they are, and compared with the file elsewhere.</summary>
    private static IEnumerable<OurText> OurTexts(CaseFile file)
    {
        if (file.Recommendation?.Value is { } text)
        {
            yield return new OurText("recommendation", 1, string.Join('\n', text.Doubts.Concat(text.Conditions).Concat(text.Findings.Select(f => f.Finding)).Prepend(text.Summary)));
        }

        if (file.Identity.Gradings.Latest() is { } grading)
        {
            yield return new OurText("identity", 3, grading.Reason);
        }

        if (file.Identity.Obstacles.Latest() is { } obstacle)
        {
            yield return new OurText("obstacle", 5, $"{obstacle.WhyNoneHeld}\n{obstacle.WhyNoneFromOwnState}\n{obstacle.WhyNoneFromHostState}");
        }

        if (ReviewResult.VoluntarinessOf(file) is { } finding)
        {
            yield return new OurText("voluntariness", 7, string.Join('\n', finding.Reason, finding.Recruited, finding.Alternatives, finding.Knew, finding.Pay, finding.ChancesTaken, finding.ChancesNotTaken, finding.Refusals, finding.Decorations));
        }
    }

    private static IEnumerable<SectionDisagreement> Births(CaseFile file, OurText text)
    {
        if (file.Identity.Births.Latest() is not { } birth)
        {
            yield break;
        }

        foreach (var day in DateMentions.OfBirthIn(text.Words).Where(d => !d.MayEqual(birth.BornOn)))
        {
            yield return new SectionDisagreement($"birth-{text.Key}-{day}", text.Section, "text-birth", Sentence.Of($"Our text gives {day} as the day of birth."), 3, "born", Sentence.Of($"Born on {birth.BornOn}."));
        }
    }

    private static IEnumerable<SectionDisagreement> Grades(CaseFile file, OurText text)
    {
        if (file.Identity.Gradings.Latest() is not { } grading)
        {
            yield break;
        }

        foreach (var grade in GradeOfIdentity().Matches(text.Words).Select(m => m.Groups["grade"].Value).Where(g => g != grading.Grade.ToString()).Distinct())
        {
            yield return new SectionDisagreement($"grade-{text.Key}-{grade}", text.Section, "text-grade", Sentence.Of($"Our text speaks of an identity of grade {grade}."), 3, "grade", Sentence.Of($"The identity is of grade {grading.Grade.ToString()}."));
        }
    }

    /// <summary>Numbers that a text calls a unit and that neither a service period nor an incident names.</summary>
    private static IEnumerable<SectionDisagreement> Units(CaseFile file, OurText text)
    {
        var known = file.Interview.Service.Values().Select(s => s.Unit).Concat(file.Vetting.Incidents.Values().SelectMany(i => i.Units)).Concat(file.Vetting.UnitReadings.Values().Select(r => r.Unit?.Number ?? string.Empty)).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in DateMentions.UnitsIn(text.Words, askedForUnits: false).Concat(NamedUnit().Matches(text.Words).Select(m => m.Groups["unit"].Value)).Distinct().Where(u => !known.Contains(u)))
        {
            yield return new SectionDisagreement($"unit-{text.Key}-{unit}", text.Section, "text-unit", Sentence.Of($"Our text speaks of unit {unit}."), 7, "units", Sentence.Of($"The service periods name: {new Listed(file.Interview.Service.Values().Select(s => (object)(s.Unit.Length > 0 ? s.Unit : s.UnitName ?? string.Empty)))}."));
        }
    }

    /// <summary>The family name with another letter inside: what differs at the end only is a case of declension.</summary>
    private static IEnumerable<SectionDisagreement> Names(CaseFile file, OurText text)
    {
        if (file.Identity.MainName?.Family is not { Length: >= 5 } family || NameFold.Words(family) is not [{ Length: >= 5 } folded])
        {
            yield break;
        }

        var known = file.Identity.Names.Values().SelectMany(n => NameFold.Words(n.Full)).ToHashSet(StringComparer.Ordinal);
        foreach (var word in Word().Matches(text.Words).Select(m => m.Value).Distinct(StringComparer.Ordinal))
        {
            if (NameFold.Words(word) is [var other] && !known.Contains(other) && other[0] == folded[0] && Math.Abs(other.Length - folded.Length) <= 1 && NameFold.Distance(other, folded) == 1 && !SharesStem(other, folded))
            {
                yield return new SectionDisagreement($"name-{text.Key}-{other}", text.Section, "text-name", Sentence.Of($"Our text writes the name {word}."), 3, "family-name", Sentence.Of($"The family name is {family}."));
            }
        }
    }

    private static bool SharesStem(string one, string other)
    {
        var stem = Math.Min(one.Length, other.Length) - 1;
        return one[..stem] == other[..stem];
    }

    /// <summary>An item that a finding of the recommendation counts and that section 9 calls undated, ungraded or contradicted.</summary>
    private static IEnumerable<SectionDisagreement> LeantOn(CaseFile file) =>
        (file.Recommendation?.Value.Findings ?? []).SelectMany(f => f.Evidence).Distinct(StringComparer.Ordinal).SelectMany(l => Against(file, l));

    private static ImmutableList<SectionDisagreement> Against(CaseFile file, string label)
    {
        // The entry of a wanted list is no act: section 9 lists it apart, and nobody calls it weak for that.
        if (file.Evidence.Find(label) is not { ListEntryHash: null } item || ClaimsOnRefusal.IsShown(file.Evidence, item))
        {
            return [];
        }

        var (code, other) = file.Evidence.GradeOf(label) switch
        {
            null => ("ungraded", Sentence.Of($"{label} is not graded and not counted.")),
            { Corroboration: Corroboration.KX } => ("contradicted", Sentence.Of($"{label} is contradicted and not counted.")),
            _ => ("undated", Sentence.Of($"{label} has no date and is not counted.")),
        };
        return [new SectionDisagreement($"counted-{label}", 1, "finding-rests", Sentence.Of($"A finding rests on {label}."), 9, code, other)];
    }

    [GeneratedRegex(@"\bID-(?<grade>[A-DX])\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GradeOfIdentity();

    [GeneratedRegex(@"\b(?:unité|unit|Einheit|часть|части|частью)\s+(?:№\s*)?(?<unit>\d{5})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedUnit();

    [GeneratedRegex(@"\p{Lu}[\p{L}’'-]{4,40}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
