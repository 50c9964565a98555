using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.WebTests.Hosting;

/// <summary>Walks an invented case (DEMO) through real acts until a gate is open.</summary>
public static class CaseWalk
{
    private static readonly Gate[] Steps = [Gate.Referral, Gate.Consent, Gate.Identity, Gate.Interview, Gate.Vetting, Gate.Evidence, Gate.Recommendation];

    /// <summary>A case whose crew is assigned and that waits at this gate; nothing of the gate's own work is done yet. Knows the gates up to the recommendation.</summary>
    public static async Task<DemoCase> CaseAtAsync(this CaseHost host, Gate gate)
    {
        if (!Steps.Contains(gate))
        {
            throw new ArgumentException($"The walk ends at {Steps[^1]}.", nameof(gate));
        }

        var demo = await host.NewCaseAsync();
        foreach (var step in Steps.TakeWhile(s => s != gate && !(gate == Gate.Evidence && s == Gate.Vetting)))
        {
            await host.PassAsync(demo, step);
        }

        return demo;
    }

    /// <summary>A referral taken in by the intake officer, with everybody put on the case by the coordinator.</summary>
    public static async Task<DemoCase> NewCaseAsync(this CaseHost host)
    {
        var crew = host.Crew;
        var channel = new ContactChannel(ChannelKind.Signal, "DEMO handle", "18:00-21:00", "Asia/Almaty", MayLeaveMessage: false);
        var opened = await host.ActAsync(crew.Intake.Actor, null, new OpenCase("Демо", channel, "KZ", "ru", "DEMO: refused to go back to the war."));
        await host.ActAsync(crew.Coordinator.Actor, opened.CaseId, new ClaimCase());
        foreach (var person in crew.Assigned)
        {
            await host.ActAsync(crew.Coordinator.Actor, opened.CaseId, new AssignStaff(person.Id, person.Roles[0], person.TeamName));
        }

        return new DemoCase(opened.CaseId, opened.Reference, opened.AccessCode!, crew);
    }

    /// <summary>Does the work of one gate and decides it so that the case goes on.</summary>
    public static Task PassAsync(this CaseHost host, DemoCase demo, Gate gate)
    {
        var (id, crew) = (demo.Id, demo.Crew);
        Task Do(Actor actor, params Act[] acts) => host.DoAsync(actor, id, acts);
        return gate switch
        {
            Gate.Referral => Do(crew.Intake.Actor, new DecideGate(Gate.Referral, "accept", "DEMO: danger is real.")),
            Gate.Consent => Do(crew.Intake.Actor, [.. Consents(), new DecideGate(Gate.Consent, "consented", "DEMO: he allows all four.")]),
            Gate.Identity => host.PassIdentityAsync(id, crew),
            Gate.Interview => Do(crew.Screener.Actor, [.. Interview(), new DecideGate(Gate.Interview, "complete", "DEMO: complete.")]),
            Gate.Vetting => host.PassVettingAsync(id, crew),
            Gate.Evidence => Do(crew.Custodian.Actor, [.. Evidence(), new DecideGate(Gate.Evidence, "sufficient", "DEMO: two graded acts.")]),
            _ => throw new ArgumentException($"The walk does not pass {gate}.", nameof(gate)),
        };
    }

    public static async Task DoAsync(this CaseHost host, Actor actor, Guid caseId, params Act[] acts)
    {
        foreach (var act in acts)
        {
            await host.ActAsync(actor, caseId, act);
        }
    }

    /// <summary>A finished screening of the names on file, without hits unless some are given.</summary>
    public static async Task ScreenAsync(this CaseHost host, Guid caseId, params ScreeningHit[] hits)
    {
        var list = new ScreenedList("demo-list", "DEMO list", ListKind.Sanctions, "1", new DateOnly(2026, 1, 1));
        var run = new ScreeningRun("demo", ScreeningCheck.ApplicantHash(await host.FileAsync(caseId)), [list], [.. hits], null);
        await host.ActAsync(SystemActor.Instance, caseId, new RecordScreeningRun(run));
    }

