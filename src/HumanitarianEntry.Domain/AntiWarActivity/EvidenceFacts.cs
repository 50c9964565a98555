using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Custody;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.AntiWarActivity;

/// <summary>Compartment "evidence": items offered as proof of anti-war activity or identity, with their grades.</summary>
public sealed record EvidenceFacts : CompartmentFacts
{
    public ImmutableList<Recorded<EvidenceItem>> Items { get; init; } = [];
    public ImmutableList<Recorded<EvidenceGrade>> Grades { get; init; } = [];

    /// <summary>Changes in the condition of stored files of the case, in the order in which they were found.</summary>
    public ImmutableList<Recorded<FileConditionReport>> FileConditions { get; init; } = [];

    /// <summary>The last known condition of a stored file; a file of which nothing was reported is as it came.</summary>
    public FileCondition ConditionOf(Guid fileId) => FileConditions.Values().LastOrDefault(r => r.FileId == fileId)?.Condition ?? FileCondition.Ok;

    public EvidenceItem? Find(string label) => Items.Values().FirstOrDefault(i => i.Label == label);

    /// <summary>The grade that counts: the latest; null while ungraded.</summary>
    public EvidenceGrade? GradeOf(string label) => Grades.Values().LastOrDefault(g => g.Item == label);

    /// <summary>The top grade A1 counts only when two different people gave it.</summary>
    public bool IsConfirmed(string label) =>
        GradeOf(label) is { } grade
        && (!grade.IsTop || Grades.Where(g => g.Value.Item == label && g.Value.IsTop).Select(g => g.Provenance.By).Distinct().Count() >= 2);

    internal EvidenceFacts Add(ActContext context, EvidenceItem item, string source)
    {
        var label = "E" + (Items.Count + 1).ToString(CultureInfo.InvariantCulture);
        return this with { Items = Items.Add(context.Record(item with { Label = label }, source)) };
    }
}

/// <summary>Types of handbook G5.</summary>
public enum EvidenceType
{
    PublicPost,
    Channel,
    MediaInterview,
    Protest,
    AdministrativeCase,
    CriminalCase,
    ResignationReport,
    WrittenRefusal,
    RefusalOrder,
    Summons,
    CourtRecord,
    CampaignLetter,
    Donation,
    LeakedDocument,
    WitnessStatement,
    MedicalRecord,
    SymbolicAct,
    HelpToOthers,
}

/// <param name="ClaimedOn">When it happened, as claimed; <see cref="EvidenceGrade.VerifiedOn"/> holds what could be verified.</param>
/// <param name="IsCostly">It cost or risked something: a position, freedom, health.</param>
public sealed record EvidenceItem(string Label, EvidenceType Type, string Title, PartialDate? ClaimedOn, string Origin, bool IsPublic, bool IsCostly)
{
    public string? Place { get; init; }
    public string? SourceUrl { get; init; }
    public string? Description { get; init; }
    public EvidenceFile? File { get; init; }

    /// <summary>Made by the applicant's own campaign or a linked applicant: never independent (handbook G5).</summary>
    public bool FromLinkedSource { get; init; }
    public bool OriginalSeen { get; init; }

    /// <summary>Content hash of the wanted-list entry that this item stands for (persecutor rule); null for everything handed in.</summary>
    public string? ListEntryHash { get; init; }
}

/// <summary>The stored bytes behind an item. The SHA-256 is kept only inside sealed records (design 11.9).</summary>
public sealed record EvidenceFile(Guid FileId, string Sha256, long Size, string Mime);

/// <summary>Reliability of the source, A best (Admiralty code).</summary>
public enum Reliability
{
    A,
    B,
    C,
    D,
    E,
    F,
}

public enum Corroboration
{
    /// <summary>None.</summary>
    K0,

    /// <summary>His own device or account shows it.</summary>
    K1,

    /// <summary>One independent source.</summary>
    K2,

    /// <summary>Two or more independent sources.</summary>
    K3,

    /// <summary>Contradicted.</summary>
    KX,
}

/// <param name="Credibility">1 (confirmed) to 6 (cannot be judged), set apart from <see cref="Reliability"/>.</param>
/// <param name="HowVerified">The checks made, in words a sceptical official can follow.</param>
public sealed record EvidenceGrade(string Item, Reliability Reliability, int Credibility, Corroboration Corroboration, string HowVerified, PartialDate? VerifiedOn)
{
    public bool IsTop => Reliability == Reliability.A && Credibility == 1;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reliability}{Credibility} {Corroboration}");
}

/// <summary>What a programme asks of the evidence (handbook G5, programme threshold).</summary>
public sealed record EvidenceThreshold(
    int MinActs, int MinTypes, int MinPublicOrCostly, int MinBeforeFirstContact, Reliability WorstReliability, int WorstCredibility, Corroboration WorstCorroboration);
