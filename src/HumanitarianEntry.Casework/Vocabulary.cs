using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Notices;

namespace HumanitarianEntry.Casework;

/// <summary>The words that texts and labels must be complete for, taken from the tables of the domain.</summary>
public static class Vocabulary
{
    public static CaseVocabulary Of() => CaseVocabulary.Standard with
    {
        Gates = GateTable.Rows.ToDictionary(r => r.Key, r => (IReadOnlyList<string>)r.Outcomes, StringComparer.Ordinal),
        States = [.. StateTable.Rows.Select(r => r.State.ToString())],
        Roles = [.. Enum.GetValues<Role>().Where(r => r is not (Role.Applicant or Role.System)).Select(Keys.Of)],
        ApplicantStatuses = [.. Enum.GetNames<CoarseStatus>()],
    };
}
