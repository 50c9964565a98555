using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Custody;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Lookalikes;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Translations;

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

    /// <summary>Answers to the checks of the worksheet; the latest of a check counts.</summary>
    public ImmutableList<Recorded<AnsweredCheck>> Checks { get; init; } = [];
    public ImmutableList<Recorded<Support>> Supports { get; init; } = [];
    public ImmutableList<Recorded<WithdrawnSupport>> Withdrawn { get; init; } = [];

    /// <summary>What speaks against the stance; none of it ever counts for the person.</summary>
    public ImmutableList<Recorded<ContraryAct>> ContraryActs { get; init; } = [];
    public ImmutableList<Recorded<ContraryAnswer>> ContraryAnswers { get; init; } = [];

    /// <summary>Every look into a file; <see cref="FileRules"/> says which one counts.</summary>
    public ImmutableList<Recorded<FileExamination>> Examinations { get; init; } = [];

    /// <summary>How files were captured, as people stated it; the last word on an item counts.</summary>
    public ImmutableList<Recorded<StatedCapture>> Captures { get; init; } = [];

    /// <summary>Files that look like others, of this case or another one.</summary>
    public ImmutableList<Recorded<Lookalike>> Lookalikes { get; init; } = [];
    public ImmutableList<Recorded<LookalikeAnswer>> LookalikeAnswers { get; init; } = [];

    /// <summary>Translations of items; null before the first order.</summary>
    public TranslationBook? Translations { get; init; }

    /// <summary>What was said of the language of items after they were taken in; null before the first time.</summary>
    public ImmutableList<Recorded<ItemLanguage>>? Languages { get; init; }

    /// <summary>In which form items come, as people stated it; null before the first time.</summary>
    public ImmutableList<Recorded<StatedForm>>? Forms { get; init; }

    /// <summary>What staff said of items after they had looked; null before the first time.</summary>
    public ImmutableList<Recorded<GraphicMark>>? GraphicMarks { get; init; }

    public EvidenceItem? Find(string label) => Items.Values().FirstOrDefault(i => i.Label == label);

    /// <summary>The language in which the item says what it says (BCP 47; "zxx" for none); null while nobody said it.</summary>
    public string? LanguageOf(string label) => Languages?.Values().LastOrDefault(l => l.Item == label)?.Language ?? Find(label)?.Language;

    /// <summary>
    /// The grade that counts: the latest, with its corroboration as the supports give it now; null while ungraded. A grade from before corroboration was computed keeps the one
    /// that a person set, until the item is graded anew or contradicted.
    /// </summary>
    public EvidenceGrade? GradeOf(string label) => LastGradeOf(label) switch
    {
        { IsComputed: true } grade when Find(label) is { } item => grade with { Corroboration = grade.Lowered(CorroborationRule.Of(this, item).Level) },
        { } grade when IsContradicted(label) => grade with { Corroboration = Corroboration.KX },
        var grade => grade,
    };

    public IEnumerable<Recorded<Support>> SupportsOf(string item) => Supports.Where(s => s.Value.Item == item);

    public WithdrawnSupport? WithdrawalOf(string support) => Withdrawn.Values().LastOrDefault(w => w.Label == support);

    /// <summary>What stands against the credibility that the item has, by checks that were answered since; empty for a grade of before the worksheet.</summary>
    public IEnumerable<Blocker> AgainstGrade(string label) =>
        LastGradeOf(label) is { IsComputed: true } grade && Find(label) is { } item ? Worksheet.Of(this, item).Against(grade.Credibility) : [];

    internal EvidenceGrade? LastGradeOf(string label) => Grades.Values().LastOrDefault(g => g.Item == label);

    internal bool IsContradicted(string label) =>
        SupportsOf(label).Any(s => s.Value.Kind == SupportKind.Contradiction && WithdrawalOf(s.Value.Label) is null) || LastGradeOf(label) is { IsComputed: null, Corroboration: Corroboration.KX };

    /// <summary>The top grade A1 counts only when two different people gave it, with no lower grade since.</summary>
    public bool IsConfirmed(string label) =>
        GradeOf(label) is { } grade
        && (!grade.IsTop || Grades.Where(g => g.Value.Item == label).Reverse().TakeWhile(g => g.Value.IsTop).Select(g => g.Provenance.By).Distinct().Count() >= 2);

    /// <summary>What the dossier is made from: without the notes of the worksheet, and without who the outside sources are; the same one stays recognisable as the same.</summary>
    internal EvidenceFacts Summary()
    {
        var sources = Supports.Select(s => s.Value.Source).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        string? Number(string? source) => source is null ? null : string.Create(CultureInfo.InvariantCulture, $"{sources.FindIndex(s => s.Equals(source, StringComparison.OrdinalIgnoreCase)) + 1}");
        var alike = LookalikeRules.For(Role.DossierOfficer, this);
        return new EvidenceFacts
        {
            Items = Items,
            Grades = Grades,
            Checks = Checks.ConvertAll(c => c with { Value = c.Value with { Note = null } }),
            Supports = Supports.ConvertAll(s => s with { Value = s.Value with { Description = string.Empty, Source = Number(s.Value.Source) } }),
            Withdrawn = Withdrawn.ConvertAll(w => w with { Value = w.Value with { Reason = string.Empty } }),
            ContraryActs = ContraryActs,
            ContraryAnswers = ContraryAnswers,
            Examinations = FileRules.WithoutTraits(this).Examinations,
            Captures = Captures,
            Lookalikes = alike.Lookalikes,
            LookalikeAnswers = alike.LookalikeAnswers,
            Translations = Translations,
            Languages = Languages,
            Forms = Forms,
            GraphicMarks = GraphicMarks,
            Decisions = Decisions,
        };
    }

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

    /// <summary>Shows wounds, death or abuse, as was said when it came: its picture is opened on purpose only. <see cref="FileRules.IsGraphic"/> says what counts. Absent where it is not, so that items of before read and hash the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsGraphic { get; init; }

    /// <summary>In which language it is (BCP 47); null where nobody said it. A later word stands in <see cref="EvidenceFacts.Languages"/>.</summary>
    public string? Language { get; init; }

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
/// <param name="Corroboration">As it was when the grade was given; <see cref="EvidenceFacts.GradeOf"/> gives it as it is now.</param>
/// <param name="HowVerified">The checks made, in words a sceptical official can follow.</param>
public sealed record EvidenceGrade(string Item, Reliability Reliability, int Credibility, Corroboration Corroboration, string HowVerified, PartialDate? VerifiedOn)
{
    /// <summary>The corroboration follows from supports; null for a grade from before it did.</summary>
    public bool? IsComputed { get; init; }

    /// <summary>A person set the corroboration lower than computed.</summary>
    public Corroboration? LoweredTo { get; init; }
    public string? WhyLowered { get; init; }

    public bool IsTop => Reliability == Reliability.A && Credibility == 1;

    /// <summary>The computed corroboration, or the lower one that a person set; a contradiction stays one.</summary>
    internal Corroboration Lowered(Corroboration computed) => LoweredTo is { } lower && computed != Corroboration.KX && lower < computed ? lower : computed;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reliability}{Credibility} {Corroboration}");
}

/// <summary>What a programme asks of the evidence (handbook G5, programme threshold).</summary>
public sealed record EvidenceThreshold(
    int MinActs, int MinTypes, int MinPublicOrCostly, int MinBeforeFirstContact, Reliability WorstReliability, int WorstCredibility, Corroboration WorstCorroboration);
