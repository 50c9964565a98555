using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Identity;

/// <summary>G2: which grade the papers and comparisons really carry (handbook G2, grades ID-A to ID-X).</summary>
public static class IdentityGate
{
    public static IEnumerable<Blocker> Check(CaseFile file, string outcome)
    {
        if (outcome != "verified")
        {
            yield break;
        }

        var facts = file.Identity;
        if (facts.MainName is null)
        {
            yield return new Blocker("name-missing", "Record the name as it stands in his papers.");
        }

        if (facts.Births.Count == 0)
        {
            yield return new Blocker("birth-missing", "Record what is known of his birth; the year alone is enough.");
        }

        foreach (var label in facts.PhotoComparisons.GroupBy(c => c.Value.DocumentLabel, StringComparer.Ordinal).Where(IsAnotherFace).Select(g => g.Key))
        {
            yield return new Blocker("photo-of-another-person", $"Somebody found another person's face in {label}. Have two others compare it, or decide 'doubt'.");
        }

        if (facts.Gradings.Latest() is not { } grading)
        {
            yield return new Blocker("identity-grade-missing", "Grade the identity first.");
            yield break;
        }

        var carried = CarriedGrade(facts, grading);
        if (grading.Grade == IdentityGrade.X)
        {
            yield return new Blocker("identity-in-doubt", "ID-X is doubt: decide 'doubt' and have it looked at by another person.");
        }
        else if (grading.Grade < carried)
        {
            yield return new Blocker("identity-grade-too-high", $"The papers and comparisons carry ID-{carried} at most. ID-A needs a photo document seen in original and two people who compared the photo; ID-B a copy, live video and a second document.");
        }
    }

    /// <summary>The best grade that documents, comparisons and witnesses carry.</summary>
    public static IdentityGrade CarriedGrade(IdentityFacts facts, IdentityGrading grading)
    {
        var documents = facts.Documents.Values().Where(d => d.SeenAs != SeenAs.None).ToList();
        if (documents.Exists(d => d is { SeenAs: SeenAs.Original, HasPhoto: true } && ComparedByTwo(facts, d.Label)))
        {
            return IdentityGrade.A;
        }

        if (documents.Count >= 2 && grading.LiveVideoSeen)
        {
            return IdentityGrade.B;
        }

        if (documents.Count >= 1)
        {
            return IdentityGrade.C;
        }

        return grading.IndependentWitnesses >= 2 ? IdentityGrade.D : IdentityGrade.X;
    }

    /// <summary>One "not the same person" outweighs everything but two others who see the same face.</summary>
    private static bool IsAnotherFace(IEnumerable<Recorded<PhotoComparison>> comparisons)
    {
        var results = comparisons.Select(c => c.Value.Result).ToList();
        return results.Contains(PhotoMatch.NotSamePerson) && results.Count(r => r == PhotoMatch.SamePerson) < 2;
    }

    private static bool ComparedByTwo(IdentityFacts facts, string label)
    {
        var comparisons = facts.PhotoComparisons.Where(c => c.Value.DocumentLabel == label).ToList();
        return comparisons.TrueForAll(c => c.Value.Result == PhotoMatch.SamePerson) && comparisons.Select(c => c.Provenance.By).Distinct().Count() >= 2;
    }
}
