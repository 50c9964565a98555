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

        foreach (var label in IdentityProof.OtherFaces(facts))
        {
            yield return new Blocker("photo-of-another-person", $"Somebody found another person's face in {label}. Have two others compare it, or decide 'doubt'.");
        }

        if (facts.Gradings.Latest() is not { } grading)
        {
            yield return new Blocker("identity-grade-missing", "Grade the identity first.");
            yield break;
        }

        // A grade that was given before the contradiction was found did not know of it.
        if (facts.KnowledgeChecks.LastOrDefault() is { Value.IsContradicted: true } check && facts.Gradings[^1].Provenance.At <= check.Provenance.At)
        {
            yield return new Blocker("knowledge-contradicted", "What the person knows of his own life contradicts something. Grade again and say what you make of it, or decide 'doubt'.");
        }

        var carried = IdentityProof.Of(facts, grading).Carries;
        if (grading.Grade == IdentityGrade.X)
        {
            yield return new Blocker("identity-in-doubt", "ID-X is doubt: decide 'doubt' and have it looked at by another person.");
        }
        else if (grading.Grade < carried)
        {
            yield return new Blocker("identity-grade-too-high", $"The papers and comparisons carry ID-{carried} at most. ID-A needs a photo document seen in original and two people who compared the photo; ID-B a copy, live video and a second document.");
        }
    }
}
