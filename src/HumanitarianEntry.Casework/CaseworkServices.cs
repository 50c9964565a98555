using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Announcements;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Consistency;
using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Deadlines;
using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Casework.DossierMaking.LeakSearch;
using HumanitarianEntry.Casework.Drafting;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Erasure;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Casework.Health;
using HumanitarianEntry.Casework.LegalSituation;
using HumanitarianEntry.Casework.Lookalikes;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.ProofKeys;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Casework.SamePerson;
using HumanitarianEntry.Casework.Referrals;
using HumanitarianEntry.Casework.ScreeningThresholds;
using HumanitarianEntry.Casework.Translations;
using HumanitarianEntry.Dossiers.Reading;
using HumanitarianEntry.Dossiers.Rendering;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Notices.Labelling;
using HumanitarianEntry.Notices.Mail;
using HumanitarianEntry.Notices.Neutral;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework;

/// <summary>Where an installation finds its parts.</summary>
public sealed record CaseworkOptions
{
    public required StorageOptions Storage { get; init; }

    /// <summary>Folder of definitions and programme settings.</summary>
    public required string WorkflowsPath { get; init; }

    /// <summary>Folder of notice texts, inside texts, labels and dossier templates.</summary>
    public required string TemplatesPath { get; init; }

    public required MailSettings Mail { get; init; }

    /// <summary>Where the daily seals go; null: beside the files, without a time stamp service.</summary>
    public CustodySettings? Custody { get; init; }

    /// <summary>Stands in the certificate that dossiers are signed with; readable for everybody who gets one.</summary>
    public string DossierOrganisation { get; init; } = "Humanitarian entry";

    /// <summary>One of the staff gets at most one mail in this span; zero: one for every act that tells him something.</summary>
    public TimeSpan StaffMailPause { get; init; }

    /// <summary>False where one invented story is told many times: all its cases would be one person's, with the same files.</summary>
    public bool FindsSamePerson { get; init; } = true;

    /// <summary>How files of the evidence are examined. Strict where nothing is said: there is no scanner, and what was not scanned holds the dossier.</summary>
    public ExaminationOptions Examinations { get; init; } = new();

    /// <summary>Mails to applicants leave at a random moment within this span.</summary>
    public TimeSpan ApplicantMailJitter { get; init; } = TimeSpan.FromMinutes(30);
}

