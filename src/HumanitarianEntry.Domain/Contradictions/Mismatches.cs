using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>Finds what does not fit together yet in a case (handbook 4f, G8; FIELD.md row 13).</summary>
public static class Mismatches
{
    /// <summary>
    /// Every mismatch of what the file holds, the weighty ones first. Pure: on a role's view it gives what that role may know, since what is not for the role is absent from the view.
    /// </summary>
    public static ImmutableList<Mismatch> In(CaseFile file) =>
    [
        .. DateRules.Find(file).Concat(OrderRules.Find(file)).Concat(PaperRules.Find(file)).Concat(PlaceAndUnitRules.Find(file))
            .DistinctBy(m => m.Key).OrderByDescending(m => m.IsMaterial).ThenBy(m => m.Topic).ThenBy(m => m.Key, StringComparer.Ordinal),
    ];

    /// <summary>The mismatches that a role may know of, each with how it stands.</summary>
    public static ImmutableList<MismatchStatus> For(Role role, CaseFile file) => WithSteps(RoleView.For(role, file));

    /// <summary>The same for a file that is a role's view already.</summary>
    public static ImmutableList<MismatchStatus> WithSteps(CaseFile view)
    {
        var steps = Steps(view);
        return [.. In(view).Select(m => MismatchStatus.Of(m, steps))];
    }

    private static ImmutableList<Recorded<MismatchStep>> Steps(CaseFile view) => [.. (view.Interview.MismatchSteps ?? []).Concat(view.Vetting.MismatchSteps).OrderBy(s => s.Provenance.At)];
}
