using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Consent;

/// <summary>G1: no step beyond this gate without a safe way to reach the person and his consent to keep his data (handbook G1).</summary>
public static class ConsentGate
{
    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        if (outcome is not ("consented" or "partial"))
        {
            yield break;
        }

        if (file.Contact.Plans.Count == 0)
        {
            yield return new Blocker("safe-contact-plan-missing", "Record how the person can be reached safely first.");
        }

        if (!file.IsAllowed(ConsentPurpose.Store, context.Now))
        {
            yield return new Blocker("consent-to-store-missing", "Without consent to keep his data the case cannot go on: choose 'refused' to close and erase.");
        }

        if (outcome == "consented")
        {
            foreach (var purpose in context.Programme.RequiredConsents.Where(p => !file.IsAllowed(p, context.Now, p == ConsentPurpose.Submit ? context.Programme.DestinationState : null)))
            {
                yield return new Blocker($"consent-missing-{purpose}".ToLowerInvariant(), $"Consent for '{purpose}' is not given. Choose 'partial' if he wants to decide later.");
            }
        }
    }
}