    private static Act[] Consents() =>
    [
        new PlanSafeContact([new ContactChannel(ChannelKind.Signal, "DEMO handle", "18:00-21:00", "Asia/Almaty", false)], false, "code DEMO", "danger DEMO", "Nothing but the time."),
        Allow(ConsentPurpose.Store), Allow(ConsentPurpose.Vet), Allow(ConsentPurpose.Submit) with { Recipient = "FR" }, Allow(ConsentPurpose.Reception),
    ];

    private static RecordConsent Allow(ConsentPurpose purpose) => new(purpose, ConsentStatus.Given, "1", "ru", ConsentMethod.Signed);

    private static async Task PassIdentityAsync(this CaseHost host, Guid id, Crew crew)
    {
        await host.DoAsync(
            crew.Screener.Actor, id,
            new RecordName(NameKind.Birth, Script.Cyrillic) { Family = "Демов", Given = "Пример", Patronymic = "Образцович" },
            new RecordName(NameKind.Birth, Script.Latin) { Family = "Demov", Given = "Primer" },
            new RecordBirth(PartialDate.Parse("1998-03"), Sex.M, ["RUS"]),
            new RecordDocument(DocumentKind.InternalPassport, SeenAs.Original, "the applicant") { HasPhoto = true },
            new ComparePhoto("D1", PhotoMatch.SamePerson));
        await host.DoAsync(crew.Intake.Actor, id, new ComparePhoto("D1", PhotoMatch.SamePerson));
        await host.DoAsync(crew.Screener.Actor, id, new GradeIdentity(IdentityGrade.A, "DEMO: original seen by two."), new DecideGate(Gate.Identity, "verified", "DEMO: verified."));
    }

    private static Act[] Interview() =>
    [
        new StartInterview(InterviewMode.Video, "ru"),
        new RecordAnswers([.. Questionnaire.Current.Questions.Where(q => q.Required).Select(q => new GivenAnswer(q.Code, "DEMO answer") { Verbatim = "ДЕМО ответ" })]),
        new RecordService("Armed forces (DEMO)", "00123", "DEMO place", PartialDate.Parse("2022-10"), "private", "driver", ServiceBasis.Mobilised) { To = PartialDate.Parse("2023-02") },
        new RecordReadBack(true),
        new RecordStatement("ru", "ДЕМО: я отказался.") { Translation = "DÉMO : j'ai refusé.", TranslationLanguage = "fr", TranslatorFunction = "sworn translator (DEMO)", Signed = true },
    ];

    private static async Task PassVettingAsync(this CaseHost host, Guid id, Crew crew)
    {
        await host.ScreenAsync(id);
        await host.DoAsync(crew.Vetter.Actor, id, new AssessVoluntariness(false, "DEMO: called up.") { Entered = EntryIntoService.NeverServed }, new ProposeDecision(Gate.Vetting, "clear", "DEMO: nothing found."));
        await host.DoAsync(crew.SecondVetter.Actor, id, new AssessVoluntariness(false, "DEMO: called up, by his papers.") { Entered = EntryIntoService.NeverServed }, new SecondDecision(Gate.Vetting, "clear", "DEMO: nothing found either."));
    }

    private static Act[] Evidence() =>
    [
        new AddEvidence(EvidenceType.PublicPost, "DEMO post against the war", "applicant's account") { ClaimedOn = PartialDate.Parse("2022-03-01"), IsPublic = true },
        new AddEvidence(EvidenceType.WrittenRefusal, "DEMO refusal report", "applicant's telephone") { ClaimedOn = PartialDate.Parse("2022-11"), IsCostly = true },
        .. Graded("E1", EvidenceType.PublicPost, "DEMO: archived page and a witness."),
        .. Graded("E2", EvidenceType.WrittenRefusal, "DEMO: stamp and a witness."),
    ];

    private static Act[] Graded(string item, EvidenceType type, string how) =>
    [
        new CheckEvidence(item, CheckOutcome.Done, MinimumChecks.Of(type)),
        new SupportEvidence(item, SupportKind.OutsideSource, "DEMO: was there.") { Source = "DEMO witness" },
        new GradeEvidence(item, Reliability.B, 2, how),
    ];
}
