using HumanitarianEntry.Domain.ClaimLedger;

namespace HumanitarianEntry.Web.Shared.ClaimLedger;

/// <summary>How claims and what they rest on are spoken of.</summary>
public static class ClaimWords
{
    public static string TagOf(ClaimStanding standing) => standing switch
    {
        ClaimStanding.Open => "tag-warn",
        ClaimStanding.Unsupported => "tag-accent",
        ClaimStanding.BorneOut or ClaimStanding.OwnWord or ClaimStanding.Follows => "tag-good",
    };

    public static string Of(ClaimNeed need) => need switch
    {
        ClaimNeed.OwnWord => S("The person’s own word, read back or signed, is enough for this."),
        ClaimNeed.Evidence => S("This needs evidence, a paper or a check; or it is said in the dossier why there is none."),
        ClaimNeed.OtherClaim => S("This follows from other statements of the dossier."),
    };

    /// <summary>Name of a section of the dossier.</summary>
    public static string Section(int number) => number switch
    {
        1 => S("1 Request and recommendation"),
        3 => S("3 Person"),
        5 => S("5 No travel document"),
        6 => S("6 Country of stay"),
        7 => S("7 Service"),
        8 => S("8 Refusal and what followed"),
        9 => S("9 Acts against the war"),
        10 => S("10 Vetting"),
        11 => S("11 Risks"),
        12 => S("12 Needs"),
        13 => S("13 Reception"),
        14 => S("14 Earlier applications"),
        _ => S($"Section {number}"),
    };

}
