using System.Collections.Immutable;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.LegalSituation;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>What counsel recorded of procedures, orders, days in court and bars to leaving stands in sections 1, 5, 6 and 11; what stays in the house does not. Everybody is invented.</summary>
public sealed class LawInDossierTests
{
    [Fact]
    public async Task Compose_LegalSituation_SaysEachFactWithWhatItRestsOn()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (file, make) = await ComposedDossier.OfAsync(store);
        var content = make(file with { Legal = Situation(file) }, null);
        var html = ComposedDossier.Html(content);

        Assert.Equal(
            ["Demande d’asile auprès de : DEMO service des migrations. Procédure : rejetée. Dernier jour pour le recours : 2 avril 2024.", "Éloignement administratif, autorité : DEMO tribunal ; en vigueur. La mesure peut être exécutée à partir du 5 mai 2024. Un recours a été formé.", "Audience sur le recours, DEMO cour d’appel."],
            content.Host.Procedures.Select(p => p.What.Text.Split(" (")[0].Replace('\u00A0', ' ').Replace('\u202F', ' ')));
        Assert.All(content.Host.Procedures, p => Assert.Contains("Consigné par le conseil ou l’agent de protection", p.What.Text, StringComparison.Ordinal));
        Assert.Contains("Mesure d’éloignement", content.Host.RemovalRisks[0].Text, StringComparison.Ordinal);
        Assert.Contains("Mesure d’éloignement", content.Request.Urgency.Text, StringComparison.Ordinal);
        Assert.Contains(content.Risk.InHostCountry, r => r.Text.Contains("Mesure d’éloignement", StringComparison.Ordinal));
        Assert.Contains(content.TravelDocument.OwnAuthorities, t => t.Text.Contains("appel sous les drapeaux, depuis septembre 2022", StringComparison.Ordinal));
        Assert.Contains(content.TravelDocument.LocalAuthorities, t => t.Text.Contains("amende pour séjour irrégulier", StringComparison.Ordinal));
        foreach (var kept in new[] { "DEMO-NUMBER", "DEMO plan of counsel", "DEMO voisine", "DEMO vu par sa voisine", "DEMO bureau où rien", "DEMO levée" })
        {
            Assert.DoesNotContain(kept, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Compose_RecipientWithoutEventsOfTheHost_IsToldNoneOfThemAnywhere()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (file, make) = await ComposedDossier.OfAsync(store);
        var cut = make(file with { Legal = Situation(file) }, DisclosureProfile.Standard with { Parts = [.. DisclosureProfile.Standard.Parts.Where(p => p is not (DisclosedPart.HostEvents or DisclosedPart.TravelDocumentReasons))] });
        var html = ComposedDossier.Html(cut);

        Assert.Empty(cut.Host.Procedures);
        foreach (var kept in new[] { "DEMO tribunal", "DEMO service des migrations", "DEMO cour d’appel", "éloignement administratif", "Éloignement administratif", "sortie du territoire" })
        {
            Assert.DoesNotContain(kept, html, StringComparison.Ordinal);
        }
    }

    private static LegalFacts Situation(CaseFile file)
    {
        var by = file.Interview.Statements[^1].Provenance;
        ImmutableList<Recorded<T>> Put<T>(params IEnumerable<T> facts) => [.. facts.Select(f => new Recorded<T>(f, by))];
        return file.Legal with
        {
            Procedures = Put(
                new AsylumProcedure("P1", "KZ", ProcedureStage.Refused, "DEMO service des migrations", HumanitarianEntry.Domain.People.PartialDate.Parse("2022-09-30"), "DEMO-NUMBER", "DEMO plan of counsel", null, new DateOnly(2024, 4, 2)),
                new AsylumProcedure("P2", "AM", ProcedureStage.Planned, "DEMO bureau où rien n’est déposé", null, null, null, null, null)),
            RemovalOrders = Put(new RemovalOrder("R1", RemovalKind.AdministrativeRemoval, "KZ", "DEMO tribunal", RemovalStatus.InForce, new DateOnly(2024, 3, 3), new DateOnly(2024, 5, 5), null, null, new DateOnly(2024, 3, 13), RemedyTaken: true)),
            CourtEvents = Put(new CourtEvent("C1", CourtEventKind.AppealHearing, "KZ", "DEMO cour d’appel", new DateTimeOffset(2024, 6, 1, 4, 0, 0, TimeSpan.Zero), "Asia/Almaty", null, null, RemedyTaken: false)),
            ExitRestrictions = Put(
                new ExitRestriction("X1", "RU", ExitBasis.CallUp, LearntHow.Relative, "DEMO voisine", HumanitarianEntry.Domain.People.PartialDate.Parse("2022-09"), null, Lifted: false),
                new ExitRestriction("X2", "KZ", ExitBasis.OverstayFine, LearntHow.OfficialPaper, "DEMO", null, null, Lifted: false),
                new ExitRestriction("X3", "KZ", ExitBasis.Other, LearntHow.OfficialPaper, "DEMO levée", null, null, Lifted: true)),
            WantedStatuses = Put(new WantedStatus("W1", "RU", SearchReach.CisInterstate, "DEMO vu par sa voisine", LearntHow.Relative, new DateOnly(2024, 2, 1), Reliability.B, "337", Ended: false)),
        };
    }
}
