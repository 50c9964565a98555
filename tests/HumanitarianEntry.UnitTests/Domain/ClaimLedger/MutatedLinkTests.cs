using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Custody;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.UnitTests.Domain.Building;
using HumanitarianEntry.UnitTests.Workflows.Properties;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.ClaimLedger;

/// <summary>Mutate one link, and the gate closes (FIELD.md section 14, item 1).</summary>
public sealed class MutatedLinkTests
{
    private const string Claim = "prosecution-2";

    /// <summary>What takes the force from an item, by name.</summary>
    private static readonly Dictionary<string, Func<CaseBuilder, CaseFile>> OfItem = new(StringComparer.Ordinal)
    {
        ["contradicted"] = d => d.Do(People.Custodian, new SupportEvidence("E4", SupportKind.Contradiction, "DEMO: it was another.")).File,
        ["graded too low"] = d => d.Do(People.Custodian, new GradeEvidence("E4", Reliability.E, 3, "DEMO: looked again.") { LowerTo = Corroboration.K0, WhyLower = "DEMO" }).File,
        ["not credible"] = d => d.Do(People.Custodian, new GradeEvidence("E4", Reliability.B, 5, "DEMO: looked again.")).File,
        ["check failed since"] = d => d.Checked("E4", CheckOutcome.Failed, VerificationCheck.ArticleAndPart).File,
        ["top grade of one person"] = d => d.Do(People.Custodian, new GradeEvidence("E4", Reliability.A, 1, "DEMO: looked again.")).File,
        ["quarantined"] = d => Examined(WithFile(d.File), ScanVerdict.Malware),
        ["file missing"] = d => Reported(WithFile(d.File), FileCondition.Missing),
        ["file unreadable"] = d => Reported(WithFile(d.File), FileCondition.Unreadable),
        ["file altered"] = d => Reported(WithFile(d.File), FileCondition.Altered),
        ["gone"] = d => d.File with { Evidence = d.File.Evidence with { Items = d.File.Evidence.Items.RemoveAll(i => i.Value.Label == "E4") } },
        ["another item"] = d => d.File with { Evidence = d.File.Evidence with { Items = d.File.Evidence.Items.ConvertAll(i => i.Value.Label == "E4" ? i with { Provenance = i.Provenance with { At = i.Provenance.At.AddDays(1) } } : i) } },
    };

    public static TheoryData<string> Items => [.. OfItem.Keys];

    [Theory]
    [MemberData(nameof(Items))]
    public void TiedItem_OneThingHappensToIt_TheGateCloses(string mutation)
    {
        var demo = FullCase.AtDossier().Do(People.Coordinator, new TieClaim(Claim, BackingKind.EvidenceItem, "E4", "names the article"));
        Assert.False(demo.Claim(Claim).IsOpen);
        Closes(demo, OfItem[mutation](demo));
    }

    [Fact]
    public void TiedPaper_SeenByNobodyOrOfAnotherPerson_TheGateCloses()
    {
        var demo = FullCase.AtDossier().Do(People.Coordinator, new TieClaim(Claim, BackingKind.Paper, "D3", "shows it"));
        Closes(demo, Papers(demo.File, p => p with { SeenAs = SeenAs.None }));
        Closes(demo, demo.File with { Identity = demo.File.Identity with { Documents = demo.File.Identity.Documents.RemoveAt(2) } });
        Closes(demo, demo.Do(People.Screener, new ComparePhoto("D3", PhotoMatch.NotSamePerson)).File);
    }

    [Theory]
    [InlineData("whole")]
    [InlineData("names")]
    [InlineData("exclusion")]
    [InlineData("voluntariness")]
    [InlineData("units")]
    public void TiedResultOfTheVetting_TakenAway_TheGateCloses(string result)
    {
        var demo = FullCase.AtDossier().Do(People.Coordinator, new TieClaim(Claim, BackingKind.VettingResult, result, "shows it"));
        Assert.False(demo.Claim(Claim).IsOpen);
        foreach (var killed in new[] { Kill(demo.File, new BackingTarget(BackingKind.VettingResult, result)), demo.File with { Vetting = demo.File.Vetting with { Decisions = demo.File.Vetting.Decisions.ConvertAll(d => d with { Outcome = "unresolved" }) } } })
        {
            Closes(demo, killed);
        }
    }

