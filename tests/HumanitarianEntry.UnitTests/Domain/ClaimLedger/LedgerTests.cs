using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.ClaimLedger;

public sealed class LedgerTests
{
    [Fact]
    public void Of_CaseWithSomethingInEverySection_HasEveryKindOfClaimOnceByKey()
    {
        var claims = Ledger.Of(FullCase.AtDossier().File).ConvertAll(s => s.Claim);

        Assert.Equal(Enum.GetValues<ClaimKind>().Except([ClaimKind.FindingInOwnWords]), claims.Select(c => c.Kind).Distinct().Order());
        Assert.Equal(claims.Count, claims.Select(c => c.Key).Distinct().Count());
        Assert.Equal(claims.Select(c => c.Section).Order(), claims.Select(c => c.Section));
        Assert.All(claims, c => Assert.NotEmpty(c.Words.ToString()));
        Assert.Contains(claims, c => c.About.Contains(new ClaimAbout(ClaimSubject.Unit, "00117")));
    }

    [Fact]
    public void Of_OrdinaryCompleteCase_HasFewOpenClaims()
    {
        var open = Ledger.Of(FullCase.AtDossier().File).FindAll(s => s.IsOpen).ConvertAll(s => s.Claim.Key);

        Assert.Equal(["prosecution-2"], open.Order());
    }

    [Fact]
    public void Of_CaseBeforeItsInterview_SaysNothingOfTheVetting() =>
        Assert.DoesNotContain(Ledger.Of(A.Case().To(Gate.Interview).File), s => s.Claim.Section is 1 or 10);

    [Theory]
    [InlineData("identity", ClaimStanding.BorneOut)]
    [InlineData("paper-D1", ClaimStanding.BorneOut)]
    [InlineData("paper-D2", ClaimStanding.OwnWord)]
    [InlineData("no-passport-held", ClaimStanding.OwnWord)]
    [InlineData("none-from-own-state", ClaimStanding.BorneOut)]
    [InlineData("none-from-host-state", ClaimStanding.BorneOut)]
    [InlineData("stay-2", ClaimStanding.BorneOut)]
    [InlineData("law-P1", ClaimStanding.BorneOut)]
    [InlineData("law-R1", ClaimStanding.BorneOut)]
    [InlineData("law-C1", ClaimStanding.BorneOut)]
    [InlineData("law-X1", ClaimStanding.BorneOut)]
    [InlineData("risk-removal", ClaimStanding.Follows)]
    [InlineData("entry-into-service", ClaimStanding.OwnWord)]
    [InlineData("service-S2", ClaimStanding.OwnWord)]
    [InlineData("service-S1", ClaimStanding.BorneOut)]
    [InlineData("presence-S1", ClaimStanding.BorneOut)]
    [InlineData("voluntariness", ClaimStanding.BorneOut)]
    [InlineData("refusal", ClaimStanding.BorneOut)]
    [InlineData("prosecution-1", ClaimStanding.BorneOut)]
    [InlineData("prosecution-2", ClaimStanding.Open)]
    [InlineData("engagement-E2", ClaimStanding.BorneOut)]
    [InlineData("names-checked", ClaimStanding.BorneOut)]
    [InlineData("risk-prosecution", ClaimStanding.Follows)]
    [InlineData("risk-service", ClaimStanding.Follows)]
    [InlineData("need-psychological", ClaimStanding.OwnWord)]
    [InlineData("reception", ClaimStanding.BorneOut)]
    [InlineData("earlier-applications", ClaimStanding.OwnWord)]
    [InlineData("criterion-identity", ClaimStanding.Follows)]
    [InlineData("criterion-engagement", ClaimStanding.BorneOut)]
    public void Of_EachClaim_RestsOnWhatIsRecorded(string key, ClaimStanding standing) => Assert.Equal(standing, FullCase.AtDossier().Claim(key).Standing);

