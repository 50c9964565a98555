using System.Text.RegularExpressions;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>What a hit can mean (handbook, persecutor decision table).</summary>
public enum HitClass
{
    /// <summary>Wanted by the persecuting state for refusing the war: supports the claim, endangers the journey, never counts against him.</summary>
    PersecutionEvidence,

    /// <summary>Same issuer, ordinary crime: an article 1F(b) question and a check whether it is fabricated.</summary>
    ReviewCommonCrime,

    /// <summary>Same issuer, terror or treason articles, which are used politically.</summary>
    ReviewPoliticised,
    AdverseCandidate,
    LeadOnly,
    CorroborationWithExposure,
}

/// <summary>Classifies a hit by who asserts it and for what. Who is wanted for desertion by the state he deserted must not be punished for it twice.</summary>
public static partial class PersecutorRule
{
    private static readonly HashSet<string> Persecution = ["337", "338", "332", "328", "339", "352.1", "280.3", "280.4", "207.3", "284.1", "330.1"];
    private static readonly HashSet<string> Politicised = ["205", "205.2", "275", "275.1", "281"];

    /// <param name="articles">Articles as printed, e.g. "337 ч. 5", "ст. 338", "280.3"; the part after the article number does not matter here.</param>
    public static HitClass Classify(ListKind list, IReadOnlyCollection<string> articles) => list switch
    {
        ListKind.Sanctions or ListKind.CourtOrPolice => HitClass.AdverseCandidate,
        ListKind.Crowd => HitClass.LeadOnly,
        ListKind.UkrainianAbsentSoldiers => HitClass.CorroborationWithExposure,
        ListKind.PersecutorWanted => OfPersecutor([.. articles.SelectMany(Numbers)]),
    };

    /// <summary>True when the class can weigh against the applicant at all.</summary>
    public static bool MayWeighAgainst(HitClass hit) => hit is HitClass.AdverseCandidate or HitClass.ReviewCommonCrime or HitClass.ReviewPoliticised;

    private static HitClass OfPersecutor(List<string> numbers)
    {
        // One ordinary crime among persecution articles is still a question; an unknown article is treated like one.
        if (numbers.Exists(n => !Persecution.Contains(n) && !Politicised.Contains(n)))
        {
            return HitClass.ReviewCommonCrime;
        }

        if (numbers.Exists(Politicised.Contains))
        {
            return HitClass.ReviewPoliticised;
        }

        // A wanted entry without an article says nothing about a crime; somebody must look.
        return numbers.Count == 0 ? HitClass.ReviewPoliticised : HitClass.PersecutionEvidence;
    }

    // All articles of a line count: in "337, 105" the second one must not hide behind the first. Parts ("ч. 11", "п. 10") and years are no articles.
    internal static IEnumerable<string> Numbers(string article) => ArticleNumber().Matches(article).Select(m => m.Value);

    [GeneratedRegex(@"(?<![\d.])(?<!(ч|п|пп|часть|части|пункт|part)\.?\s*)\d{2,3}(\.\d)?(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 200)]
    private static partial Regex ArticleNumber();
}
