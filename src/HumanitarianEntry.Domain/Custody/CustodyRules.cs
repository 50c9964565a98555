using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Domain.Custody;

/// <summary>Which acts of a case belong to the custody of one item of evidence: it was received, judged, found damaged (handbook section 3, custody event).</summary>
public static class CustodyRules
{
    /// <summary>Kinds of act that can belong to the custody of an item; no other needs to be opened.</summary>
    public static readonly IReadOnlySet<Type> Acts = new HashSet<Type> { typeof(AddEvidence), typeof(GradeEvidence), typeof(CheckEvidence), typeof(SupportEvidence), typeof(ReportFileCondition), typeof(RecordFileExamination), typeof(ExamineFileAgain), typeof(StateCapture) };

    /// <param name="act">An act as it was carried out.</param>
    /// <param name="at">When it was.</param>
    /// <param name="item">The item with the provenance under which it is on file.</param>
    public static bool Concerns(Act act, DateTimeOffset at, Recorded<EvidenceItem> item) => act switch
    {
        AddEvidence added => added.File is { } file ? file.FileId == item.Value.File?.FileId : item.Value.File is null && added.Title.Trim() == item.Value.Title && at == item.Provenance.At,
        GradeEvidence graded => graded.Item == item.Value.Label,
        CheckEvidence looked => looked.Item == item.Value.Label,
        SupportEvidence supported => supported.Item == item.Value.Label,
        ReportFileCondition report => report.FileId == item.Value.File?.FileId,
        RecordFileExamination found => found.Examination.Item == item.Value.Label,
        ExamineFileAgain again => again.Item == item.Value.Label,
        StateCapture stated => stated.Item == item.Value.Label,
        _ => false,
    };
}
