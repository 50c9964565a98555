using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Exclusion;

[ActKind("assess-exclusion", Compartment.Vetting, Role.Vetter)]
public sealed record AssessExclusion(string Subject, ExclusionLimb Limb, string Act, ExclusionConclusion Conclusion, string Reason) : Act
{
    public string Contribution { get; init; } = string.Empty;
    public string KnowledgeAndIntent { get; init; } = string.Empty;
    public string Defences { get; init; } = string.Empty;
    public string Proportionality { get; init; } = string.Empty;

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Interview.Interviewers.Contains(context.Actor.Id))
        {
            yield return new Blocker("vetter-must-not-be-interviewer", "You interviewed this person; somebody else must assess exclusion.");
        }

        foreach (var blocker in BlindReview.AgainstChange(file, context, file.Vetting.Exclusions.Exists(e => e.Provenance.By == context.Actor.Id && e.Value.Subject == Subject)))
        {
            yield return blocker;
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write the reason for the conclusion.");
        }

        if (Conclusion != ExclusionConclusion.NoTrigger && new[] { Act, Contribution, KnowledgeAndIntent }.Any(string.IsNullOrWhiteSpace))
        {
            yield return new Blocker("assessment-incomplete", "Act, contribution, knowledge and intent are each needed before a conclusion.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var assessment = new ExclusionAssessment(Subject, Limb, Act, Contribution, KnowledgeAndIntent, Defences, Proportionality, Conclusion, Reason.Trim())
        {
            EntryHash = file.Vetting.LatestRun?.Value.Hits.Find(h => h.Label == Subject)?.EntryHash,
        };
        return new(file with { Vetting = file.Vetting with { Exclusions = file.Vetting.Exclusions.Add(context.Record(assessment, "vetter", Confidence.Confirmed)) } });
    }
}

[ActKind("assess-voluntariness", Compartment.Vetting, Role.Vetter)]
public sealed record AssessVoluntariness(bool Voluntary, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in BlindReview.AgainstChange(file, context, file.Vetting.Voluntariness.Exists(v => v.Provenance.By == context.Actor.Id)))
        {
            yield return blocker;
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Say how he entered, why he stayed and which chances to leave he had.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { Voluntariness = file.Vetting.Voluntariness.Add(context.Record(new VoluntarinessFinding(Voluntary, Reason), "vetter")) } });
}
