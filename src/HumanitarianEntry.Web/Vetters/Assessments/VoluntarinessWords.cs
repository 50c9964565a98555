using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Vetters.Assessments;

public static class VoluntarinessWords
{
    /// <summary>The questions of a finding that were answered, with their answers.</summary>
    public static IEnumerable<(string Question, string Answer)> Of(VoluntarinessFinding finding) =>
        new[]
        {
            (S("Who recruited, what was promised or threatened?"), finding.Recruited),
            (S("What would have happened otherwise? Was a way back open?"), finding.Alternatives),
            (S("What did the person know of the war and of the tasks?"), finding.Knew),
            (S("Pay, and what it meant to the person"), finding.Pay),
            (S("Chances to leave that were taken"), finding.ChancesTaken),
            (S("Chances to leave that were not taken, and why"), finding.ChancesNotTaken),
            (S("Acts of refusal, and their price"), finding.Refusals),
            (S("Decorations and promotions, and what for"), finding.Decorations),
        }
        .Where(r => r.Item2.Clean() is not null).Select(r => (r.Item1, r.Item2!));
}
