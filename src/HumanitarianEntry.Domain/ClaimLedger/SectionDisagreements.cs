using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>Two sections of the dossier that do not say the same (handbook section 6: no contradictions between sections, automatic check of dates and names).</summary>
/// <param name="Key">The same as long as both facts are on file.</param>
/// <param name="One">What the first section says.</param>
/// <param name="CodeOfOne">Which sentence it is; the dossier has the same in its language.</param>
public sealed record SectionDisagreement(string Key, int SectionOne, string CodeOfOne, Sentence One, int SectionOther, string CodeOfOther, Sentence Other)
{
    /// <summary>Another one as soon as either says something else: an explanation then holds no more.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"disagreement/1|{Key}|{One}|{Other}")))[..20];
}

/// <param name="Explanation">Why both stand, while it holds; the dossier says it.</param>
public sealed record DisagreementStatus(SectionDisagreement Disagreement, Recorded<ExplainedDisagreement>? Explanation);

/// <summary>
/// Compares what the sections of a dossier say. Works on the facts that are printed and on our own texts in it; what sources on file say against each other is found by
/// <see cref="Contradictions.Mismatches"/>, and holds the release as well.
/// </summary>
public static class SectionDisagreements
{
    /// <param name="file">With the settled reviews only.</param>
    public static ImmutableList<SectionDisagreement> In(CaseFile file) =>
        [.. DisagreementsOfDates.Find(file).Concat(DisagreementsOfTexts.Find(file)).DistinctBy(d => d.Key).OrderBy(d => d.SectionOne).ThenBy(d => d.SectionOther).ThenBy(d => d.Key, StringComparer.Ordinal)];

    /// <summary>The disagreements of a case, each with the explanation that holds.</summary>
    public static ImmutableList<DisagreementStatus> With(CaseFile file) =>
        [.. In(LedgerRules.Settled(file)).Select(d => new DisagreementStatus(d, file.Dossier.ExplainedDisagreements.FindLast(e => e.Value.Disagreement == d.Key && e.Value.Seen == d.Fingerprint)))];
}
