using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Domain.Assignments;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>What is said beside a colleague when somebody is put on a case.</summary>
public static class AssignmentWords
{
    public static string Of(ConflictKind kind) => kind switch
    {
        ConflictKind.KnowsThePerson => S("I know the person"),
        ConflictKind.SameUnit => S("I come from the same unit"),
        ConflictKind.SameTown => S("I come from the same town"),
        ConflictKind.Other => S("Another reason"),
    };

    public static string Of(HandOverState state) => state switch
    {
        HandOverState.Asked => S("not answered yet"),
        HandOverState.Accepted => S("accepted"),
        HandOverState.Declined => S("declined; the case is yours"),
        HandOverState.TakenBack => S("taken back"),
    };

    /// <summary>", away until ..., may come from the same unit"; empty when there is nothing to say.</summary>
    public static string Notes(Absence? away, IReadOnlyList<ConflictKind> hints)
    {
        var notes = new List<string>();
        if (away is not null)
        {
            notes.Add(S($"away from {away.From} to {away.Until}"));
        }

        notes.AddRange(hints.Select(h => S(h == ConflictKind.SameUnit ? "may come from the same unit" : "may come from the same town")));
        return notes.Count == 0 ? string.Empty : $" ({string.Join("; ", notes)})";
    }
}
