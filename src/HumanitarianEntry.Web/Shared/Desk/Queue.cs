using HumanitarianEntry.Casework.Queries;

namespace HumanitarianEntry.Web.Shared.Desk;

/// <summary>A list of cases in the order of their urgency.</summary>
/// <param name="CasePath">URL of the case page without the reference; null when the cases may not be opened from here.</param>
/// <param name="ClaimPath">Where a form takes a case from the pool; null when there is nothing to take.</param>
/// <param name="Empty">What an empty list means.</param>
public sealed record Queue(IReadOnlyList<WorkItem> Items, string? CasePath, string? ClaimPath, string Empty);

/// <summary>The cases that a person is on: what waits for him, what is with others, what has ended.</summary>
/// <param name="CasePath">URL of the case page without the reference.</param>
/// <param name="WhenEmpty">What it means that nothing waits; null: a coordinator puts people on cases.</param>
public sealed record MyCases(IReadOnlyList<WorkItem> Items, string CasePath, string? WhenEmpty = null)
{
    public string Empty => WhenEmpty ?? S("No gate waits for you. A coordinator puts you on a case; you are told in the inbox.");
}
