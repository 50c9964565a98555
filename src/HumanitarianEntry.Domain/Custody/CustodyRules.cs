using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Lookalikes;
using HumanitarianEntry.Domain.Translations;

namespace HumanitarianEntry.Domain.Custody;

/// <summary>Which acts of a case belong to the custody of one item of evidence: it was received, judged, found damaged (handbook section 3, custody event).</summary>
public static class CustodyRules
{
    /// <summary>Kinds of act that can belong to the custody of an item; no other needs to be opened.</summary>
    public static readonly IReadOnlySet<Type> Acts = new HashSet<Type>
    {
        typeof(AddEvidence), typeof(GradeEvidence), typeof(CheckEvidence), typeof(SupportEvidence), typeof(WithdrawSupport), typeof(MarkGraphic), typeof(NoteLookalike), typeof(AnswerLookalike), typeof(ReportFileCondition), typeof(RecordFileExamination), typeof(ExamineFileAgain), typeof(StateCapture), typeof(SubmitDossier),
        typeof(RecordEvidenceLanguage), typeof(StateEvidenceForm), typeof(OrderTranslation), typeof(TakeTranslation), typeof(DeclineTranslation), typeof(DeliverTranslation), typeof(ReadTranslation), typeof(WithdrawTranslation),
    };

    /// <param name="act">An act as it was carried out.</param>
    /// <param name="at">When it was.</param>
    /// <param name="item">The item with the provenance under which it is on file.</param>
    /// <param name="facts">By which the number of a job, a support or a lookalike is traced to its item.</param>
    public static bool Concerns(Act act, DateTimeOffset at, Recorded<EvidenceItem> item, EvidenceFacts facts) => act switch
    {
        AddEvidence added => added.File is { } file ? file.FileId == item.Value.File?.FileId : item.Value.File is null && added.Title.Trim() == item.Value.Title && at == item.Provenance.At,
        GradeEvidence graded => graded.Item == item.Value.Label,
        CheckEvidence looked => looked.Item == item.Value.Label,
        SupportEvidence supported => supported.Item == item.Value.Label,
        WithdrawSupport withdrawn => facts.SupportsOf(item.Value.Label).Any(s => s.Value.Label == withdrawn.Support),
        MarkGraphic mark => mark.Item == item.Value.Label,
        NoteLookalike found => found.Item == item.Value.Label || found.OtherItem == item.Value.Label,
        AnswerLookalike answer => facts.Lookalikes.Exists(l => l.Value.Label == answer.Label && l.Value.Item == item.Value.Label),
        ReportFileCondition report => report.FileId == item.Value.File?.FileId,
        RecordFileExamination found => found.Examination.Item == item.Value.Label,
        ExamineFileAgain again => again.Item == item.Value.Label,
        StateCapture stated => stated.Item == item.Value.Label,
        RecordEvidenceLanguage said => said.Item == item.Value.Label,
        StateEvidenceForm said => said.Item == item.Value.Label,
        OrderTranslation ordered => ordered.Source.Kind == TranslationSourceKind.Item && ordered.Source.Subject == item.Value.Label,
        _ => JobOf(act) is { } number && facts.Translations?.Orders.Exists(o => o.Value.Number == number && o.Value.Source.Subject == item.Value.Label) == true,
    };

    /// <summary>The number of the translation that an act is about; null for every other act.</summary>
    public static string? JobOf(Act? act) => act switch
    {
        TakeTranslation taken => taken.Job,
        DeclineTranslation declined => declined.Job,
        DeliverTranslation delivered => delivered.Job,
        ReadTranslation read => read.Job,
        WithdrawTranslation withdrawn => withdrawn.Job,
        _ => null,
    };

    /// <summary>How a copy of the item, and translations of it that are files of their own, left with an act; nothing where they did not. Versions of before they named their annexes say nothing.</summary>
    /// <param name="dossier">The versions and hand-overs of the case.</param>
    public static IEnumerable<CustodyExport> ExportsBy(Act act, DateTimeOffset at, string label, DossierFacts dossier) => act switch
    {
        SubmitDossier when dossier.Submissions.Find(s => s.Provenance.At == at)?.Value is { } handed && dossier.Versions.Find(v => v.Version == handed.DossierVersion)?.Annexes is { } annexes =>
            annexes.Where(a => a.Item == label && a.Place != AnnexPlace.NamedOnly).Select(a => new CustodyExport(handed.DossierVersion, a.Number, handed.RecipientFunction, a.Sha256) { Translation = a.Translation }),
        _ => [],
    };
}

/// <summary>A copy of an item left the house.</summary>
/// <param name="Version">Of the dossier.</param>
/// <param name="Number">Of the annex.</param>
/// <param name="Sha256">Of the copy.</param>
public sealed record CustodyExport(int Version, int Number, string RecipientFunction, string Sha256)
{
    /// <summary>Number of the translation that left; null for the item's own copy.</summary>
    public string? Translation { get; init; }
}
