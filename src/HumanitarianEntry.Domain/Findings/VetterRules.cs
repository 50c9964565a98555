using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Findings;

/// <summary>Nobody vets whom he interviewed (handbook 4g).</summary>
internal static class VetterRules
{
    public static bool IsInterviewer(CaseFile file, ActContext context) => file.Interview.Interviewers.Contains(context.Actor.Id);

    public static Blocker MustNotBeInterviewer() => new("vetter-must-not-be-interviewer", "You interviewed this person; somebody else must vet him.");
}