    /// <summary>Whatever a claim rests on by itself: without all of it the claim is open or gone, with any one of it left it is not.</summary>
    [Fact]
    public void EveryLinkOfEveryClaim_IsEnoughAloneAndMissedWhenTheLastIsGone()
    {
        var file = FullCase.AtDossier().Do(People.Coordinator, new MarkClaimUnsupported(Claim, UnsupportedBecause.CannotBeCheckedFromHere)).File;
        var links = 0;
        foreach (var status in Ledger.Of(file).Where(s => s.Claim.Need != ClaimNeed.OtherClaim && s.Mark is null))
        {
            var targets = status.Backings.Where(b => b.Counts && b.Kind != BackingKind.OtherClaim && (status.Claim.Need == ClaimNeed.OwnWord || BackingKinds.IsEvidence(b.Kind))).Select(b => b.Reading.Target).Distinct().ToList();
            Assert.NotEmpty(targets);
            foreach (var last in targets)
            {
                var others = targets.Where(t => t != last && !DiesWith(last, t)).Aggregate(file, Kill);
                if (Ledger.Find(others, status.Claim.Key) is { } alone && alone.Backings.Exists(b => b.Counts && b.Reading.Target == last))
                {
                    Assert.False(alone.IsOpen, $"{status.Claim.Key} rests on {last} and is open");
                }

                var none = targets.Aggregate(file, Kill);
                var after = Ledger.Find(none, status.Claim.Key);
                Assert.True(after is null || after.IsOpen || (status.Claim.Need == ClaimNeed.OwnWord && after.Standing == ClaimStanding.Follows), $"{status.Claim.Key} rests on nothing after {last} went and is {after?.Standing}");
                links++;
            }
        }

        Assert.True(links > 60, $"only {links} links were tried");
    }

