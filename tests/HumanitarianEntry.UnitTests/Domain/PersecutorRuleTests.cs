using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class PersecutorRuleTests
{
    private static readonly string[] Persecution = ["337", "338", "332", "328", "339", "352.1", "280.3", "280.4", "207.3", "284.1", "330.1"];

    [Theory]
    [InlineData(ListKind.PersecutorWanted, "105", HitClass.ReviewCommonCrime)]
    [InlineData(ListKind.PersecutorWanted, "158 ч. 2", HitClass.ReviewCommonCrime)]
    [InlineData(ListKind.PersecutorWanted, "337; 228", HitClass.ReviewCommonCrime)]
    [InlineData(ListKind.PersecutorWanted, "337, 999", HitClass.ReviewCommonCrime)]
    [InlineData(ListKind.PersecutorWanted, "205", HitClass.ReviewPoliticised)]
    [InlineData(ListKind.PersecutorWanted, "205.2", HitClass.ReviewPoliticised)]
    [InlineData(ListKind.PersecutorWanted, "275", HitClass.ReviewPoliticised)]
    [InlineData(ListKind.PersecutorWanted, "281", HitClass.ReviewPoliticised)]
    [InlineData(ListKind.PersecutorWanted, "338, 275", HitClass.ReviewPoliticised)]
    [InlineData(ListKind.PersecutorWanted, "", HitClass.ReviewPoliticised)]
    [InlineData(ListKind.PersecutorWanted, "ст. 337 ч. 5 УК РФ 1996", HitClass.PersecutionEvidence)]
    [InlineData(ListKind.PersecutorWanted, "ч. 11 ст. 337", HitClass.PersecutionEvidence)]
    [InlineData(ListKind.PersecutorWanted, "332 ч. 2.1", HitClass.PersecutionEvidence)]
    [InlineData(ListKind.Sanctions, "337", HitClass.AdverseCandidate)]
    [InlineData(ListKind.CourtOrPolice, "337", HitClass.AdverseCandidate)]
    [InlineData(ListKind.Crowd, "105", HitClass.LeadOnly)]
    [InlineData(ListKind.UkrainianAbsentSoldiers, "", HitClass.CorroborationWithExposure)]
    public void Classify_IssuerAndArticles_GiveTheHandbooksClass(ListKind list, string article, HitClass expected) =>
        Assert.Equal(expected, PersecutorRule.Classify(list, article.Length == 0 ? [] : [article]));

    [Fact]
    public void Classify_EveryPersecutionArticle_IsPersecution() =>
        Assert.All(Persecution, a => Assert.Equal(HitClass.PersecutionEvidence, PersecutorRule.Classify(ListKind.PersecutorWanted, [a])));

    [Fact]
    public void RecordScreening_ClassOrListWrong_IsRefused()
    {
        var vetting = A.Case().To(Gate.Vetting);
        var harsher = Screenings.Wanted() with { Class = HitClass.AdverseCandidate };

        Assert.Equal(["hit-class-wrong"], vetting.Refusals(People.System, new RecordScreeningRun(Screenings.Run(vetting.File, harsher))));
        Assert.Equal(["hit-of-unknown-list"], vetting.Refusals(People.System, new RecordScreeningRun(Screenings.Run(vetting.File, Screenings.Wanted() with { ListId = "none" }))));
    }

    [Fact]
    public void PersecutorHit_Namesake_NeverBecomesEvidence()
    {
        var namesake = A.Case().To(Gate.Vetting).Screened(Screenings.Wanted()).Adjudicated("H1", HitOutcome.NotSame, People.Vetter);

        Assert.Empty(namesake.File.Evidence.Items);
        Assert.False(TravelSafetyGate.IsWanted(namesake.File));
    }

    [Fact]
    public void PersecutorHit_ConfirmedByTwo_IsOneEvidenceItemForEver()
    {
        var one = A.Case().To(Gate.Vetting).Screened(Screenings.Wanted()).Adjudicated("H1", HitOutcome.Same, People.Vetter, People.Vetter);
        Assert.Empty(one.File.Evidence.Items);

        var two = one.Adjudicated("H1", HitOutcome.Same, People.SecondVetter, People.ThirdVetter).Screened(Screenings.Wanted()).Adjudicated("H1", HitOutcome.Same, People.Vetter, People.SecondVetter);
        Assert.Equal(EvidenceType.CriminalCase, Assert.Single(two.File.Evidence.Items).Value.Type);
        Assert.True(TravelSafetyGate.IsWanted(two.File));
    }

    /// <summary>Handbook section 5, statement 13, over random cases: the same case with and without the hit.</summary>
    [Fact]
    public void PersecutorHit_RandomCases_NeverAddsABlockerAndAlwaysSetsTheTravelFlag()
    {
        var random = new Random(13);
        var blockedWithout = 0;
        for (var i = 0; i < 150; i++)
        {
            var seed = random.Next();
            var without = RandomCase(seed, wanted: false);
            var with = RandomCase(seed, wanted: true);
            foreach (var (gate, outcome) in GateTable.Rows.Where(r => r.Gate is Gate.Vetting or Gate.Evidence or Gate.Recommendation).SelectMany(r => r.Outcomes.Select(o => (r.Gate, o))))
            {
                var before = without.GateBlockers(gate, outcome, People.SecondVetter);
                var added = with.GateBlockers(gate, outcome, People.SecondVetter).ToList();
                blockedWithout += before.Count;
                foreach (var code in before)
                {
                    added.Remove(code);
                }

                Assert.True(added.Count == 0, $"Seed {seed}: the hit adds {string.Join(", ", added)} to {gate} {outcome}.");
            }

            Assert.True(TravelSafetyGate.IsWanted(with.File), $"Seed {seed}: no travel flag.");
            Assert.False(TravelSafetyGate.IsWanted(without.File));
        }

        Assert.True(blockedWithout > 1000, "The random cases are all too clean to show anything.");
    }

    private static CaseBuilder RandomCase(int seed, bool wanted)
    {
        var random = new Random(seed);
        var article = Persecution[random.Next(Persecution.Length)];
        var opinions = random.Next(5);
        var others = Enumerable.Range(1, random.Next(3)).Select(n => random.Next(2) == 0 ? Screenings.Sanctioned($"H{n}") : Screenings.Hit($"H{n}", Screenings.Crowd)).ToArray();
        var builder = A.Case().To(Gate.Vetting).Screened(wanted ? [Screenings.Wanted("P1", article), .. others] : others);
        if (wanted)
        {
            builder.Adjudicated("P1", opinions == 3 ? HitOutcome.CannotTell : HitOutcome.Same, [.. new[] { People.Vetter, People.SecondVetter, People.ThirdVetter }.Take(opinions % 4)]);
        }

        foreach (var hit in others.Where(_ => random.Next(3) > 0))
        {
            builder.Adjudicated(hit.Label, (HitOutcome)random.Next(3), People.Vetter, People.SecondVetter);
        }

        if (random.Next(2) == 0)
        {
            builder.IncidentCleared();
        }

        if (random.Next(2) == 0)
        {
            builder.NotVoluntary();
        }

        for (var n = random.Next(4); n > 0; n--)
        {
            builder.Evidence((EvidenceType)random.Next(18), $"202{random.Next(1, 4)}-02", random.Next(2) == 0, random.Next(2) == 0);
            if (random.Next(4) > 0)
            {
                builder.GradedLast((Reliability)random.Next(6), random.Next(1, 7), Corroboration.K1);
            }
        }

        return builder;
    }
}
