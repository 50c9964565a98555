using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.UnitTests.Domain.Building;

/// <summary>The acts of the fictional DEMO case A (handbook section 7), in groups that tests may leave out or replace.</summary>
public sealed partial class CaseBuilder
{
    public static readonly ContactChannel Channel = new(ChannelKind.Signal, "demo-channel", "10:00-18:00", "Asia/Almaty", MayLeaveMessage: false);

    public CaseBuilder Referred()
    {
        Do(People.Intake, new OpenCase("DEMO Tyoma", Channel, "KZ", "ru", "Refuses to fight."));
        Opens(Gate.Referral);
        return this;
    }

    public CaseBuilder SafeContact() => Do(People.Intake, new PlanSafeContact([Channel], DeviceShared: false, "white rook", "black rook", "Nothing."));

    public CaseBuilder Consents(ConsentPurpose purpose, string? recipient = null, ConsentStatus status = ConsentStatus.Given) =>
        Do(People.Intake, new RecordConsent(purpose, status, "v1", "ru", ConsentMethod.Signed) { Recipient = recipient });

    public CaseBuilder AllConsents() =>
        Consents(ConsentPurpose.Store).Consents(ConsentPurpose.Record).Consents(ConsentPurpose.Vet).Consents(ConsentPurpose.Submit, "FR").Consents(ConsentPurpose.Reception);

    public CaseBuilder Names() =>
        Do(People.Screener, new RecordName(NameKind.Birth, Script.Cyrillic) { Family = "Щуренков", Given = "Артём", Patronymic = "Юрьевич" })
            .Do(People.Screener, new RecordBirth(PartialDate.Parse("1998-03-14"), Sex.M, ["RU"]));

    public CaseBuilder PassportInOriginal() =>
        Do(People.Screener, new RecordDocument(DocumentKind.InternalPassport, SeenAs.Original, "applicant")
        {
            Series = "0024",
            Number = "000101",
            HasPhoto = true,
            MrzLine1 = "PNRUSWURENKOV<<ART2M<7R9EVI3<<<<<<<<<<<<<<<<",
            MrzLine2 = "0020001010RUS9803145M<<<<<<<4180402000001<22",
        });

    public CaseBuilder PhotoComparedByTwo() =>
        Do(People.Screener, new ComparePhoto("D1", PhotoMatch.SamePerson)).Do(People.SecondScreener, new ComparePhoto("D1", PhotoMatch.SamePerson));

    public CaseBuilder GradedA() => Do(People.Screener, new GradeIdentity(IdentityGrade.A, "Original with photo, compared by two."));

    public CaseBuilder NoTravelDocumentToBeHad() => Do(People.Screener, new RecordDocumentObstacle("Never had one.", "Wanted there.", "Refused asylum."));

    public CaseBuilder Interviewed() => Do(People.Screener, new StartInterview(InterviewMode.Video, "ru")).Do(People.Screener, new RecordAnswers(Questions.AllRequired));

    public CaseBuilder Serving() =>
        Do(People.Screener, new RecordService("army", "00117", "Crimea", PartialDate.Parse("2021-06"), "lieutenant", "signal relay", ServiceBasis.Contract) { To = PartialDate.Parse("2022-08-20"), RemoteRole = true, OnUkrainianTerritory = true });

    public CaseBuilder Stated() => Do(People.Screener, new RecordStatement("ru", "ДЕМО: я отказался воевать.") { Signed = true });

    public CaseBuilder ReadBack() => Do(People.Screener, new RecordReadBack(Confirmed: true));

    public CaseBuilder Screened(params ScreeningHit[] hits) =>
        Do(People.Vetter, new RequestScreening()).Do(People.System, new RecordScreeningRun(Screenings.Run(File, hits)));

    public CaseBuilder Adjudicated(string hit, HitOutcome outcome, params Actor[] vetters) =>
        vetters.Aggregate(this, (builder, vetter) => builder.Do(vetter, new AdjudicateHit(hit, outcome, "Patronymic and birth date.") { Codes = [HitReasons.For(outcome)[0]] }));

    public CaseBuilder NotVoluntary() => Do(People.Vetter, new AssessVoluntariness(Voluntary: false, "No chance to leave before August.") { Entered = EntryIntoService.Mobilised, Since = PartialDate.Parse("2022-09") });

    public CaseBuilder IncidentCleared() =>
        Do(People.Vetter, new ReportIncident("I-07", ["00117"], "village V", PartialDate.Parse("2022-03-05"), PartialDate.Parse("2022-03-12"), "shelling", ["DEMO register"]))
            .Do(People.Vetter, new AssessUnitOverlap("S1", "I-07"))
            .Do(People.Vetter, Cleared("I-07"));

