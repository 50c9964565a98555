using System.Net;
using System.Text;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Vetters;

/// <summary>A name beside any case is searched for a purpose, on the chain, and kept nowhere.</summary>
public sealed class CheckPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Url = "/vetters/checks";

    [Fact]
    public async Task Page_NobodyButVetters_IsNotThere()
    {
        foreach (var stranger in new[] { host.Crew.Screener, host.Crew.Coordinator, host.Crew.Counsel })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(stranger)).GetAsync(Url)).Status);
        }
    }

    [Fact]
    public async Task Check_WithAPurpose_ShowsEntriesWithPointsAndLeavesNoName()
    {
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        var page = await vetter.GetAsync(Url);
        var form = new Dictionary<string, string> { ["Form.Names"] = "Казимир Демович\nDemovich Kazimir", ["Form.Born.Year"] = "1960", ["Form.Purpose"] = "Vouches", ["Form.Reason"] = "DEMO letter" };
        var none = await vetter.SubmitAsync(page, form, "form[action='/vetters/checks']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains("No list is in force: nothing was searched", none.Text, StringComparison.Ordinal);
        await ImportAsync("id,name,birthDate,nationality\nd1,DEMOVICH Kazimir,1960,RU\n");

        var bad = new (string Field, string Value)[] { ("Form.Names", "12345"), ("Form.Names", string.Concat(Enumerable.Repeat("а\n", 11))), ("Form.Purpose", "Gossip"), ("Form.Reason", " "), ("Form.Born.Year", "19"), ("Form.Names", new string('я', 1001)) };
        foreach (var (field, value) in bad)
        {
            var refused = await vetter.SubmitAsync(page, new(form) { [field] = value }, "form[action='/vetters/checks']");
            Assert.True(refused.Status == HttpStatusCode.UnprocessableEntity, $"{field}: {refused.Status}");
        }

        var found = await vetter.SubmitAsync(page, form, "form[action='/vetters/checks']");
        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Contains("One entry to look at", found.Text, StringComparison.Ordinal);
        Assert.Contains("DEMOVICH Kazimir", found.Text, StringComparison.Ordinal);
        Assert.Contains("same year", found.Text, StringComparison.Ordinal);
        var nobody = await vetter.SubmitAsync(page, new(form) { ["Form.Names"] = "Пробный Лука Фомич" }, "form[action='/vetters/checks']");
        Assert.Contains("Nobody found", nobody.Text, StringComparison.Ordinal);

        await using var db = host.Cases.CreateDbContext();
        var entries = await db.AccountAudit.AsNoTracking().Where(a => a.Kind == AccountKinds.AdHocCheck).OrderBy(a => a.Sequence).ToListAsync(CancellationToken.None);
        Assert.Equal([host.Crew.Vetter.Id, host.Crew.Vetter.Id], entries.Select(e => e.ActorId));
        Assert.Equal("vouches: DEMO letter (1 lists, 1 candidates, complete: True)", host.Services.GetRequiredService<AccountTrail>().DetailsOf(entries[0]));
    }

    private async Task ImportAsync(string table)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(table));
        var header = new ListHeader("demo-union", "DEMO union", "DEMO union", ListKind.Sanctions, "1", new DateOnly(2026, 3, 2));
        Assert.Equal(ListImportOutcome.InForce, (await host.Services.GetRequiredService<ListImport>().ImportAsync(content, ListFormats.Csv, header, Guid.Empty, new ListImportMode(), CancellationToken.None)).Outcome);
    }
}
