using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;

namespace HumanitarianEntry.Casework.Assignments;

/// <summary>What was handed to which post, beside the case, so that a post's list need not open the dossiers of all its cases.</summary>
internal static class PostColumn
{
    /// <param name="after">The case after the act.</param>
    public static void Set(CaseRow row, ActWrite act, CaseFile after)
    {
        // In cases from before it was written down it is when the first wall goes up.
        if (!after.HasSame(Compartment.Dossier, act.Loaded.File) || (row.Handed is null && act.Outcome.Assignments.Exists(a => a.Post is not null)))
        {
            row.Handed = after.Dossier.Submissions.IsEmpty ? null : Write(after.Dossier);
        }
    }

    public static ImmutableList<HandedToPost> Read(string? handed) => handed is null ? [] : JsonSerializer.Deserialize<ImmutableList<HandedToPost>>(handed, DomainJson.Options)!;

    /// <summary>What differs between the row and what the facts say; a row that says nothing is from before.</summary>
    public static IEnumerable<string> Faults(CaseRow row, CaseFile file) => row.Handed is { } handed && handed != Write(file.Dossier) ? ["what was handed to which post is not what the acts made it"] : [];

    private static string Write(DossierFacts dossier) => JsonSerializer.Serialize(PostWall.Handed(dossier), DomainJson.Options);
}
