using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Notices.Labelling;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Liaisons.Dossiers;

/// <summary>A question and its answer, as far as there is one.</summary>
public sealed record AskedQuestion(InformationRequest Question, DateTimeOffset At, InformationAnswer? Answer);

/// <summary>
/// All that a post sees of a case, on one page. Built from the file that was already cut to the role, and from a few named parts of it only:
/// what is not written here cannot appear on the page.
/// </summary>
public sealed record DossierPage
{
    public required string Reference { get; init; }
    public required Label Status { get; init; }
    public required Priority Urgency { get; init; }
    public required string Programme { get; init; }
    public required string LegalBasis { get; init; }
    public required IReadOnlyList<Recorded<Submission>> Submissions { get; init; }

    /// <summary>Versions that were handed over, newest first; nothing else can be opened.</summary>
    public required IReadOnlyList<DossierVersion> Versions { get; init; }

    public required IReadOnlyList<Receipt> Receipts { get; init; }
    public required IReadOnlyList<AskedQuestion> Questions { get; init; }
    public required IReadOnlyList<StateDecision> Decisions { get; init; }
    /// <summary>Numbers of the versions that can be opened now.</summary>
    public required IReadOnlyList<int> Openable { get; init; }

    public required bool MayOpenCopies { get; init; }
    public required bool MayDecide { get; init; }
    public required bool MayRecordPaper { get; init; }

    public string Url => DossiersController.Path + Reference;

    public static DossierPage Of(Casework.Queries.CaseView view, Labels labels)
    {
        var (file, dossier, state, isHere) = (view.File, view.File.Dossier, view.File.Position.State, view.IsWithPost);
        return new()
        {
            Reference = file.Reference,
            Status = isHere && LiaisonWords.IsWithPost(labels, state) ? LiaisonWords.Of(labels, state) : LiaisonWords.Elsewhere(labels),
            Urgency = file.Priority,
            Programme = FactWords.Programme(view.Programme.Settings),
            LegalBasis = view.Programme.Settings.LegalBasis.Text,
            Submissions = dossier.Submissions,
            Versions = [.. dossier.Versions.Reverse().Where(v => LiaisonWords.MayOpen(v, state, isHere) || v.Kind == DossierKind.Full)],
            Openable = [.. dossier.Versions.Where(v => LiaisonWords.MayOpen(v, state, isHere)).Select(v => v.Version)],
            Receipts = [.. dossier.Receipts.Values()],
            Questions = [.. dossier.Questions.Select((q, i) => new AskedQuestion(q.Value, q.Provenance.At, dossier.Answers.Values().LastOrDefault(a => a.Question == i + 1)))],
            Decisions = [.. dossier.StateDecisions.Values()],
            MayOpenCopies = dossier.Versions.Exists(v => LiaisonWords.MayOpen(v, state, isHere)),
            MayDecide = isHere && file.Position.IsOpen(Gate.Decision),
            MayRecordPaper = isHere && file.Position.IsOpen(Gate.TravelDocument),
        };
    }
}
