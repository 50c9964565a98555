using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>Every place of a case that holds what must stand in no dossier, each by itself: a source that is forgotten is a leak that nobody looks for.</summary>
public sealed class WithheldValuesTests
{
    private const string Secret = "DEMO secret of this source";
    private static readonly CaseFile Case = A.Case().To(Gate.Dossier).File;
    private static readonly Provenance By = Case.Evidence.Items[0].Provenance;
    private static readonly SafeContactPlan Plan = Case.Contact.Plans[^1].Value;
    private static readonly ReferralFacts Referral = Case.Contact.Referrals[^1].Value;
    private static readonly EvidenceItem Item = Case.Evidence.Items[0].Value;
    private static readonly TravelCheck Travel = new(WantedScope.None, "x", Finding.No, Finding.No, Finding.No, Finding.No, [], "x", "x", "x", false, []);
    private static readonly TranslationOrder Order = new("T-DEMO-0001", new(TranslationSourceKind.Statement, "1", ""), "aa", "ru", "fr", By.By, new DateOnly(2024, 1, 1));

    private static readonly Dictionary<string, (WithheldKind Kind, CaseFile File)> Sources = new(StringComparer.Ordinal)
    {
        ["relative"] = (WithheldKind.RelativeName, Of(Case.Family with { Members = [Put(new FamilyMember("F1", Relation.Sibling, Secret, null, null, false, Travels: false))] })),
        ["who holds a paper"] = (WithheldKind.ThirdPersonName, Of(Case.Identity with { Documents = Case.Identity.Documents.Add(Put(Case.Identity.Documents[0].Value with { HeldBy = Secret })) })),
        ["origin of a protected item"] = (WithheldKind.ThirdPersonName, Items(Item with { Type = EvidenceType.WitnessStatement, Origin = Secret })),
        ["origin of any item"] = (WithheldKind.SourceName, Items(Item with { Type = EvidenceType.Donation, Origin = Secret })),
        ["source of a support"] = (WithheldKind.SourceName, Of(Case.Evidence with { Supports = [Put(new Support("E1.1", "E1", SupportKind.OutsideSource, "x") { Source = Secret })] })),
        ["from whom a case was learnt of"] = (WithheldKind.ThirdPersonName, Of(Case.Interview with { Prosecutions = [Put(new Prosecution("RU", "337", ProsecutionStatus.Rumour, null, null, null, Secret))] })),
        ["from whom an exit restriction is known"] = (WithheldKind.SourceName, Of(Case.Legal with { ExitRestrictions = [Put(new ExitRestriction("X1", "RU", ExitBasis.Debt, LearntHow.Relative, Secret, null, null, false))] })),
        ["who saw that he is searched for"] = (WithheldKind.SourceName, Of(Case.Legal with { WantedStatuses = [Put(new WantedStatus("W1", "RU", SearchReach.National, Secret, LearntHow.Lawyer, new DateOnly(2024, 1, 1), Reliability.F, null, true))] })),
        ["what counsel plans"] = (WithheldKind.WorkingNote, Of(Case.Legal with { Procedures = [Put(new AsylumProcedure("P1", "KZ", ProcedureStage.Filed, "x", null, null, Secret, null, null))] })),
        ["fallback person"] = (WithheldKind.ThirdPersonName, Planned(Plan with { FallbackPerson = Secret })),
        ["channel of the referral"] = (WithheldKind.ContactHandle, Of(Case.Contact with { Referrals = [Put(Referral with { Channel = Referral.Channel with { Kind = ChannelKind.Signal, Handle = Secret } })] })),
        ["channel of the plan"] = (WithheldKind.ContactHandle, Planned(Plan with { Channels = [Plan.Channels[0] with { Kind = ChannelKind.Phone, Handle = Secret }] })),
        ["channel through a person"] = (WithheldKind.ThirdPersonName, Planned(Plan with { Channels = [Plan.Channels[0] with { Kind = ChannelKind.ViaPerson, Handle = Secret }] })),
        ["code phrase"] = (WithheldKind.CodePhrase, Planned(Plan with { CodePhrase = Secret })),
        ["duress phrase"] = (WithheldKind.CodePhrase, Planned(Plan with { DuressPhrase = Secret })),
        ["carrier"] = (WithheldKind.TravelPlan, Travelling(Travel with { Carrier = Secret })),
        ["times to check in"] = (WithheldKind.TravelPlan, Travelling(Travel with { CheckInTimes = Secret })),
        ["when to break off"] = (WithheldKind.TravelPlan, Travelling(Travel with { AbortCriteria = Secret })),
        ["B5"] = (WithheldKind.ConfidentialAnswer, Answered(new Answer(1, "B5", Secret, null, false))),
        ["I3"] = (WithheldKind.ConfidentialAnswer, Answered(new Answer(1, "I3", Secret, null, false))),
        ["J1"] = (WithheldKind.ConfidentialAnswer, Answered(new Answer(1, "J1", Secret, null, false))),
        ["J2"] = (WithheldKind.ConfidentialAnswer, Answered(new Answer(1, "J2", Secret, null, false))),
        ["K2"] = (WithheldKind.ConfidentialAnswer, Answered(new Answer(1, "K2", Secret, null, false))),
        ["verbatim"] = (WithheldKind.ConfidentialAnswer, Answered(new Answer(1, "K2", "x", Secret, false))),
        ["attempt"] = (WithheldKind.WorkingNote, Of(Case.Contact with { Attempts = [Put(new ContactAttempt(ChannelKind.Signal, true, false, Secret))] })),
        ["message"] = (WithheldKind.WorkingNote, Of(Case.Contact with { Messages = [Put(new Message(FromApplicant: true, Secret))] })),
        ["moment of an interview"] = (WithheldKind.WorkingNote, Of(Case.Interview with { Moments = [Put(new SessionMoment(1, SessionMomentKind.BreakBegan, null, Secret))] })),
        ["step of a mismatch"] = (WithheldKind.WorkingNote, Of(Case.Interview with { MismatchSteps = [Put(new MismatchStep("k", "f", default, [], Secret, []))] })),
        ["instructions to a translator"] = (WithheldKind.WorkingNote, Of(Case.Interview with { Translations = new TranslationBook { Orders = [Put(Order with { Instructions = Secret })] } })),
        ["words to a translator"] = (WithheldKind.WorkingNote, Of(Case.Interview with { Translations = new TranslationBook { Orders = [Put(Order)], Steps = [Put(new TranslationStep(Order.Number, TranslationStepKind.Withdrawn) { Words = Secret })] } })),
        ["check of a child"] = (WithheldKind.WorkingNote, Of(Case.Family with { ChildChecks = [Put(new BestInterestCheck("F1", new DateOnly(2024, 1, 1), default, default, true, Secret))] })),
        ["check-in on the way"] = (WithheldKind.WorkingNote, Of(Case.Travel with { CheckIns = [Put(new CheckIn(TravelEvent.Left, Secret))] })),
        ["what may be said"] = (WithheldKind.WorkingNote, Planned(Plan with { WhatMayBeSaid = Secret })),
    };