    /// <summary>A whole assessment that clears a question of a war crime.</summary>
    public static AssessExclusion Cleared(string subject) => new(subject, ExclusionLimb.WarCrime, "none by him", ExclusionConclusion.TriggerCleared, "Forty kilometres away.")
    {
        When = "March 2022",
        Where = "village V",
        Sources = "DEMO register",
        Elements = [.. ExclusionElements.Of(ExclusionLimb.WarCrime).Select(e => new ElementAnswer(e, ElementFinding.Shown, "By the register."))],
        Modes = [ContributionMode.None],
        Contribution = "none",
        KnowledgeAndIntent = "none",
        Defences = "none raised",
        Standard = "Nothing beyond suspicion.",
    };

    /// <summary>Another reviewer comes by himself to everything that the first found.</summary>
    public CaseBuilder FoundAlsoBy(Actor second)
    {
        var (vetting, first) = (File.Vetting, People.Vetter.Id);
        foreach (var hit in (vetting.LatestRun?.Value.Hits ?? []).Where(h => vetting.AnswerOf(first, h) is not null && vetting.AnswerOf(second.Id, h) is null))
        {
            Adjudicated(hit.Label, vetting.AnswerOf(first, hit)!.Outcome, second);
        }

        foreach (var found in vetting.Exclusions.Where(e => e.Provenance.By == first).Select(e => e.Value))
        {
            Do(second, Cleared(found.Subject) with { Conclusion = found.Conclusion });
        }

        return vetting.Voluntariness.Exists(v => v.Provenance.By == first) ? Do(second, new AssessVoluntariness(Voluntary: false, "Found by himself.") { Entered = EntryIntoService.NeverServed }) : this;
    }

    public CaseBuilder Vetted(string outcome) => Do(People.Vetter, new ProposeDecision(Gate.Vetting, outcome, "Checked.")).FoundAlsoBy(People.SecondVetter)
        .Do(People.SecondVetter, new SecondDecision(Gate.Vetting, outcome, "Checked again."));

    public CaseBuilder Evidence(EvidenceType type, string claimedOn, bool isPublic = false, bool isCostly = false) =>
        Do(People.Custodian, new AddEvidence(type, "DEMO item", "applicant") { ClaimedOn = PartialDate.Parse(claimedOn), IsPublic = isPublic, IsCostly = isCostly });

    /// <summary>Every check done, the supports that the corroboration asks for, then the grade; where more bears it out already, a person lowers it.</summary>
    public CaseBuilder Graded(string item, Reliability reliability, int credibility, Corroboration corroboration, params Actor[] graders) =>
        (graders.Length == 0 ? [People.Custodian] : graders).Aggregate(Checked(item).BorneOut(item, corroboration), (b, g) => b.Do(g, new GradeEvidence(item, reliability, credibility, "Looked at the original.")
        {
            LowerTo = CorroborationRule.Of(b.File.Evidence, b.File.Evidence.Find(item)!).Level is var computed && corroboration < computed ? corroboration : null,
            WhyLower = "DEMO: not convinced.",
        }));

    public CaseBuilder Staying(string from) => Do(People.Screener, new RecordStay("KZ", "asylum seeker", PartialDate.Parse(from)));

    public CaseBuilder Checked(string item, CheckOutcome outcome = CheckOutcome.Done, params VerificationCheck[] checks) =>
        Do(People.Custodian, new CheckEvidence(item, outcome, checks.Length > 0 ? [.. checks] : MinimumChecks.Of(File.Evidence.Find(item)!.Type)) { Note = "DEMO: looked at." });

    public CaseBuilder Supported(string item, string source, params SourceTie[] ties) => Do(People.Custodian, new SupportEvidence(item, SupportKind.OutsideSource, "DEMO: says the same.") { Source = source, Ties = [.. ties] });

    private CaseBuilder BorneOut(string item, Corroboration wanted) => CorroborationRule.Of(File.Evidence, File.Evidence.Find(item)!).Level >= wanted ? this : wanted switch
    {
        Corroboration.K0 => this,
        Corroboration.K1 => Do(People.Custodian, new SupportEvidence(item, SupportKind.OwnArtefact, "DEMO: on the telephone.")),
        Corroboration.K2 => Supported(item, "DEMO witness"),
        Corroboration.K3 => Supported(item, "DEMO witness").Supported(item, "DEMO archive"),
        Corroboration.KX => Do(People.Custodian, new SupportEvidence(item, SupportKind.Contradiction, "DEMO: it was another day.")),
    };

