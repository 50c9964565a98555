using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>
/// A second reviewer gives his opinion without knowing the first one's (handbook 4g). What others proposed at the vetting gate is absent from the case as he sees it until he has spoken;
/// that there is a proposal, and who gave an opinion, stays.
/// </summary>
public static class BlindReview
{
    public static CaseFile For(Guid person, CaseFile file) =>
        file with { Vetting = file.Vetting with { Proposals = file.Vetting.Proposals.ConvertAll(p => HasSpoken(p, person) ? p : Blank(p)) } };

    private static bool HasSpoken(Proposal proposal, Guid person) => proposal.By.By == person || proposal.Opinions.Exists(o => o.By.By == person);

    private static Proposal Blank(Proposal proposal) => proposal with
    {
        Outcome = string.Empty,
        Reason = string.Empty,
        ReasonCodes = [],
        Opinions = proposal.Opinions.ConvertAll(o => o with { Outcome = string.Empty, Reason = string.Empty }),
    };
}
