using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Recommendation;

namespace HumanitarianEntry.Domain.Gates;

/// <summary>G16: a case may not be closed for lost contact before real attempts, and not as settled before the hand-over (handbook section 2, invariants).</summary>
public static class ClosureGate
{
    private const int MinAttempts = 3;
    private const int MinChannels = 2;
    private const int MinDays = 30;

    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        if (outcome == "arrived-settled" && file.DecisionOn(Gate.Reception)?.Outcome != "accepted")
        {
            yield return new Blocker("reception-not-accepted", "No reception partner has taken over yet.");
        }

        foreach (var blocker in InternalReview.AgainstClosing(file, outcome))
        {
            yield return blocker;
        }

        if (outcome == "refused" && file.DecisionOn(Gate.Review)?.Outcome != "accept-refusal")
        {
            yield return new Blocker("refusal-not-reviewed", "A refusal is closed only after appeal and other programmes were weighed (P2).");
        }

        if (outcome == "lost-contact")
        {
            var heard = SignsOfLife.Last(file);
            var attempts = file.Contact.Attempts.Where(a => !a.Value.Answered && a.Provenance.At > heard).ToList();
            if (attempts.Count < MinAttempts || attempts.Select(a => a.Value.Channel).Distinct().Count() < MinChannels
                || attempts.Count == 0 || (context.Now - attempts[0].Provenance.At).TotalDays < MinDays || !attempts.Exists(a => a.Value.WelfareCheck))
            {
                yield return new Blocker("contact-not-really-lost", "Lost contact needs three attempts on two channels over thirty days and a welfare check: silence may mean arrest.");
            }
        }
    }
}
