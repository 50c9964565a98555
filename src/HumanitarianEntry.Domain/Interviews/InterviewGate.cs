using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Interviews;

/// <summary>G3: complete means every required question was answered and the person heard and confirmed the record (handbook G3; UNHCR read-back).</summary>
public static class InterviewGate
{
    internal static readonly Blocker SealBroken = new("record-seal-broken", "The record is not what was sealed when it was read back. Stop, and tell the administrator: something changed what was confirmed.");

    public static IEnumerable<Blocker> Check(CaseFile file, string outcome)
    {
        if (outcome is not ("complete" or "trigger"))
        {
            yield break;
        }

        var facts = file.Interview;
        if (facts.Sessions.Count == 0)
        {
            yield return new Blocker("interview-not-held", "No interview session is recorded.");
            yield break;
        }

        var answered = facts.CurrentAnswers.Where(a => !string.IsNullOrWhiteSpace(a.Value)).Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        var missing = facts.Questions.Questions.Where(q => q.Required && !answered.Contains(q.Code)).Select(q => q.Code).ToList();
        if (missing.Count > 0)
        {
            yield return new Blocker("answers-missing", $"These questions are not answered yet: {string.Join(", ", missing)}. 'Does not know' and 'does not want to say' are answers.");
        }

        var lastAnswer = facts.Answers.Count == 0 ? DateTimeOffset.MinValue : facts.Answers.Max(a => a.Provenance.At);
        if (facts.ReadBacks.LastOrDefault() is not { Value.Confirmed: true } readBack || readBack.Provenance.At < lastAnswer)
        {
            yield return new Blocker("read-back-missing", "Read the record back and have it confirmed; answers changed after the last read-back count again.");
        }

        if (!InterviewSeal.Holds(facts))
        {
            yield return SealBroken;
        }

        if (!facts.Statements.Values().Any(s => s.Signed))
        {
            yield return new Blocker("statement-missing", "The signed statement in his own words is missing.");
        }

        if (outcome == "trigger" && !facts.CurrentAnswers.Any(a => a.Trigger))
        {
            yield return new Blocker("no-trigger-marked", "Mark the answer that needs an exclusion assessment, or decide 'complete'.");
        }
    }
}