/// <summary>Registration of everything that changes or reads a case. Texts and definitions are read here: what is missing or broken stops the start.</summary>
public static class CaseworkServices
{
    public static IServiceCollection AddCasework(this IServiceCollection services, CaseworkOptions options)
    {
        var vocabulary = Vocabulary.Of();
        services.AddStorage(options.Storage);
        services.AddSingleton(options);
        services.AddSingleton(options.Mail);
        services.AddSingleton(new AnnouncementOptions(options.ApplicantMailJitter));
        services.AddSingleton(new StaffMailPause(options.StaffMailPause));
        var programmes = ProgrammeLibrary.Load(options.WorkflowsPath);
        DossierTemplates.Demand(options.TemplatesPath, programmes.All);
        services.AddSingleton(programmes);
        services.AddSingleton(NoticeTexts.Load(Path.Combine(options.TemplatesPath, "notices")));
        services.AddSingleton(InsideTexts.Load(Path.Combine(options.TemplatesPath, "inside"), vocabulary));
        services.AddSingleton(Labels.Load(Path.Combine(options.TemplatesPath, "labels"), vocabulary));
        services.AddSingleton(s => options.Mail.CreateTransport(s.GetRequiredService<TimeProvider>()));

        services.AddSingleton<ProgrammeChanges>();
        services.AddSingleton<Announcer>();
        services.AddSingleton<CaseWriter>();
        services.AddSingleton<ActRunner>();
        services.AddSingleton<CaseFiles>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<FilePieces>();
        services.AddSingleton(options.Examinations);
        services.AddSingleton<ClamdClient>();
        services.AddSingleton<FileExaminer>();
        services.AddSingleton<IOutboxConsumer, ExaminationConsumer>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<CaseDrafts>();
        services.AddSingleton<ReferralBatches>();
        services.AddSingleton<ReferralInbox>();
        services.AddSingleton<ReferralTokens>();
        services.AddSingleton<Worklists>();
        services.AddSingleton<PostList>();
        services.AddSingleton<Calendars>();
        services.AddSingleton<Absences>();
        services.AddSingleton<HandOverDesk>();
        services.AddSingleton<TranslatorDesk>();
        services.AddSingleton<SourceText>();
        services.AddSingleton<InterpreterCodes>();
        services.AddSingleton<SavedFilters>();
        services.AddSingleton<StaffTiesStore>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<GateVerdicts>();
        services.AddSingleton<ClaimDesk>();
        services.AddSingleton<CaseMaps>();
        services.AddSingleton<RunViews>();
        services.AddSingleton<DefinitionShelf>();
        services.AddSingleton<OwnCases>();
        services.AddSingleton<OwnDisclosures>();
        services.AddSingleton<OwnReviews>();
        services.AddSingleton<OwnCopies>();
        services.AddSingleton<StaffDirectory>();
        services.AddSingleton<FileOpenings>();
        services.AddSingleton<CaseTimeline>();
        services.AddSingleton<CaseDisclosures>();
        services.AddSingleton<CasePool>();
        services.AddSingleton<ProtectionDesk>();
        services.AddSingleton<LegalDesk>();
        services.AddSingleton<SheetDesk>();
        services.AddSingleton<AuditDesk>();
        services.AddSingleton<AccountHistory>();
        services.AddSingleton<InstallationDesk>();

        services.AddSingleton<CaseConsistency>();

        var custody = options.Custody ?? new CustodySettings { Folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(options.Storage.FilesPath))!, "day-seals") };
        custody.Demand();
        services.AddSingleton(custody);
        services.AddSingleton<CustodyRecord>();
        services.AddSingleton<FixityCheck>();
        services.AddSingleton<CustodyRound>();
        services.AddSingleton<SealKeys>();
        services.AddSingleton<DaySealFolder>();
        services.AddSingleton<DaySealer>();
        services.AddSingleton<DaySealVerifier>();
        services.AddSingleton<TimeStamps>();

        services.AddSingleton(new ExpectedWorkers([]));
        services.AddSingleton<WorkerPulse>();
        services.AddSingleton<InstallationHealth>();
        services.AddSingleton<OutboxWorker>();
        services.AddSingleton<ProgrammeSweep>();
        services.AddSingleton<ProgrammeDesk>();
        services.AddSingleton<SweepParts>();
        services.AddSingleton<TimerSweep>();
        services.AddSingleton<MarkSweep>();
        services.AddSingleton<ReminderSweep>();
        services.AddSingleton<TranslationSweep>();
        services.AddSingleton<IOutboxConsumer, MailConsumer>();
        services.AddSingleton<IOutboxConsumer, DangerConsumer>();
        services.AddSingleton<IOutboxConsumer, ClocksConsumer>();

        services.AddSingleton<CaseErasure>();
        services.AddSingleton<IOutboxConsumer, ErasureConsumer>();

        services.AddSingleton<LikenessHashes>();
        services.AddSingleton<FileMarks>();
        services.AddSingleton<IOutboxConsumer, LookalikeConsumer>();
        services.AddSingleton<EntryAnswers>();
        services.AddSingleton<ReviewFigures>();
        services.AddSingleton<IOutboxConsumer, SamePersonConsumer>();

        services.AddSingleton<ListImport>();
        services.AddSingleton<ListIntake>();
        services.AddSingleton<ColumnMappings>();
        services.AddSingleton<ListLibrary>();
        services.AddSingleton<ScreeningDesk>();
        services.AddSingleton<OpenApplicants>();
        services.AddSingleton<EngineChange>();
        services.AddSingleton<SingleChecks>();
        services.AddSingleton<ThresholdChanges>();
        services.AddSingleton<IOutboxConsumer, ThresholdConsumer>();
        services.AddSingleton<ScreeningSweep>();
        services.AddSingleton<ScreeningProof>();
        services.AddSingleton<IOutboxConsumer, OpenCasesConsumer>();
        services.AddSingleton<IOutboxConsumer, ScreeningConsumer>();
        services.AddSingleton<RegisterImport>();
        services.AddSingleton<RegisterIntake>();
        services.AddSingleton<RegisterLibrary>();
        services.AddSingleton<UnitExposures>();
        services.AddSingleton<UnitReader>();
        services.AddSingleton<UnitDesk>();
        services.AddSingleton<RegisterSweep>();
        services.AddSingleton<IOutboxConsumer, RegistersConsumer>();

        services.AddSingleton<IDossierRenderer>(_ => new TypstRenderer(new TypstRendererOptions { TemplateFolder = Path.Combine(options.TemplatesPath, "dossier") }));
        services.AddSingleton<DossierMaker>();
        services.AddSingleton<DossierPreview>();
        services.AddSingleton<IPdfTextReader>(_ => new NodePdfReader());
        services.AddSingleton<LeakScanner>();
        services.AddSingleton<FileComparison>();
        services.AddSingleton<IOutboxConsumer, DossierConsumer>();
        return services;
    }
}
