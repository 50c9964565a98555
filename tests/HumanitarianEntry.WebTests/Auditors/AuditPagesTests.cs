using System.Net;
using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Auditors;

public sealed class AuditPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Trail_OfAnyCase_ShowsKindsAndNoContent_AndIsARead()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var auditor = await AuditorAsync();
        var person = auditor.Person;
        var found = await auditor.Visitor.SubmitAsync(await auditor.Visitor.GetAsync("/auditors"), new() { ["Reference"] = demo.Reference });
        Assert.Equal("/auditors/trails/" + demo.Reference, found.Location);

        var page = await auditor.Visitor.GetAsync(found.Location!);
        Assert.Contains("The chain is whole", page.Text, StringComparison.Ordinal);
        Assert.Contains("Record name", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Демов", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO: verified.", page.Text, StringComparison.Ordinal);
        await using var db = host.Cases.CreateDbContext();
        Assert.True(await db.ReadLog.AnyAsync(r => r.CaseId == demo.Id && r.ActorId == person.Id && r.Compartment == "audit" && r.Purpose == "audit-chain"));
    }

    [Fact]
    public async Task Reads_OfToday_AreWholeAndNameTheReader()
    {
        var demo = await host.NewCaseAsync();
        await (await host.SignInAsync(demo.Crew.Counsel)).GetAsync("/counsel/cases/" + demo.Reference);
        var auditor = (await AuditorAsync()).Visitor;
        var page = await auditor.GetAsync("/auditors/reads");
        Assert.Contains("chain is whole", page.Text, StringComparison.Ordinal);
        Assert.Contains(demo.Reference, page.Text, StringComparison.Ordinal);
        Assert.Contains("Caseload", page.Text, StringComparison.Ordinal);
        Assert.Contains("Every chain is whole", (await auditor.GetAsync("/auditors/all-trails")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DaySeals_OnlyForAuditors_SayWhatThereIs()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Coordinator)).GetAsync("/auditors/day-seals")).Status);
        var auditor = (await AuditorAsync()).Visitor;
        Assert.Contains("No day has been sealed yet", (await auditor.GetAsync("/auditors/day-seals")).Text, StringComparison.Ordinal);

        // An empty table beside copies is no beginning.
        var folder = Directory.CreateDirectory(host.Services.GetRequiredService<CustodySettings>().Folder).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "2026-01-01.json"), "{}");
        var page = await auditor.GetAsync("/auditors/day-seals");
        Assert.DoesNotContain("No day has been sealed yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("no seal of this day in the database", page.Document.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".notice-danger"));
    }

    [Fact]
    public async Task Trail_UnknownReferenceOrWrongAudience_IsNotThere()
    {
        var demo = await host.NewCaseAsync();
        var auditor = (await AuditorAsync()).Visitor;
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/auditors/trails/NOPE")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Coordinator)).GetAsync("/auditors/trails/" + demo.Reference)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await auditor.SubmitAsync(await auditor.GetAsync("/auditors"), new() { ["Reference"] = "not one" })).Status);
    }

    private async Task<(Visitor Visitor, DemoPerson Person)> AuditorAsync()
    {
        var person = DemoPerson.New("audit", Role.Auditor);
        await host.HireAsync(person);
        return (await host.SignInAsync(person), person);
    }
}
