using HumanitarianEntry.Domain.ClaimLedger;

namespace HumanitarianEntry.Web.Shared.ClaimLedger;

/// <summary>Some claims as rows of a table.</summary>
/// <param name="Url">Of the page of the ledger.</param>
public sealed record ClaimRows(string Url, IReadOnlyList<ClaimStatus> Claims)
{
    /// <summary>So many things that a claim rests on are shown in its row.</summary>
    public const int MostShown = 3;
}

/// <summary>The counts of the ledger on the page of a case.</summary>
public sealed record ClaimLine(Casework.Queries.ClaimsSeen Seen, string CaseUrl);