    [Fact]
    public void Gate_OpenClaim_IsRefusedByNameUntilItIsTiedOrMarked()
    {
        var demo = FullCase.AtDossier();
        var blocker = Assert.Single(GateRules.Check(demo.File, demo.Context(People.DossierOfficer), Gate.Dossier, "released").Blockers, b => b.Code == "claims-open");
        Assert.Contains("280.3", blocker.Message.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 in all", blocker.Message.ToString(), StringComparison.Ordinal);

        // Our own conclusion is no evidence, and an answer that is there already adds nothing.
        Assert.Contains("tie-is-there", demo.Refusals(People.Coordinator, new TieClaim("prosecution-2", BackingKind.Answer, "G1q", "told")));
        demo.Do(People.Coordinator, new TieClaim("prosecution-2", BackingKind.Finding, "credibility", "found credible"));
        Assert.Equal(ClaimStanding.Open, demo.Claim("prosecution-2").Standing);

        demo.Do(People.Coordinator, new TieClaim("prosecution-2", BackingKind.EvidenceItem, "E4", "names both articles"));
        Assert.Equal(ClaimStanding.BorneOut, demo.Claim("prosecution-2").Standing);
        Assert.DoesNotContain("claims-open", demo.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));

        demo.Do(People.Coordinator, new UntieClaim("T2", "Names another article."));
        Assert.Contains("claims-open", demo.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));

