using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Counsel.Cases;

public sealed record CasePage(CaseView Case, Checklist Next, string Url)
{
    public CaseFile File => Case.File;

    /// <summary>The latest decision of the state that leaves something to fight for.</summary>
    public StateDecision? Remedy => File.Dossier.StateDecisions.Latest() is { Remedy: not null } decision ? decision : null;
}

/// <summary>Where counsel mends what stands against a gate.</summary>
public static class CounselMends
{
    public static IReadOnlyDictionary<string, Mend> All => new Dictionary<string, Mend>(StringComparer.Ordinal)
    {
        ["document-obstacle-missing"] = new("obstacle", S("Record why he has no travel document")),
    };
}
