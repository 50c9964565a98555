using HumanitarianEntry.Domain.AccessCodes;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Custody;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Lookalikes;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.Needs;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Domain.SamePerson;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.UnitTests.Domain.Building;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>One act of every kind, with every optional field filled where it has any.</summary>
internal static class ActSamples
{
    private static readonly DateOnly Day = new(2023, 5, 2);
    private static readonly PartialDate Month = PartialDate.Parse("2022-08");
    private static readonly ReadUnit Unit = new("u-1", "00117", "9-я бригада", [new UnitAbove("u-2", null, "brigade")], "1") { Garrison = "town", Latitude = 48.5, Longitude = 37.25 };

    private static readonly Guid SomeCase = new("0de30de3-0000-4000-8000-000000000001");

    public static Act[] All { get; } =
    [
        new OpenCase("DEMO", CaseBuilder.Channel, "KZ", "ru", "reason") { Priority = Priority.Urgent, StayExpiresOn = Month, Wanted = true, PapersHeld = ["internal passport"], FamilySize = 2, ReferredBy = "desk" },
        new SetPriority(Priority.Emergency, "reason"),
        new NoteLikeness(SomeCase, "HE-DEMO", [LikenessReason.Address, LikenessReason.NameAndBirthDate]),
        new DismissLikeness(SomeCase, "reason"),
        new ProposeMerge(SomeCase, "reason"),
        new AskForMerge(SomeCase, "HE-DEMO", SomeCase),
        new AnswerMerge(SomeCase, Agrees: true, "reason"),
        new EndMerge(SomeCase, Agreed: true),
        new PlanSafeContact([CaseBuilder.Channel], true, "one", "two", "nothing") { FallbackPerson = "a friend", MailNotices = true },
        new RecordConsent(ConsentPurpose.Submit, ConsentStatus.Withdrawn, "v1", "ru", ConsentMethod.VerbalWitnessed) { Recipient = "FR", ExpiresOn = Day, ReadBack = true },
        new RecordStay("KZ", "asylum", Month) { Until = Month, ReturnedOn = Month, Corrects = 1, Why = "reason" },
        new StrikeStay(1, "reason"),
        new RecordContactAttempt(ChannelKind.ViaPerson, false, true, "note"),
        new ProposeAppointment(AppointmentKind.ReadBack, CaseBuilder.FirstContact.AddDays(1), 60, ChannelKind.Signal) { Language = "ru", InterpreterCode = "INT-4", Words = "words", AgreedOutsideSafeHours = true, Replaces = People.Vetter.Id },
        new AnswerAppointment(People.Vetter.Id, Comes: false) { Words = "words" },
        new CancelAppointment(People.Vetter.Id) { Reason = "reason" },
        new RecordAttendance(People.Vetter.Id, Came: false) { Note = "note" },
        new AskHandOver(People.Vetter.Id) { Note = "note" },
        new AnswerHandOver(People.Vetter.Id, Accepts: false) { Reason = "reason" },
        new TakeBackHandOver(People.Vetter.Id),
        new StandIn(),
        new DeclareConflict(ConflictKind.SameTown, "reason"),
        new RecordName(NameKind.CallSign, Script.Cyrillic) { Family = "Щ", Given = "А", Patronymic = "Ю", Source = "passport", AsTyped = true },
        new RecordBirth(PartialDate.Parse("1998"), Sex.M, ["RU"]) { Place = "Demograd", Country = "RU" },
        new RecordDocument(DocumentKind.MilitaryId, SeenAs.None, "unit") { Series = "00", Number = "1", Issuer = "x", IssuedOn = Month, ExpiresOn = Month, HasPhoto = true, MrzLine1 = "a", MrzLine2 = "b" },
        new ComparePhoto("D1", PhotoMatch.CannotTell),
        new GradeIdentity(IdentityGrade.B, "reason") { LiveVideoSeen = true, IndependentWitnesses = 2 },
        new RecordDocumentObstacle("a", "b", "c"),
        new CheckKnowledge([new KnowledgeAnswer(KnowledgeTopic.School, KnowledgeResult.Contradicts, "note")]),
        new RecordRecognition("D1", "FR", Recognition.CaseByCase, "source") { Since = Day },
        new StartInterview(InterviewMode.InPerson, "ru") { WithInterpreter = true, InterpreterCode = "INT-4", Kind = SessionKind.Exclusion },
        new MarkBreak(Begins: true),
        new EndInterviewSession(SessionEnding.LineLost) { Note = "note" },
        new RecordAnswers([new GivenAnswer("E3", "value") { Verbatim = "слова", Trigger = true }]),
        new RecordReadBack(true) { Corrections = "one", Corrected = [new GivenAnswer("A1", "right")], Heard = ["A1", "B2"], Language = "ru", InterpreterCode = "INT-4" },
        new RecordStatement("ru", "текст") { Translation = "texte", TranslationLanguage = "fr", TranslatorFunction = "sworn", Signed = true },
        new RecordService("army", "00117", "place", Month, "private", "driver", ServiceBasis.PrisonRecruit) { UnitName = "n", To = Month, OnUkrainianTerritory = true, RemoteRole = true },
        new RecordProsecution("RU", "337", ProsecutionStatus.WantedInterstate, "lawyer") { Body = "b", Number = "1", On = Month },
        new RecordAsylumProcedure("KZ", ProcedureStage.Refused, "office") { Continues = "P1", FiledOn = Month, FileNumber = "7", NextStep = "appeal", CertificateUntil = Day, RemedyUntil = Day },
        new RecordCourtEvent(CourtEventKind.RemovalHearing, "KZ", "court", CaseBuilder.FirstContact, "Asia/Almaty") { Continues = "C1", Outcome = "adjourned", RemedyUntil = Day, RemedyTaken = true },
        new RecordRemovalOrder(RemovalKind.Extradition, "KZ", "court", RemovalStatus.Suspended) { Continues = "R1", IssuedOn = Day, EnforceableFrom = Day, SuspendedBy = "appeal court", SuspendedUntil = Day, RemedyUntil = Day, RemedyTaken = true },
        new RecordExitRestriction("RU", ExitBasis.SummonsPosted, LearntHow.Relative, "a letter") { Continues = "X1", Since = Month, Until = Day, Lifted = true },
        new RecordWantedStatus("RU", SearchReach.CisInterstate, "a list", LearntHow.OfflineList, Day, Reliability.B) { Continues = "W1", Articles = "337", Ended = true },
        new RemindLegalDay(LegalDayKind.Removal, "R1", Day, 14),
        new RecordFamilyMember(Relation.Child, "a child") { Continues = "M1", BirthYear = 2015, Country = "KZ", Dependant = true, Travels = true },
        new CheckBestInterest("M1", Day, BestInterest.ToTravel, Custody.OtherParentAgrees, ChildHeard: true, "reasons"),
        new RecordMemberConsent("M1", ConsentPurpose.Submit, ConsentStatus.Given, ConsentMethod.Signed, "ru"),
        new RecordMemberOutcome("M1", MemberDecision.Refused, Day) { GoesAhead = false },
        new WriteNeed(Sheet.Psychological, "sleep", NeedUrgency.Soon) { Continues = "N1", Whose = "M1", Met = true },
        new ReferNeed(Sheet.Medical, "N1", "a clinic", "what is needed"),
        new AnswerReferral(Sheet.Medical, "A1", "next week"),
        new RequestScreening(),
        new RecordScreeningRun(new ScreeningRun("1", "hash", [Screenings.WantedList], [Screenings.Wanted()], "failed")) { ByItself = true },
        new ScreenByItself(),
        new CarryScreening("1", "hash", [Screenings.WantedList], [Screenings.WantedList with { Version = "2" }]),
        new ReportScreeningGap(["DEMO list, version 2"], CaseBuilder.FirstContact),
        new AdjudicateHit("H1", HitOutcome.NotSame, "reason") { Codes = [HitReason.OtherBirthDate, HitReason.OtherPatronymic], ReviewOn = new DateOnly(2027, 1, 1), Evidence = ["E1"] },
        new ReopenDismissal("hash", new DateOnly(2027, 1, 1)),
        new ReportIncident("I-1", ["00117"], "place", Month, Month, "type", ["source"]) { Latitude = 48.5, Longitude = 37.25, Contested = true },
        new AssessUnitOverlap("S1", "I-1") { AbsenceProvenBy = "E1", AbsentFrom = Month, AbsentTo = Month, Tie = UnitTie.PartOfUnit },
        new ChooseUnit("S1", Unit, "reason"),
        new HoldService([new HeldService("S1", Unit, [new TiedIncident(new ReportedIncident("D-1", ["00117"], "place", Month, Month, "type", ["source"]) { Register = "1" }, UnitTie.UnitAbove, "brigade")], [new UnitExposure("list", "e1", "hash", "DEMO", "unit", "2022")])]),
        new NoteIncidentNews(["S1 D-1 00"]),
        new AssessExclusion("E3", ExclusionLimb.CrimeAgainstHumanity, "act", ExclusionConclusion.SeriousReasons, "reason")
        {
            When = "w", Where = "w", Sources = "s", Contribution = "c", KnowledgeAndIntent = "k", Defences = "d", Proportionality = "p", Expiation = "e", Standard = "s", WhyNew = "n",
            Elements = [new ElementAnswer(ExclusionElement.NamedInhumaneAct, ElementFinding.CannotTell, "w")], Modes = [ContributionMode.CommonPurpose], Grounds = [ExclusionGround.Duress], Links = [new FactLink(FactLinkKind.Incident, "I-1")],
        },
        new AssessVoluntariness(true, "reason")
        {
            CannotTell = true, Entered = EntryIntoService.PrivateCompany, Since = Month, Pay = "p", ChancesTaken = "t", ChancesNotTaken = "n", Refusals = "r", Decorations = "d", Recruited = "r", Alternatives = "a", Knew = "k",
            Links = [new FactLink(FactLinkKind.Answer, "D4")],
        },
        new RecordFinding(FindingKind.OpenSource, "claim", "source", "B2", "counter", true) { Pattern = IntegrityPattern.CoachedText, Innocent = "i", Links = [new FactLink(FactLinkKind.Capture, "C1")] },
        new SettleFinding("F1", FindingStanding.Answered, "reason"),
        new RecordCapture(CaptureSubject.CourtRecord, "https://example.org/", CaseBuilder.FirstContact, "Europe/Paris", CaptureMethod.ArchiveCopy, "shows", "otherwise")
        {
            File = new EvidenceFile(Guid.Empty, "aa", 1, "image/png"), FirstAppearance = "f", NoContact = true, NoFriendRequest = true, NoFaceUpload = true,
        },
        new CloseOpenSourceReview("looked", "found", "not found"),
        new AddEvidence(EvidenceType.SymbolicAct, "title", "applicant")
        {
            ClaimedOn = Month, Place = "p", SourceUrl = "https://example.org/", Description = "d", File = new EvidenceFile(Guid.Empty, "aa", 1, "image/png"),
            IsPublic = true, IsCostly = true, FromLinkedSource = true, OriginalSeen = true, IsGraphic = true,
            HowCaptured = CaptureMethod.Screenshot, CapturedAt = CaseBuilder.FirstContact, ArchivedUrl = "https://example.org/kept", Language = "ru",
        },
        new GradeEvidence("E1", Reliability.A, 1, "how") { VerifiedOn = Month, LowerTo = Corroboration.K1, WhyLower = "why", Corroboration = Corroboration.KX },
        new CheckEvidence("E1", CheckOutcome.NotPossible, [VerificationCheck.PaperRoute, VerificationCheck.NumberAndStamp]) { Note = "n" },
        new SupportEvidence("E1", SupportKind.OtherItem, "shows") { Other = "E2", Source = "s", Ties = [SourceTie.JointWork, SourceTie.SamePublisher], SameAs = "E1.1" },
        new WithdrawSupport("E1.1", "reason"),
        new RecordContraryAct(ContraryKind.WarSymbolShown, "photo", "own account") { On = Month, Disclosed = true },
        new AnswerContraryAct("N1", "answer") { NotSo = true },
        new WriteRecommendation("summary", [new CriterionFinding("identity", "f") { Result = CriterionResult.MetWithDoubt, Evidence = ["E1"] }]) { Doubts = ["d"], Conditions = ["c"] },
        new RecordHearing(HearingWay.Call, "told", "answer"),
        new LeaveOutHearing("why"),
        new AnswerConditions(Accepts: false) { Words = "words" },
        new AskForReview("grounds"),
        new DecideReview(Upheld: true, "reason"),
        new ExamineFileAgain("E1"),
        new MarkGraphic("E1", IsGraphic: true),
        new StateCapture("E1", CaptureMethod.SavedPage) { Url = "https://example.org/", CapturedAt = CaseBuilder.FirstContact, ArchivedUrl = "https://example.org/kept" },
        new NoteLookalike("E1", LookalikeKind.SamePicture) { OtherItem = "E2", Other = SomeCase, OtherReference = "HE-DEMO", IsInMany = true },
        new AnswerLookalike("L1", LookalikeVerdict.SharedByLinkedPerson, "reason"),
        new OrderTranslation(new TranslationSource(TranslationSourceKind.Item, "E1", "page 2"), "ru", "fr", People.Translator.Id, Day) { Text = "текст", WithPicture = true, Instructions = "words", NoneOf = ["I-07", "#2"] },
        new TakeTranslation("T-2222-2222"),
        new DeclineTranslation("T-2222-2222", DeclineReason.Conflict) { Conflict = ConflictKind.SameTown, Words = "words" },
        new DeliverTranslation("T-2222-2222", "texte", TranslatorQualification.Sworn, Certifies: true) { Transcript = "текст", Notes = new TranslatorNotes { Illegible = "line 3", Explained = "ВУС: speciality", Names = "Schurenkov" } },
        new ReadTranslation("T-2222-2222", 1, Accepts: false) { Remarks = "words", NoneOf = ["I-07"] },
        new WithdrawTranslation("T-2222-2222", "reason"),
        new RemindTranslation("T-2222-2222"),
        new RecordEvidenceLanguage("E1", "ru"),
        new StateEvidenceForm("E1", EvidenceShape.WrittenText),
        new RecordCaptureExamination(new FileExamination("C1", Guid.Empty, "aa", ScanVerdict.Malware) { Scanner = "s", Malware = "m" }),
        new ExamineCaptureAgain("C1"),
        new RecordFileExamination(new FileExamination("E1", Guid.Empty, "aa", ScanVerdict.Clean)
        {
            Scanner = "s", Traits = [new FileTrait("Make", "m")], IsLetThrough = true, Reason = NotScannedReason.TooLarge, Malware = "m", NoCopy = NoCopyReason.Broken,
            Copy = new WorkingCopy(Guid.Empty, "bb", 1, "png", Guid.Empty, "aa", "t", "p", CaseBuilder.FirstContact),
            Preview = new WorkingCopy(Guid.Empty, "cc", 1, "jpeg", Guid.Empty, "aa", "t", "p", CaseBuilder.FirstContact),
            Capture = new WebCapture(CaptureKind.Wacz, [new CapturedPage("https://example.org/", "t", CaseBuilder.FirstContact, 200, "text/html", "dd")])
            {
                Software = "s", PageCount = 2, Records = 3, HashesThatHold = 4, IsSigned = true, Faults = [new CaptureFault(CaptureFaultKind.HashDiffers, "w")], FaultCount = 1,
            },
        }),
        new MakeDossier("fr", "post"),
        new MakeUrgentDossier("fr", "post"),
        new ReleaseUrgentDossier(1, "reason"),
        new HandOverUrgentDossier(1, "by hand"),
        new ChoosePhotograph("E1") { PersonAgrees = true },
        new LinkCase("K7Q-4MZ", Stands: true),
        new RecordDossierVersion(new DossierVersion(1, "fr", "post", "in", Guid.Empty, "sha", 1, 2, CaseBuilder.FirstContact) {
            Scan = new LeakScan("w", 3, [new LeakHit(WithheldKind.RelativeName, LeakPlace.Page, "annexe-01.pdf", 2, "DEMO")]), Kind = DossierKind.Urgent, Profile = "p",
            Annexes = [new DossierAnnex("E1", 1, "aa", AnnexPlace.Page)],
        }),
        new SubmitDossier("by hand", "post"),
        new RecordReceipt("1", Month),
        new RequestInformation("Where was he?") { DueOn = Day },
        new AnswerInformationRequest("There.") { Annexes = ["E1"] },
        new RecordStateDecision("refused", Day, "letter", "reason") { Conditions = ["c"], Remedy = "court", RemedyUntil = Day, ValidUntil = Day },
        new RecordTravelPaper(TravelPaperKind.VisaOnSeparateForm, "1", Day, Day) { SingleJourney = false, RouteAllowed = ["FR"], CarrierAccepts = true },
        new CheckTravel(WantedScope.Interstate, "lawyer", Finding.Yes, Finding.No, Finding.Unknown, Finding.No)
        {
            Route = ["KZ", "FR"], Carrier = "c", CheckInTimes = "t", AbortCriteria = "a", CounselOnCall = true, ConditionsMet = ["x"],
        },
        new RecordCheckIn(TravelEvent.PassedExitControl) { Note = "n" },
        new OfferReception("partner", "room"),
        new PrepareReception("name", "ru", "needs") { MedicalAlerts = "m", FirstAppointments = "f" },
        new RecordFollowUp("contact", "note"),
        new ExplainMismatch("key", "seen", [InnocentReason.Misheard, InnocentReason.PaperUsedToFlee]) { Words = "words" },
        new AskAboutMismatch("key", "seen"),
        new KeepMismatchOpen("key", "seen", "words"),
        new LookAgainAtMismatch("key", "seen", Agrees: false) { Words = "words" },
        new WeighMismatch("key", "seen", MismatchStepKind.NotAgreed, [InnocentReason.Interpreter]) { Words = "words" },
        new OpenEmergency("detained", "reason"),
        new CloseEmergency("released", "reason"),
        new CloseEarly("signposted", "reason"),
        new RemindPaperExpiry(1, 14),
        new ReportDossierTrouble(1, "renderer-missing", IsTriedAgain: true),
        new ReportFileCondition(Guid.Empty, FileCondition.Altered),
        new ParkCase("reason"),
        new UnparkCase("reason"),
        new SealCase("reason"),
        new UnsealCase("reason"),
        new ReopenCase(ReopeningCause.AdverseHit, "reason"),
        new RetryStep("boom!1"),
        new FollowProgramme(3, ProgrammeEvent.Stopped),
        new MoveRun(4, "fr-ple-kz-v2"),
        new RerouteCase("lt-hum", "reason"),
        new WithdrawCase { Reason = "none" },
        new TimerDue("wait"),
        new TellClockMark("interview#1", Gate.Interview, ClockMark.ToCaseLead) { Passed = [ClockMark.FirstReminder, ClockMark.SecondReminder] },
        new RemindStayEnd(1, 14),
        new SendMessage("text"),
        new AskFormally(FormalRequestKind.Erase, "words"),
        new TakeBackRequest(1),
        new AnswerRequest(1, FormalOutcome.InPart, "words") { TimeUntil = Day },
        new TieClaim("service-S1", BackingKind.EvidenceItem, "E1", "names the unit") { Seen = "0123456789abcdef0123" }, new UntieClaim("T1", "another unit"),
        new MarkClaimUnsupported("prosecution-1", UnsupportedBecause.OwnWordOnly) { Seen = "0123456789abcdef0123", Words = "words" }, new ExplainDisagreement("counted-E1", "words") { Seen = "0123456789abcdef0123" },
        new ProposeErasureAnswer(1, FormalOutcome.NotGranted, "words", "reason") { Ground = KeepingGround.LegalClaims, ReceiversAsked = true },
        new SecondErasureAnswer(1, Agrees: true, "reason"),
        new TakeOwnCopy(),
        new RemindFormalRequest(1, 7),
        new RemindConsentEnd(SomeCase, 7),
        new RemindReview(ClockMark.FirstReminder),
        new ProposeAccessCode("code phrase", "reason"),
        new IssueAccessCode("voice"),
        new MakeDangerCode(),
        new RecordDangerCodeUse(),
        new ClaimCase(),
        new AssignStaff(People.Vetter.Id, Role.Vetter, "north"),
        new UnassignStaff(People.Vetter.Id, Role.Vetter, "reason"),
        new DecideGate(Gate.InformationRequest, "cannot-answer", "reason") { ReasonCodes = ["NR-ID"] },
        new ProposeDecision(Gate.TravelSafety, "hold", "reason") { ReasonCodes = ["x"] },
        new SecondDecision(Gate.Vetting, "clear", "reason"),
    ];
}