    /// <summary>Grades the item added last; its number depends on what the screening added before.</summary>
    public CaseBuilder GradedLast(Reliability reliability, int credibility, Corroboration corroboration, params Actor[] graders) =>
        Graded(File.Evidence.Items[^1].Value.Label, reliability, credibility, corroboration, graders);

    public CaseBuilder EvidenceOfCaseA() =>
        Evidence(EvidenceType.ResignationReport, "2022-08-25", isCostly: true).GradedLast(Reliability.B, 2, Corroboration.K2)
            .Evidence(EvidenceType.Channel, "2023-01", isPublic: true).GradedLast(Reliability.C, 2, Corroboration.K2);

    public CaseBuilder RecommendationWritten() => Do(People.Coordinator, new WriteRecommendation("Strong case.", Findings()));

    /// <summary>A finding on every criterion, all met.</summary>
    public static System.Collections.Immutable.ImmutableList<CriterionFinding> Findings() =>
        [.. Criteria.Codes.Select(c => new CriterionFinding(c, "Two acts before first contact.") { Result = CriterionResult.Met, Evidence = c == Criteria.Engagement ? ["E1"] : [] })];

    /// <summary>Says of every claim that is open that it cannot be checked from here.</summary>
    public CaseBuilder ClaimsSettled() => Ledger.Of(File).Where(s => s.IsOpen).Aggregate(this, (builder, open) => builder.Do(People.Coordinator, new MarkClaimUnsupported(open.Claim.Key, UnsupportedBecause.CannotBeCheckedFromHere)));

    public CaseBuilder DossierMade(string sha = "aa", LeakScan? scan = null)
    {
        ClaimsSettled();
        Do(People.DossierOfficer, new MakeDossier("fr", Programmes.Post));
        var request = File.Dossier.Requests[^1].Value;
        return Do(People.System, new RecordDossierVersion(new DossierVersion(request.Version, request.Language, request.RecipientFunction, request.InputsHash, Guid.Empty, sha, 1000, 20, Now) { Scan = scan ?? Searched(request.RecipientFunction), Profile = Programme.ProfileOf(request.RecipientFunction) is { IsStandard: false } profile ? profile.Hash : null }));
    }

    /// <summary>The urgent page as the worker would report it.</summary>
    public CaseBuilder UrgentMade(string sha = "uu")
    {
        Do(People.DossierOfficer, new MakeUrgentDossier("fr", Programmes.Post));
        var request = File.Dossier.Requests[^1].Value;
        return Do(People.System, new RecordDossierVersion(new DossierVersion(request.Version, request.Language, request.RecipientFunction, request.InputsHash, Guid.Empty, sha, 1000, 1, Now) { Scan = Searched(request.RecipientFunction), Kind = DossierKind.Urgent, Annexes = [] }));
    }

    private LeakScan Searched(string recipient) => new(WithheldValues.HashOf(File, Programme.ProfileOf(recipient)), 1, []);

    public CaseBuilder DossierReleased() =>
        Do(People.DossierOfficer, new ProposeDecision(Gate.Dossier, "released", "Complete.")).Do(People.Coordinator, new SecondDecision(Gate.Dossier, "released", "Read."));

    public CaseBuilder Submitted() => Do(People.SubmissionOfficer, new SubmitDossier("by hand", Programmes.Post));

    public CaseBuilder StateDecides(string outcome, params string[] conditions) =>
        Do(People.SubmissionOfficer, new RecordStateDecision(outcome, DateOnly.FromDateTime(Now.UtcDateTime), "letter", "DEMO") { Remedy = "unknown", Conditions = [.. conditions] });

    public CaseBuilder LaissezPasser(int days = 60) =>
        Do(People.SubmissionOfficer, new RecordTravelPaper(TravelPaperKind.LaissezPasser, "00LP1", Day(0), Day(days)) { CarrierAccepts = true });

    public CaseBuilder TravelChecked(Func<CheckTravel, CheckTravel>? change = null) =>
        Do(People.Protection, (change ?? (c => c))(new CheckTravel(WantedScope.Federal, "counsel", Finding.No, Finding.No, Finding.No, Finding.No) { Route = ["KZ", "TR", "FR"], CounselOnCall = true }));

    public CaseBuilder Go() =>
        Do(People.Protection, new ProposeDecision(Gate.TravelSafety, "go", "Nothing stands against it.")).Do(People.Counsel, new SecondDecision(Gate.TravelSafety, "go", "Agreed."));

    public CaseBuilder Decides(Actor actor, Gate gate, string outcome) => Do(actor, new DecideGate(gate, outcome, "For the reasons on file."));

    public DateOnly Day(int fromNow) => DateOnly.FromDateTime(Now.UtcDateTime).AddDays(fromNow);
}
