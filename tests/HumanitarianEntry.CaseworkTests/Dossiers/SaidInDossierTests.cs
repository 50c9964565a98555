using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Dossiers.Content;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>A dossier says what stands: no entry that is still to be told apart, no text that the person took back, every decision of a state. Everybody is invented.</summary>
public sealed class SaidInDossierTests
{
    [Fact]
    public async Task Compose_EntryOfAWantedList_IsSaidOnlyWhenConfirmedAndDisclosed()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (file, make) = await ComposedDossier.OfAsync(store);
        var wanted = ComposedDossier.Texts.Facts.RiskWanted;
        Assert.NotEmpty(VettingBackings.Confirmed(file));
        Assert.Contains(wanted, ComposedDossier.Html(make(file, null)), StringComparison.Ordinal);

        // Nobody has said yet whether the entry is about him: right to keep him from a border, wrong to tell a state.
        var pending = file with { Vetting = file.Vetting with { Adjudications = [] } };
        Assert.Empty(VettingBackings.Confirmed(pending));
        Assert.DoesNotContain(wanted, ComposedDossier.Html(make(pending, null)), StringComparison.Ordinal);
        Assert.DoesNotContain(Ledger.Of(pending), c => c.Claim.Kind == ClaimKind.RiskOfHandOver);

        // A recipient who is not told of it is not told in another section either, nor by the item that the program made of the entry.
        var without = DisclosureProfile.Standard with { Parts = [.. DisclosureProfile.Standard.Parts.Where(p => p is not (DisclosedPart.WantedStatus or DisclosedPart.Prosecutions))] };
        var cut = make(file, without);
        var made = file.Evidence.Items.Values().Where(i => i.ListEntryHash is not null).Select(i => i.Label).ToList();
        Assert.NotEmpty(made);
        Assert.DoesNotContain(cut.Risk.InHostCountry, r => r.Text.Contains(wanted, StringComparison.Ordinal));
        Assert.DoesNotContain(ComposedDossier.Texts.Facts.RiskProsecution, ComposedDossier.Html(cut), StringComparison.Ordinal);
        Assert.DoesNotContain(cut.Engagement.Items, e => made.Contains(e.Number));
    }

    [Fact]
    public async Task Compose_StatementSignedAgain_SaysTheLaterTextOnly()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (file, make) = await ComposedDossier.OfAsync(store);
        var first = file.Interview.Statements[^1];
        var later = first with { Value = first.Value with { Text = "Вторая редакция без имени помощника. ДЕМО.", Signed = true } };
        var named = first with { Value = first.Value with { Text = "Первая редакция с именем помощника. ДЕМО.", Signed = true } };
        var html = ComposedDossier.Html(make(file with { Interview = file.Interview with { Statements = [named, later] } }, null));

        Assert.Contains("Вторая редакция", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Первая редакция", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_StateDecidedBefore_NamesStateDayOutcomeAndReason()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (file, make) = await ComposedDossier.OfAsync(store);
        var by = file.Interview.Statements[^1].Provenance;
        var refused = new StateDecision("refused", new DateOnly(2024, 4, 3), "DEMO lettre 7", "DEMO: aucune menace individuelle.", [], "unknown", null, null);
        var decided = file with
        {
            Dossier = file.Dossier with
            {
                Submissions = [new(new Submission(1, "aa", "by hand", ComposedDossier.Post, "FR"), by)],
                StateDecisions = [new(refused, by), new(refused with { Outcome = "deferred", Reason = "DEMO plus tard" }, by)],
            },
        };
        var application = Assert.Single(make(decided, null).EarlierApplications);

        Assert.Equal(("France", "refusée"), (application.State, application.Outcome));
        Assert.Contains("DEMO lettre 7", application.Remark.Text, StringComparison.Ordinal);
        Assert.NotEqual(DossierGate.InputsHash(file), DossierGate.InputsHash(decided));
        Assert.Empty(make(decided, DisclosureProfile.Standard with { Parts = [.. DisclosureProfile.Standard.Parts.Where(p => p != DisclosedPart.EarlierApplications)] }).EarlierApplications);
    }

    [Fact]
    public async Task Compose_DepartureKnownOrNot_IsPrintedOnlyWhereItIsKnown()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (file, make) = await ComposedDossier.OfAsync(store);
        var said = make(file, null);
        Assert.Equal(file.Contact.Departure()!.Value.Earliest, said.Engagement.Flight!.Earliest);
        Assert.Contains("Départ de Russie", ComposedDossier.Html(said), StringComparison.Ordinal);

        var unsaid = make(file with { Contact = file.Contact with { Stays = file.Contact.Stays.ConvertAll(s => s with { Value = s.Value with { From = HumanitarianEntry.Domain.People.PartialDate.Parse("2016"), Until = null } }) } }, null);
        Assert.Null(unsaid.Engagement.Flight);
        Assert.DoesNotContain(unsaid.Engagement.Items, i => i.Period == ActPeriod.BeforeFlight);
        Assert.DoesNotContain("Départ de Russie", ComposedDossier.Html(unsaid), StringComparison.Ordinal);
        Assert.DoesNotContain("après le départ", ComposedDossier.Html(unsaid), StringComparison.Ordinal);
    }
}
