using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;

namespace HumanitarianEntry.Domain.EmbassySubmission;

/// <summary>Something that was handed to a post.</summary>
/// <param name="Recipient">The function to which it went.</param>
public sealed record HandedToPost(string Recipient, bool Urgent);

/// <summary>
/// The wall between two posts of one case. A liaison who was put on it for a post sees and does what belongs to that post: what was handed to it, what was said while the dossier was with it. For everybody else
/// on the case nothing changes, also for a liaison whose seat names no post.
/// </summary>
public static class PostWall
{
    /// <summary>The post for which somebody is a liaison of this case; null where no wall stands around him.</summary>
    public static string? Of(CaseFile file, Guid staffId) => file.Assignments.Find(a => a.Role == Role.EmbassyLiaison && a.StaffId == staffId)?.Post;

    /// <summary>What was handed over, in order.</summary>
    public static ImmutableList<HandedToPost> Handed(DossierFacts dossier) => dossier.Submissions.ConvertAll(s => new HandedToPost(s.Value.RecipientFunction, IsUrgent(dossier, s.Value)));

    /// <summary>The post that has the dossier: the last to which one was handed. An urgent page moves nothing. Null before the first.</summary>
    public static string? Addressee(IEnumerable<HandedToPost> handed) => handed.LastOrDefault(h => !h.Urgent)?.Recipient;

    /// <summary>Whether anything was handed to the post; before that the case does not exist for its liaisons.</summary>
    public static bool WasHandedTo(string post, DossierFacts dossier) => dossier.Submissions.Exists(s => s.Value.RecipientFunction == post);

    /// <summary>Whether the person may do this to the case, as far as posts are concerned: only the post that has the dossier asks and decides; each confirms the receipt of what it got.</summary>
    public static bool Admits(CaseFile file, Actor actor, Act act) =>
        actor.Role != Role.EmbassyLiaison || Of(file, actor.Id) is not { } post
        || (act is RecordReceipt ? WasHandedTo(post, file.Dossier) : Addressee(Handed(file.Dossier)) == post);

    /// <summary>Whether somebody in this seat hears of it: a hand-over concerns who gets it, everything else the post that has the dossier.</summary>
    /// <param name="topic">What is told.</param>
    public static bool Hears(CaseFile file, Assignment seat, string topic) =>
        seat.Role != Role.EmbassyLiaison || seat.Post is not { } post
        || post == (topic == SubmitDossier.Received ? file.Dossier.Submissions.Latest()?.RecipientFunction : Addressee(Handed(file.Dossier)));

    /// <summary>The dossier compartment as this post may see it; what belongs to another is absent.</summary>
    public static DossierFacts For(string post, CaseFile file)
    {
        var dossier = file.Dossier;
        var submissions = dossier.Submissions.FindAll(s => s.Value.RecipientFunction == post);
        var questions = dossier.Questions.Select((q, i) => (Asked: q, Number: i + 1)).Where(q => IsOf(post, file, q.Asked.Provenance)).ToList();
        return dossier with
        {
            Submissions = submissions,
            Versions = dossier.Versions.FindAll(v => submissions.Exists(s => s.Value.Sha256 == v.Sha256)),
            Receipts = dossier.Receipts.FindAll(r => IsOf(post, file, r.Provenance)),
            StateDecisions = dossier.StateDecisions.FindAll(d => IsOf(post, file, d.Provenance)),
            Questions = [.. questions.Select(q => q.Asked)],
            Answers = [.. questions.SelectMany((q, i) => dossier.Answers.Where(a => a.Value.Question == q.Number).Select(a => a with { Value = a.Value with { Question = i + 1 } }))],
        };
    }

    /// <summary>What a liaison put down is his post's; what we put down for a post is that of the one that had the dossier then.</summary>
    private static bool IsOf(string post, CaseFile file, Provenance by) => by.Role == Role.EmbassyLiaison && Of(file, by.By) is { } own
        ? own == post
        : Addressee(Handed(file.Dossier with { Submissions = file.Dossier.Submissions.FindAll(s => s.Provenance.At <= by.At) })) == post;

    private static bool IsUrgent(DossierFacts dossier, Submission submission) => dossier.Versions.Find(v => v.Version == submission.DossierVersion)?.Kind == DossierKind.Urgent;
}
