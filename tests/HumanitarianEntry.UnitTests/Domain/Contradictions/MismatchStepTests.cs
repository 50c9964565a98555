using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.Contradictions;

/// <summary>What people make of a mismatch, how long it holds, and what it stands against.</summary>
public sealed class MismatchStepTests
{
    private static CaseBuilder TwoAccounts() => Two.Sources().Session().Says("F3", "Left on 12 May 2022.").Later(3).Session().Says("F3", "Left in September 2022.");

    private static ExplainMismatch Explain(MismatchStatus status, params InnocentReason[] reasons) => new(status.Mismatch.Key, status.Mismatch.Fingerprint, [.. reasons]);

    [Fact]
    public void Explained_OfAJourney_IsSettledUntilASourceChanges()
    {
        var file = TwoAccounts();
        file.Do(People.Screener, Explain(file.StatusOf(MismatchTopic.Leaving), InnocentReason.MemoryAfterTrauma));
        Assert.Equal((MismatchStanding.Explained, false), file.StatusOf(MismatchTopic.Leaving) is var s ? (s.Standing, s.IsReopened) : default);

        file.Says("H1", "Something else.").Stays("2022-09-30");
        Assert.Equal(MismatchStanding.Explained, file.StatusOf(MismatchTopic.Leaving).Standing);

        file.Says("F3", "Left in August 2022.");
        Assert.Equal((MismatchStanding.Open, true), file.StatusOf(MismatchTopic.Leaving) is var again ? (again.Standing, again.IsReopened) : default);
    }

    [Fact]
    public void Explain_OnWhatWasSeenBefore_IsRefused()
    {
        var file = TwoAccounts();
        var seen = file.StatusOf(MismatchTopic.Leaving);
        file.Says("F3", "Left in October 2022.");

        Assert.Equal(["mismatch-changed"], file.Refusals(People.Screener, Explain(seen, InnocentReason.Misheard)));
        Assert.Equal(["mismatch-unknown"], file.Refusals(People.Screener, new AskAboutMismatch("none", "none")));
        Assert.Equal(["explanation-missing"], file.Refusals(People.Screener, Explain(file.StatusOf(MismatchTopic.Leaving))));
        Assert.Equal(["explanation-unknown"], file.Refusals(People.Screener, Explain(file.StatusOf(MismatchTopic.Leaving), InnocentReason.PaperUsedToFlee)));
    }

    [Fact]
    public void Explained_OfWhoThePersonIs_WaitsForAnother()
    {
        var file = Two.Sources().Born("1994-11-02").Passport("980314");
        file.Do(People.Screener, Explain(file.StatusOf(MismatchTopic.Birth), InnocentReason.PaperUsedToFlee));
        Assert.Contains(file.Last!.Told, t => t.Topic == MismatchRules.SecondLookTopic && t.Role == Role.Coordinator);
        var waiting = file.StatusOf(MismatchTopic.Birth);
        Assert.Equal(MismatchStanding.WaitsForSecondLook, waiting.Standing);

        var look = new LookAgainAtMismatch(waiting.Mismatch.Key, waiting.Mismatch.Fingerprint, Agrees: true);
        Assert.Equal(["second-person-must-differ"], file.Refusals(People.Screener, look));
        Assert.Equal(["reason-missing"], file.Refusals(People.Coordinator, look with { Agrees = false }));
        Assert.Equal(MismatchStanding.Explained, file.Do(People.SecondScreener, look).StatusOf(MismatchTopic.Birth).Standing);
        Assert.Equal(["nothing-to-look-at"], file.Refusals(People.Coordinator, look));
    }

    [Fact]
    public void NotAgreed_IsOpenAgain_AndKeptOpenNeedsAReasonAndASecondLook()
    {
        var file = TwoAccounts();
        var seen = file.StatusOf(MismatchTopic.Leaving).Mismatch;
        Assert.Equal(["reason-missing"], file.Refusals(People.Screener, new KeepMismatchOpen(seen.Key, seen.Fingerprint, " ")));
        file.Do(People.Screener, new KeepMismatchOpen(seen.Key, seen.Fingerprint, "Asked twice (DEMO)."));
        Assert.Equal(MismatchStanding.WaitsForSecondLook, file.StatusOf(MismatchTopic.Leaving).Standing);
        file.Do(People.Coordinator, new LookAgainAtMismatch(seen.Key, seen.Fingerprint, Agrees: false) { Words = "Ask the brother (DEMO)." });
        Assert.Equal(MismatchStanding.Open, file.StatusOf(MismatchTopic.Leaving).Standing);
        file.Do(People.Screener, new KeepMismatchOpen(seen.Key, seen.Fingerprint, "Nobody else knows (DEMO).")).Do(People.Coordinator, new LookAgainAtMismatch(seen.Key, seen.Fingerprint, Agrees: true));
        Assert.Equal(MismatchStanding.KeptOpen, file.StatusOf(MismatchTopic.Leaving).Standing);
    }

    [Fact]
    public void Asked_StandsUntilTheAnswerComes_AndTheQuestionTellsNeitherVersion()
    {
        var file = TwoAccounts();
        var seen = file.StatusOf(MismatchTopic.Leaving).Mismatch;
        file.Do(People.Screener, new AskAboutMismatch(seen.Key, seen.Fingerprint));
        Assert.Equal(MismatchStanding.Asked, file.StatusOf(MismatchTopic.Leaving).Standing);
        var question = NeutralQuestion.For(seen);
        Assert.NotNull(Questionnaire.Current.Find(question.Code));
        Assert.DoesNotContain("2022", question.En + question.Ru, StringComparison.Ordinal);

        file.Session().Says(question.Code, "On 12 May 2022, in September I crossed the border.").Do(People.Screener, new RecordReadBack(Confirmed: true) { Corrected = [new GivenAnswer("F3", "On 12 May 2022.")] });
        Assert.Empty(Mismatches.For(Role.Screener, file.File));
    }

