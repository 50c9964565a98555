using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>Nobody vets whom he interviewed (handbook 4g).</summary>
internal static class VetterRules
{
    public static IEnumerable<Blocker> AgainstInterviewer(CaseFile file, ActContext context)
    {
        if (file.Interview.Interviewers.Contains(context.Actor.Id))
        {
            yield return new Blocker("vetter-must-not-be-interviewer", "You interviewed this person; somebody else must vet him.");
        }
    }
}
