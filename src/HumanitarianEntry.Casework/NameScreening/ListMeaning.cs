using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>What being on a list means hangs on who asserts it. Whoever could turn that round does not do it alone.</summary>
public static class ListMeaning
{
    /// <param name="inForce">The lists in force.</param>
    /// <returns>Why a second person must confirm the version; null when one is enough.</returns>
    public static Sentence? NeedsSecond(ListHeader header, IReadOnlyCollection<ListHeader> inForce)
    {
        var before = inForce.FirstOrDefault(l => l.Key == header.Key);
        if (before is not null)
        {
            return before.AssertingAuthority != header.AssertingAuthority
                ? Sentence.Of($"The authority whose claim the entries are changes from {before.AssertingAuthority} to {header.AssertingAuthority}.")
                : null;
        }

        if (header.Kind == ListKind.PersecutorWanted)
        {
            return Sentence.Of("It is a new list of the persecuting state: its hits count for the person and never against him.");
        }

        return inForce.Any(l => l.Kind == ListKind.PersecutorWanted && l.AssertingAuthority.Trim().Equals(header.AssertingAuthority.Trim(), StringComparison.OrdinalIgnoreCase))
            ? Sentence.Of($"{header.AssertingAuthority} is the authority of a list of the persecuting state, and this list would count against people.")
            : null;
    }
}