    [Fact]
    public void EveryTopic_HasANeutralQuestionOfTheGuide_AndEveryKindHasExplanations()
    {
        var some = TwoAccounts().StatusOf(MismatchTopic.Leaving).Mismatch;
        string[] hard = ["lie", "lying", "false", "contradict", "ложь", "лож", "неправд", "противореч"];
        foreach (var topic in Enum.GetValues<MismatchTopic>())
        {
            var question = NeutralQuestion.For(some with { Topic = topic });
            Assert.NotNull(Questionnaire.Current.Find(question.Code));
            Assert.DoesNotContain(hard, w => $"{question.En} {question.Ru}".Split([' ', ',', '.', '?', ':'], StringSplitOptions.RemoveEmptyEntries).Any(x => x.StartsWith(w, StringComparison.OrdinalIgnoreCase)));
            Assert.All(Enum.GetValues<MismatchKind>(), kind => Assert.NotEmpty(InnocentReasons.For(some with { Topic = topic, Kind = kind })));
        }
    }

    [Fact]
    public void Screener_CannotReachWhatRestsOnVetting()
    {
        var hit = Screenings.Wanted() with { Born = [HumanitarianEntry.Domain.People.PartialDate.Parse("1971-01-01")] };
        var file = A.Case().To(Gate.Vetting).Screened(hit).Adjudicated("H1", Screenings.Same, People.Vetter);
        var hidden = Mismatches.For(Role.Vetter, file.File).First(s => s.Mismatch.RestsOn.Contains(Compartment.Vetting));

        Assert.Equal(["mismatch-unknown"], file.Refusals(People.Screener, new AskAboutMismatch(hidden.Mismatch.Key, hidden.Mismatch.Fingerprint)));
        Assert.Equal(["mismatch-unknown"], file.Refusals(People.Coordinator, Explain(hidden, InnocentReason.Misheard) with { Words = "x" }));
        file.Do(People.Vetter, new WeighMismatch(hidden.Mismatch.Key, hidden.Mismatch.Fingerprint, MismatchStepKind.Explained, [InnocentReason.ClerkOnPaper]));
        Assert.Equal(MismatchStanding.WaitsForSecondLook, Mismatches.For(Role.Vetter, file.File).Single(s => s.Mismatch.Key == hidden.Mismatch.Key).Standing);
        Assert.Empty(RoleView.For(Role.Screener, file.File).Vetting.MismatchSteps);
        Assert.Empty(RoleView.For(Role.Coordinator, file.File).Vetting.MismatchSteps);
    }

    [Fact]
    public void Step_OnContactAndInterview_IsNotInTheVettersView()
    {
        var file = Two.Sources().Later(400).Session().Says("I1", "Arrived on 3 June 2023");
        file.Do(People.Screener, Explain(file.StatusOf(MismatchTopic.FirstContact), InnocentReason.WroteFromElsewhere) with { Words = "Wrote from the border (DEMO)." });

        Assert.Single(RoleView.For(Role.Screener, file.File).Interview.MismatchSteps!);
        Assert.Empty(RoleView.For(Role.Vetter, file.File).Interview.MismatchSteps!);
    }

    [Fact]
    public void Gates_OnlyMaterialOnes_StandAgainstClearAndRelease()
    {
        var clear = A.Case().To(Gate.Vetting);
        Assert.DoesNotContain("mismatch-unexplained", clear.GateBlockers(Gate.Vetting, "clear", People.Vetter));
        clear.Do(People.Screener, new RecordBirth(HumanitarianEntry.Domain.People.PartialDate.Parse("1991-01-02"), Sex.M, ["RU"]));
        Assert.Contains("mismatch-unexplained", clear.GateBlockers(Gate.Vetting, "clear", People.Vetter));
        Assert.DoesNotContain("mismatch-unexplained", clear.GateBlockers(Gate.Vetting, "clear-with-remarks", People.Vetter));

        var release = A.Case().To(Gate.Dossier).DossierMade();
        Assert.DoesNotContain("mismatch-unsettled", release.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
        release.Do(People.Screener, new RecordBirth(HumanitarianEntry.Domain.People.PartialDate.Parse("1998-03-15"), Sex.M, ["RU"]));
        Assert.Contains("mismatch-unsettled", release.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
        foreach (var open in Mismatches.For(Role.Screener, release.File))
        {
            release.Do(People.Screener, Explain(open, InnocentReason.ClerkOnPaper)).Do(People.Coordinator, new LookAgainAtMismatch(open.Mismatch.Key, open.Mismatch.Fingerprint, Agrees: true));
        }

        Assert.DoesNotContain("mismatch-unsettled", release.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
    }

    [Fact]
    public void Explaining_LeavesTheDossierAsItIs()
    {
        var file = TwoAccounts();
        var before = DossierGate.InputsHash(file.File);
        file.Do(People.Screener, Explain(file.StatusOf(MismatchTopic.Leaving), InnocentReason.Misheard));

        Assert.Equal(before, DossierGate.InputsHash(file.File));
        Assert.DoesNotContain("mismatchSteps", System.Text.Json.JsonSerializer.Serialize(TwoAccounts().File.Interview, DomainJson.Options), StringComparison.Ordinal);
    }
}
