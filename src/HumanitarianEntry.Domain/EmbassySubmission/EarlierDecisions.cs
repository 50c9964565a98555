using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.EmbassySubmission;

/// <summary>What states decided on this person so far, each with what it had been given. A question and a deferral decide nothing.</summary>
public static class EarlierDecisions
{
    public static IEnumerable<(StateDecision Decision, Submission? Submission)> Of(CaseFile file) =>
        file.Dossier.StateDecisions.Where(d => d.Value.Outcome is not ("information-requested" or "deferred"))
            .Select(d => (d.Value, file.Dossier.Submissions.LastOrDefault(s => s.Provenance.At <= d.Provenance.At)?.Value));
}
