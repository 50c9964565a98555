using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Custody;

/// <summary>What a look at the stored bytes of a file found.</summary>
public enum FileCondition
{
    /// <summary>The bytes that were received.</summary>
    Ok,

    /// <summary>Other bytes than were received, or cut off.</summary>
    Altered,

    /// <summary>No bytes at all.</summary>
    Missing,

    /// <summary>The bytes could not be read, or the row does not say where they are: nobody can tell what they are.</summary>
    Unreadable,
}

public sealed record FileConditionReport(Guid FileId, FileCondition Condition);

/// <summary>The report of the regular look at stored files: only a change is told, in either direction (design: screening 6, fixity).</summary>
[ActKind("report-file-condition", Compartment.Evidence, Role.System)]
public sealed record ReportFileCondition(Guid FileId, FileCondition Condition) : Act
{
    public const string Damaged = "file-damaged";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Evidence.ConditionOf(FileId) == Condition)
        {
            yield return new Blocker("file-condition-known", "The condition of this file is known already.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var report = context.Record(new FileConditionReport(FileId, Condition), "file store", Confidence.Confirmed);
        return new(file with { Evidence = file.Evidence with { FileConditions = file.Evidence.FileConditions.Add(report) } })
        {
            Told = Condition == FileCondition.Ok ? [] : [new Told(Role.EvidenceCustodian, Damaged), new Told(Role.Coordinator, Damaged)],
        };
    }
}