    public static TheoryData<string> Names => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_EverySource_IsWithheldUnderItsKind(string source)
    {
        var (kind, file) = Sources[source];

        Assert.Equal([new Withheld(kind, Secret)], WithheldValues.Of(file).Where(w => w.Value == Secret));
        Assert.Equal(kind != WithheldKind.WorkingNote, WithheldValues.HashOf(file) != WithheldValues.HashOf(Case));
    }

    [Fact]
    public void Of_RelativeWhoTravels_IsNamed() =>
        Assert.DoesNotContain(WithheldValues.Of(Of(Case.Family with { Members = [Put(new FamilyMember("F1", Relation.Spouse, Secret, null, null, false, Travels: true))] })), w => w.Value == Secret);

    [Fact]
    public void Of_WhoeverPublishedSomethingPublic_IsNoSecretWhereItsTitleNamesHim()
    {
        var known = Item with { Type = EvidenceType.MediaInterview, Title = $"Interview in {Secret}", Origin = Secret };

        Assert.DoesNotContain(WithheldValues.Of(Items(known with { IsPublic = true })), w => w.Value == Secret);
        Assert.Contains(WithheldValues.Of(Items(known with { IsPublic = false })), w => w.Value == Secret);
    }

    [Fact]
    public void Of_HimselfAsSource_IsNobodyElse() =>
        Assert.DoesNotContain(WithheldValues.Of(Items(Item with { Origin = "Applicant" })), w => w.Value == "Applicant");

    [Fact]
    public void Authors_OfACase_AreAllWhoDecidedProposedAgreedDissentedAndRecorded()
    {
        var people = Enumerable.Range(100, 7).Select(n => By with { By = new Guid(n, 0, 0, new byte[8]) }).ToList();
        var decision = new GateDecision(Gate.Vetting, "cleared", "x", [], people[0], people[1], [new Opinion("x", "x", people[2])]) { Agreeing = [new Opinion("cleared", "x", people[3])] };
        var proposal = new Proposal(Gate.Dossier, "released", "x", [], null, people[4]) { Opinions = [new Opinion("x", "x", people[5])] };
        var file = Case with { Vetting = Case.Vetting with { Decisions = [decision], Proposals = [proposal] }, Evidence = Case.Evidence with { Supports = [new(new Support("E1.1", "E1", SupportKind.OutsideSource, "x"), people[6])] } };

        Assert.Equal([], people.Select(p => p.By).Except(Authors.Of(file).Select(p => p.By)));
        Assert.Contains(Authors.Of(Case), p => p.Role == Role.EvidenceCustodian);
    }

    private static Recorded<T> Put<T>(T value) => new(value, By);

    private static CaseFile Of(CompartmentFacts facts) => Enum.GetValues<Compartment>().Single(c => Case[c].GetType() == facts.GetType()) is var compartment ? Case.With(compartment, facts) : Case;

    private static CaseFile Items(EvidenceItem item) => Of(Case.Evidence with { Items = Case.Evidence.Items.SetItem(0, Put(item)) });

    private static CaseFile Planned(SafeContactPlan plan) => Of(Case.Contact with { Plans = [Put(plan)] });

    private static CaseFile Travelling(TravelCheck check) => Of(Case.Travel with { Checks = [Put(check)] });

    private static CaseFile Answered(Answer answer) => Of(Case.Interview with { Answers = Case.Interview.Answers.Add(Put(answer)) });
}