        demo.Do(People.DossierOfficer, new MarkClaimUnsupported("prosecution-2", UnsupportedBecause.OwnWordOnly) { Words = "Rien d’écrit." });
        Assert.Equal(ClaimStanding.Unsupported, demo.Claim("prosecution-2").Standing);
        Assert.DoesNotContain("claims-open", demo.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
        demo.Do(People.DossierOfficer, new UntieClaim("U1", "Marked in error."));
        Assert.Contains("claims-open", demo.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
    }

    [Fact]
    public void Gate_ManyOpenClaims_NamesSomeAndCountsTheRest()
    {
        var demo = A.Case().To(Gate.Dossier);
        var file = demo.File with { Vetting = demo.File.Vetting with { Decisions = [], Runs = [] }, Evidence = new() };
        var blocker = GateRules.Check(file, demo.Context(People.DossierOfficer), Gate.Dossier, "released").Blockers.Find(b => b.Code == "claims-open")!;

        Assert.Matches(@"\d+ in all.* and \d+ more\.", blocker.Message.ToString());
        Assert.True(blocker.Message.ToString().Length < 700, blocker.Message.ToString());
    }

    [Fact]
    public void Mark_OwnWordOnly_NeedsOneAndHoldsOnlyWhileItIsConfirmed()
    {
        var demo = FullCase.AtDossier().Do(People.Coordinator, new MarkClaimUnsupported("prosecution-2", UnsupportedBecause.OwnWordOnly));
        Assert.Equal(ClaimStanding.Unsupported, demo.Claim("prosecution-2").Standing);
        Assert.Contains("claim-is-borne-out", demo.Refusals(People.Coordinator, new MarkClaimUnsupported("refusal", UnsupportedBecause.OwnWordOnly)));

        // A case told of after the record was confirmed has no own word behind it yet.
        demo.Do(People.Screener, new RecordProsecution("RU", "284.1", ProsecutionStatus.Rumour, "relatives"));
        demo.Do(People.Screener, new RecordAnswers([new GivenAnswer("G1q", "DEMO: another answer")]));
        Assert.Contains("own-word-missing", demo.Refusals(People.Coordinator, new MarkClaimUnsupported("prosecution-3", UnsupportedBecause.OwnWordOnly)));
        Assert.Contains("reason-missing", demo.Refusals(People.Coordinator, new MarkClaimUnsupported("prosecution-3", UnsupportedBecause.Other) { Words = " " }));
        Assert.Empty(demo.Refusals(People.Coordinator, new MarkClaimUnsupported("prosecution-3", UnsupportedBecause.PaperHeldElsewhere)));

        // The account of the second case is older than the read-back and still stands; that of the third is not.
        Assert.Equal(ClaimStanding.Unsupported, demo.Claim("prosecution-2").Standing);
        Assert.Equal(ClaimStanding.Open, demo.Claim("prosecution-3").Standing);
        demo.ReadBack().Do(People.Coordinator, new MarkClaimUnsupported("prosecution-3", UnsupportedBecause.OwnWordOnly));
        Assert.Equal(ClaimStanding.Unsupported, demo.Claim("prosecution-3").Standing);
    }

    [Fact]
    public void Entries_OnAClaimThatSaysSomethingElseNow_HoldNoMore()
    {
        var demo = FullCase.AtDossier().Do(People.Coordinator, new MarkClaimUnsupported("prosecution-2", UnsupportedBecause.CannotBeCheckedFromHere))
            .Do(People.Coordinator, new TieClaim("no-passport-held", BackingKind.EvidenceItem, "E2", "says so"));
        Assert.Equal(ClaimStanding.BorneOut, demo.Claim("no-passport-held").Standing);
        var seen = demo.Claim("no-passport-held").Claim.Fingerprint;

        demo.Do(People.Screener, new RecordDocumentObstacle("Had one, was taken away.", "Wanted there.", "Refused asylum."));
        Assert.Equal(ClaimStanding.OwnWord, demo.Claim("no-passport-held").Standing);
        Assert.Contains("claim-changed", demo.Refusals(People.Coordinator, new TieClaim("no-passport-held", BackingKind.EvidenceItem, "E3", "says so") { Seen = seen }));
    }

    [Fact]
    public void Acts_NotForTheRoleOrNotOnFile_AreRefused()
    {
        var demo = FullCase.AtDossier();
        Assert.Contains("claim-unknown", demo.Refusals(People.Coordinator, new TieClaim("service-S9", BackingKind.EvidenceItem, "E1", "r")));
        Assert.Contains("tie-target-unknown", demo.Refusals(People.Coordinator, new TieClaim("prosecution-2", BackingKind.EvidenceItem, "E99", "r")));
        Assert.Contains("tie-target-does-not-count", demo.Refusals(People.Coordinator, new TieClaim("prosecution-2", BackingKind.Paper, "D2", "r")));
        Assert.Contains("reason-missing", demo.Refusals(People.Coordinator, new TieClaim("prosecution-2", BackingKind.EvidenceItem, "E4", " ")));
        Assert.Contains("text-too-long", demo.Refusals(People.Coordinator, new TieClaim("prosecution-2", BackingKind.EvidenceItem, "E4", new string('a', LedgerRules.MaxLength + 1))));
        Assert.Contains("claim-entry-unknown", demo.Refusals(People.Coordinator, new UntieClaim("T1", "r")));

        // Nobody ties to what he may not read, or to what is for our eyes only.
        Assert.Contains("tie-not-for-this-role", demo.Refusals(People.DossierOfficer, new TieClaim("prosecution-2", BackingKind.Answer, "G4q", "r")));
        Assert.Contains("tie-not-for-this-role", demo.Refusals(People.Screener, new TieClaim("prosecution-2", BackingKind.VettingResult, "names", "r")));
        Assert.Contains("tie-not-for-this-role", demo.Refusals(People.Coordinator, new TieClaim("prosecution-2", BackingKind.Account, "service-S2", "r")));
        Assert.Contains("tie-target-unknown", demo.Refusals(People.Coordinator, new TieClaim("prosecution-2", BackingKind.Answer, "J1", "r")));

        // A screener knows of no claim that says what the vetting found, and cannot take back what others said of one.
        Assert.Contains("claim-unknown", demo.Refusals(People.Screener, new MarkClaimUnsupported("voluntariness", UnsupportedBecause.Other) { Words = "w" }));
        demo.Do(People.Coordinator, new TieClaim("criterion-credibility", BackingKind.EvidenceItem, "E1", "r"));
        Assert.Contains("claim-entry-unknown", demo.Refusals(People.Screener, new UntieClaim("T1", "r")));
        demo.Do(People.Coordinator, new UntieClaim("T1", "r"));
        Assert.Contains("claim-entry-unknown", demo.Refusals(People.Coordinator, new UntieClaim("T1", "again")));
    }

    [Fact]
    public void For_Screener_HoldsNothingOfTheVettingAndNoReasonsOfOthers()
    {
        var demo = FullCase.AtDossier().Do(People.Coordinator, new TieClaim("prosecution-2", BackingKind.EvidenceItem, "E4", "The vetting found it."));
        var seen = Ledger.For(Role.Screener, demo.File);

        Assert.DoesNotContain(seen, s => s.Claim.Section is 1 or 10 || s.Claim.Kind is ClaimKind.Voluntariness or ClaimKind.Wanted or ClaimKind.RiskOfHandOver);
        Assert.DoesNotContain(seen.SelectMany(s => s.Backings), b => b.Kind is BackingKind.VettingResult or BackingKind.Finding);
        Assert.Equal(string.Empty, seen.Find(s => s.Claim.Key == "prosecution-2")!.Backings.Find(b => b.Tie is not null)!.Tie!.Value.Reason);
        Assert.DoesNotContain(Ledger.TargetsFor(Role.Screener, demo.File), t => t.Target.Kind is BackingKind.VettingResult or BackingKind.Finding);
        Assert.DoesNotContain(Ledger.TargetsFor(Role.DossierOfficer, demo.File), t => t.Target.Kind == BackingKind.Answer);
        Assert.Empty(Ledger.For(Role.EvidenceCustodian, demo.File));
        Assert.Empty(Ledger.For(Role.Applicant, demo.File));
        foreach (var role in Enum.GetValues<Role>().Except([Role.Coordinator, Role.DossierOfficer, Role.System]))
        {
            Assert.Empty(RoleView.For(role, demo.File).Dossier.ClaimTies);
        }
    }

    [Fact]
    public void InputsHash_EntryThatChangesWhatTheDossierSays_IsAnother()
    {
        var demo = FullCase.AtDossier();
        var before = HumanitarianEntry.Domain.Dossiers.DossierGate.InputsHash(demo.File);
        demo.Do(People.Coordinator, new MarkClaimUnsupported("prosecution-2", UnsupportedBecause.PaperLost));
        Assert.NotEqual(before, HumanitarianEntry.Domain.Dossiers.DossierGate.InputsHash(demo.File));

        // A further tie that nobody reads in the dossier is another thing as well: it stands in the table.
        var marked = HumanitarianEntry.Domain.Dossiers.DossierGate.InputsHash(demo.File);
        demo.Do(People.Coordinator, new UntieClaim("U1", "r"));
        Assert.Equal(before, HumanitarianEntry.Domain.Dossiers.DossierGate.InputsHash(demo.File));
        Assert.NotEqual(marked, before);
    }

    [Fact]
    public void Untie_WhatFollowsByItself_CountsNoMoreUntilAPersonTiesIt()
    {
        var demo = FullCase.AtDossier();
        foreach (var backing in demo.Claim("refusal").Backings.FindAll(b => b.Counts && b.Kind == BackingKind.EvidenceItem))
        {
            demo.Do(People.Screener, new UntieClaim(backing.LabelOn("refusal"), "Says nothing of a refusal."));
        }

        // The entry of the list is a result of the vetting: no screener takes it back, and nobody does who has not looked at it.
        var entry = Assert.Single(demo.Claim("refusal").Backings, b => b is { Counts: true, Kind: BackingKind.VettingResult });
        Assert.Contains("claim-entry-unknown", demo.Refusals(People.Screener, new UntieClaim(entry.LabelOn("refusal"), "r")));
        Assert.Contains("claim-entry-unknown", demo.Refusals(People.Coordinator, new UntieClaim(entry.LabelOn("refusal"), "r")));
        Assert.Contains("claim-entry-unknown", demo.Refusals(People.Screener, new UntieClaim("refusal/EvidenceItem/E2", "again")));
        Assert.DoesNotContain(demo.Claim("refusal").Backings, b => b.Counts && b.Kind == BackingKind.EvidenceItem);
        demo.Do(People.Screener, new TieClaim("refusal", BackingKind.EvidenceItem, "E2", "It does after all."));
        Assert.Contains(demo.Claim("refusal").Backings, b => b.Counts && b.Mark == "E2");
    }

    [Fact]
    public void Released_VersionOfBefore_StaysReleasedWhenAClaimOpens()
    {
        var demo = FullCase.AtDossier().ClaimsSettled().Pass(Gate.Dossier);
        Assert.NotNull(demo.File.Dossier.Released);
        demo.Do(People.Coordinator, new UntieClaim("U1", "r"));
        Assert.NotNull(demo.File.Dossier.Released);
        Assert.True(demo.File.Position.IsOpen(Gate.Submission));
    }
}
