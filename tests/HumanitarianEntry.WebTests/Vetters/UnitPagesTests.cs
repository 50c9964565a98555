using System.Net;
using System.Text;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Vetters;

/// <summary>Service against registers on pages: for the vetters of the case, in words beside each figure, and nothing taken over that a form invents.</summary>
public sealed class UnitPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Units = """
        key,number,names_ru,names_en,parents,garrison,latitude,longitude
        b16,00116,416-я мотострелковая бригада (DEMO),,,DEMO garrison,45.4,34.6
        n23,00123,423-й батальон связи (DEMO),,b16,DEMO town,45.2,34.1
        """;

    private const string Incidents = """
        id,units,place,latitude,longitude,from,to,type,contested,sources
        d1,00116,DEMO village,46.5,33.5,2022-11-05,2022-11-12,DEMO shelling,yes,DEMO newspaper
        d2,00123,DEMO farm,,,2022-12,2022-12,DEMO searches,no,DEMO newspaper
        """;

    [Fact]
    public async Task Pages_OfUnits_AreForAssignedVettersOnly()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        var path = $"/vetters/cases/{demo.Reference}/units";
        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
        foreach (var stranger in new[] { host.Crew.Screener, host.Crew.Outsider, host.Crew.Coordinator })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(stranger)).GetAsync(path)).Status);
        }

        foreach (var stranger in new[] { host.Crew.Vetter, host.Crew.Screener, host.Crew.Coordinator })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(stranger)).GetAsync("/administrators/registers")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await (await host.SignInAsync(host.Crew.Vetter)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task Incident_OfTheRegister_IsProposedTakenOverAndAskedAbout()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        await LoadAsync();
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        var url = $"/vetters/cases/{demo.Reference}";
        Assert.Contains("2 incidents of the register are tied to a service", (await vetter.GetAsync(url)).Text, StringComparison.Ordinal);

        var page = await vetter.GetAsync(url + "/units");
        foreach (var words in new[] { "423-й батальон связи (DEMO)", "416-я мотострелковая бригада (DEMO)", "DEMO shelling", "Contested", "Not held yet", "Not placed", "In time", "Distance" })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(2, page.Document.QuerySelectorAll("figure svg[role=img][aria-label]").Length);
        Assert.Contains(page.Document.QuerySelectorAll("figure svg text"), t => t.TextContent.EndsWith(" km", StringComparison.Ordinal));

        // One by its mark; a mark that the register does not have takes nothing over.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await vetter.SubmitAsync(page, new() { ["Form.Incident"] = "invented" }, "form[action$='/hold']:has(input[name='Form.Incident'])")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await vetter.SubmitAsync(await vetter.GetAsync(url + "/units"), [], "form[action$='/hold']:has(input[value='d2'])")).Status);
        Assert.Equal(["d2"], (await host.FileAsync(demo.Id)).Vetting.Overlaps.Values().Select(o => o.IncidentId));
        Assert.Equal(HttpStatusCode.Redirect, (await vetter.SubmitAsync(await vetter.GetAsync(url + "/units"), [], "form[action$='/hold']")).Status);

        var file = await host.FileAsync(demo.Id);
        Assert.Equal([("d2", UnitTie.SameNumber), ("d1", UnitTie.UnitAbove)], file.Vetting.Overlaps.Values().Select(o => (o.IncidentId, o.Tie!.Value)));
        Assert.NotEmpty(file.Interview.FollowUps!);
        Assert.DoesNotContain("Not held yet", (await vetter.GetAsync(url + "/units")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await vetter.SubmitAsync(page, [], "form[action$='/hold']:has(input[value='d1'])")).Status);
    }

    [Fact]
    public async Task Register_WithAFaultyRow_IsShownByLineAndNotKept()
    {
        var administrator = await AdministratorAsync();
        var page = await administrator.GetAsync("/administrators/registers");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Document.QuerySelector("form[enctype] input[name='__RequestVerificationToken']")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Units + "\nb16,00118,x,,,,,\nq,00119,y,,nobody,,,\n")), "Form.File", "units.csv" }, { new StringContent("Units"), "Form.Kind" }, { new StringContent("DEMO"), "Form.Publisher" },
            { new StringContent("faulty"), "Form.Version" }, { new StringContent("2026"), "Form.VersionDate.Year" }, { new StringContent("3"), "Form.VersionDate.Month" }, { new StringContent("1"), "Form.VersionDate.Day" },
        };
        using var answer = await administrator.Client.PostAsync(new Uri("/administrators/registers", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Unknown parent", text, StringComparison.Ordinal);
        Assert.Contains(">4<", text, StringComparison.Ordinal);
        Assert.DoesNotContain(await host.Services.GetRequiredService<RegisterIntake>().WaitingAsync(CancellationToken.None), w => w.Header.Version == "faulty");
    }

    private async Task<Visitor> AdministratorAsync()
    {
        var person = DemoPerson.New("it", Role.Administrator);
        await host.HireAsync(person);
        return await host.SignInAsync(person);
    }

    private async Task LoadAsync()
    {
        var import = host.Services.GetRequiredService<RegisterImport>();
        foreach (var (kind, csv) in new[] { (RegisterKind.Units, Units), (RegisterKind.Incidents, Incidents) })
        {
            var report = await import.ImportAsync(Encoding.UTF8.GetBytes(csv), new RegisterHeader(kind, "DEMO", "1", new DateOnly(2026, 3, 1)), SystemActor.Instance.Id, dryRun: false, CancellationToken.None);
            Assert.Equal(RegisterOutcome.InForce, report.Outcome);
        }
    }
}