    /// <summary>Any ties, marks and withdrawals in any order: what is said of a claim follows from what counts, and the gate is closed exactly while a claim is open.</summary>
    [Fact]
    public void AnyEntries_InAnyOrder_TheGateIsClosedExactlyWhileAClaimIsOpen()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var (dice, demo) = (new Dice(seed), FullCase.AtDossier());
            for (var i = 0; i < 14; i++)
            {
                Throw(dice, demo);
                var ledger = Ledger.Of(demo.File);
                Assert.All(ledger, s => Assert.Equal(s.Standing == ClaimStanding.BorneOut && s.Claim.Need == ClaimNeed.Evidence, s.Claim.Need == ClaimNeed.Evidence && s.Backings.Exists(b => b.Counts && BackingKinds.IsEvidence(b.Kind))));
                Assert.Equal(ledger.Exists(s => s.IsOpen), demo.GateBlockers(Gate.Dossier, "released", People.DossierOfficer).Contains("claims-open"));
            }
        }
    }

    private static void Throw(Dice dice, CaseBuilder demo)
    {
        var ledger = Ledger.Of(demo.File);
        var claim = ledger[dice.Below(ledger.Count)].Claim.Key;
        var targets = Ledger.TargetsFor(Role.Coordinator, demo.File);
        var target = targets[dice.Below(targets.Count)].Target;
        Act act = dice.Below(4) switch
        {
            0 => new MarkClaimUnsupported(claim, (UnsupportedBecause)dice.Below(6)) { Words = "DEMO" },
            1 => new UntieClaim($"T{1 + dice.Below(6)}", "DEMO"),
            2 => new UntieClaim($"U{1 + dice.Below(6)}", "DEMO"),
            _ => new TieClaim(claim, target.Kind, target.Mark, "DEMO"),
        };
        if (demo.Refusals(People.Coordinator, act).Count == 0)
        {
            demo.Do(People.Coordinator, act);
        }
    }

    private static void Closes(CaseBuilder demo, CaseFile mutated) =>
        Assert.Contains("claims-open", GateRules.Check(mutated, demo.Context(People.DossierOfficer), Gate.Dossier, "released").Blockers.Select(b => b.Code));

    /// <summary>Results of the vetting fall together with the decision; what stands for an entry of a list falls with it.</summary>
    private static bool DiesWith(BackingTarget last, BackingTarget other) => last.Kind == BackingKind.VettingResult && other.Kind is BackingKind.VettingResult or BackingKind.EvidenceItem && last != other;

    private static CaseFile Kill(CaseFile file, BackingTarget target) => target.Kind switch
    {
        BackingKind.EvidenceItem => file with { Evidence = file.Evidence with { Items = file.Evidence.Items.RemoveAll(i => i.Value.Label == target.Mark) } },
        BackingKind.Paper => Papers(file, p => p.Label == target.Mark ? p with { SeenAs = SeenAs.None } : p),
        BackingKind.VettingResult when target.Mark == "names" => file with { Vetting = file.Vetting with { Runs = file.Vetting.Runs.ConvertAll(r => r with { Value = r.Value with { Failure = "DEMO" } }) } },
        BackingKind.VettingResult when target.Mark == "units" => file with { Vetting = file.Vetting with { Overlaps = [] } },
        BackingKind.VettingResult when target.Mark == "exclusion" => file with { Vetting = file.Vetting with { Exclusions = file.Vetting.Exclusions.ConvertAll(e => e with { Value = e.Value with { Conclusion = HumanitarianEntry.Domain.Exclusion.ExclusionConclusion.Unresolved } }) } },
        BackingKind.VettingResult when target.Mark == "voluntariness" => file with { Vetting = file.Vetting with { Voluntariness = [] } },
        BackingKind.VettingResult when target.Mark == "whole" => file with { Vetting = file.Vetting with { Decisions = [] } },
        BackingKind.VettingResult => file with { Vetting = file.Vetting with { Adjudications = [] } },
        BackingKind.StaffCheck => file with { Identity = file.Identity with { Gradings = file.Identity.Gradings.ConvertAll(g => g with { Value = g.Value with { IndependentWitnesses = 0 } }) } },
        BackingKind.Record when target.Mark != "offer" => file with { Legal = new HumanitarianEntry.Domain.LegalSituation.LegalFacts() },
        BackingKind.Record => file with { Reception = file.Reception with { Offers = [] } },
        BackingKind.Answer => file with { Interview = file.Interview with { Answers = file.Interview.Answers.ConvertAll(a => a.Value.Code == target.Mark ? a with { Value = a.Value with { Value = " " } } : a) } },
        BackingKind.Statement => file with { Interview = file.Interview with { Statements = file.Interview.Statements.ConvertAll(s => s with { Value = s.Value with { Signed = false } }) } },
        BackingKind.Account => Later(file, target.Mark),
        BackingKind.Finding or BackingKind.OtherClaim => file,
    };

    /// <summary>Told anew after the record was confirmed.</summary>
    private static CaseFile Later(CaseFile file, string mark)
    {
        var late = file.Interview.ReadBacks[^1].Provenance.At.AddDays(1);
        return file with
        {
            Interview = file.Interview with
            {
                Service = file.Interview.Service.ConvertAll(s => $"service-{s.Value.Label}" == mark ? s with { Provenance = s.Provenance with { At = late } } : s),
                Prosecutions = [.. file.Interview.Prosecutions.Select((p, i) => $"prosecution-{i + 1}" == mark ? p with { Provenance = p.Provenance with { At = late } } : p)],
            },
        };
    }

    private static CaseFile Papers(CaseFile file, Func<IdentityDocument, IdentityDocument> change) => file with { Identity = file.Identity with { Documents = file.Identity.Documents.ConvertAll(d => d with { Value = change(d.Value) }) } };

    private static CaseFile WithFile(CaseFile file) => file with { Evidence = file.Evidence with { Items = file.Evidence.Items.ConvertAll(i => i.Value.Label == "E4" ? i with { Value = i.Value with { File = new EvidenceFile(new Guid(7, 0, 0, new byte[8]), "aa", 1, "image/png") } } : i) } };

    private static CaseFile Examined(CaseFile file, ScanVerdict verdict)
    {
        var by = file.Evidence.Items[0].Provenance;
        var examination = new FileExamination("E4", new Guid(7, 0, 0, new byte[8]), "aa", verdict);
        return file with { Evidence = file.Evidence with { Examinations = file.Evidence.Examinations.Add(new Recorded<FileExamination>(examination, by)) } };
    }

    private static CaseFile Reported(CaseFile file, FileCondition condition) =>
        file with { Evidence = file.Evidence with { FileConditions = file.Evidence.FileConditions.Add(new Recorded<FileConditionReport>(new FileConditionReport(new Guid(7, 0, 0, new byte[8]), condition), file.Evidence.Items[0].Provenance)) } };
}
