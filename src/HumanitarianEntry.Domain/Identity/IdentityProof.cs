using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Identity;

/// <summary>What a grade of the identity rests on (handbook G2).</summary>
public enum Proof
{
    PhotoPaperInOriginal,
    PhotoComparedByTwo,
    Paper,
    SecondPaper,
    LiveVideo,
    TwoIndependentWitnesses,
}

/// <summary>Something that speaks against the identity, whatever the grade.</summary>
public enum ProofDoubt
{
    AnotherFaceFound,
    KnowledgeContradicted,
}

/// <summary>One row of the matrix.</summary>
/// <param name="Papers">Marks of the papers that carry it, such as D1.</param>
public sealed record ProofRow(Proof Proof, bool IsThere, ImmutableList<string> Papers, ImmutableList<IdentityGrade> NeededFor);

/// <summary>Which proofs there are, which grade needs which, and what the whole carries. The page and the gate look at the same rows.</summary>
/// <param name="Carries">The best grade whose rows are all there; X when none is.</param>
public sealed record IdentityProof(ImmutableList<ProofRow> Rows, ImmutableList<ProofDoubt> Doubts, IdentityGrade Carries)
{
    private static readonly ImmutableArray<(IdentityGrade Grade, ImmutableArray<Proof> Needs)> Grades =
    [
        (IdentityGrade.A, [Proof.PhotoPaperInOriginal, Proof.PhotoComparedByTwo]),
        (IdentityGrade.B, [Proof.Paper, Proof.SecondPaper, Proof.LiveVideo]),
        (IdentityGrade.C, [Proof.Paper]),
        (IdentityGrade.D, [Proof.TwoIndependentWitnesses]),
    ];

    /// <param name="grading">Says whether he was seen in live video and how many attest; null before the first grading.</param>
    public static IdentityProof Of(IdentityFacts facts, IdentityGrading? grading)
    {
        var seen = facts.Documents.Values().Where(d => d.SeenAs != SeenAs.None).ToList();
        var originals = seen.Where(d => d is { SeenAs: SeenAs.Original, HasPhoto: true }).Select(d => d.Label).ToList();
        var compared = originals.Where(label => ComparedByTwo(facts, label)).ToList();
        var there = new Dictionary<Proof, List<string>>();
        void Add(Proof proof, bool holds, IEnumerable<string> papers)
        {
            if (holds)
            {
                there[proof] = [.. papers];
            }
        }

        Add(Proof.PhotoPaperInOriginal, originals.Count > 0, originals);
        Add(Proof.PhotoComparedByTwo, compared.Count > 0, compared);
        Add(Proof.Paper, seen.Count > 0, seen.Take(1).Select(d => d.Label));
        Add(Proof.SecondPaper, seen.Count > 1, seen.Skip(1).Select(d => d.Label));
        Add(Proof.LiveVideo, grading is { LiveVideoSeen: true }, []);
        Add(Proof.TwoIndependentWitnesses, grading is { IndependentWitnesses: >= 2 }, []);
        var rows = Enum.GetValues<Proof>().Select(p => new ProofRow(p, there.ContainsKey(p), [.. there.GetValueOrDefault(p) ?? []], [.. Grades.Where(g => g.Needs.Contains(p)).Select(g => g.Grade)]));
        return new IdentityProof([.. rows], [.. DoubtsIn(facts)], Grades.Where(g => g.Needs.All(there.ContainsKey)).Select(g => g.Grade).FirstOrDefault(IdentityGrade.X));
    }

    /// <summary>What the grade still lacks.</summary>
    public IEnumerable<Proof> MissingFor(IdentityGrade grade) => Rows.Where(r => !r.IsThere && r.NeededFor.Contains(grade)).Select(r => r.Proof);

    /// <summary>Papers on which somebody found another person's face; one such look outweighs everything but two others who see the same face.</summary>
    internal static IEnumerable<string> OtherFaces(IdentityFacts facts) => facts.PhotoComparisons.GroupBy(c => c.Value.DocumentLabel, StringComparer.Ordinal)
        .Where(g => g.Any(c => c.Value.Result == PhotoMatch.NotSamePerson) && g.Count(c => c.Value.Result == PhotoMatch.SamePerson) < 2).Select(g => g.Key);

    private static IEnumerable<ProofDoubt> DoubtsIn(IdentityFacts facts)
    {
        if (OtherFaces(facts).Any())
        {
            yield return ProofDoubt.AnotherFaceFound;
        }

        if (facts.KnowledgeChecks.Latest() is { IsContradicted: true })
        {
            yield return ProofDoubt.KnowledgeContradicted;
        }
    }

    private static bool ComparedByTwo(IdentityFacts facts, string label)
    {
        var comparisons = facts.PhotoComparisons.Where(c => c.Value.DocumentLabel == label).ToList();
        return comparisons.TrueForAll(c => c.Value.Result == PhotoMatch.SamePerson) && comparisons.Select(c => c.Provenance.By).Distinct().Count() >= 2;
    }
}
