using System.Net;
using System.Text;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Administrators;

/// <summary>A list comes by two steps on pages, and by two people where it could turn round what being on it means.</summary>
public sealed class ScreeningListPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Lists = "/administrators/screening-lists";

    [Fact]
    public async Task Pages_OfLists_AreForAdministratorsOnly()
    {
        var id = await KeptAsync(host.Crew.Coordinator.Id, "demo-closed", ListKind.Sanctions, "1", "id,name\n1,DEMOVICH Kazimir\n");
        foreach (var stranger in new[] { host.Crew.Coordinator, host.Crew.Vetter, host.Crew.Screener })
        {
            var visitor = await host.SignInAsync(stranger);
            foreach (var path in new[] { "", "/mappings", $"/imports/{id}" })
            {
                var shown = await visitor.GetAsync(Lists + path);
                Assert.True(shown.Status == HttpStatusCode.NotFound, $"{stranger} {path}: {shown.Status}");
            }
        }

        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(Lists + "/mappings")).Location, StringComparison.Ordinal);
        var administrator = await AdministratorAsync();
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync($"{Lists}/imports/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"{Lists}/imports/{Ids.New()}")).Status);
    }

    [Fact]
    public async Task Import_OfThePersecutingState_IsConfirmedByAnotherAdministrator()
    {
        var loader = await HireAsync();
        var id = await KeptAsync(loader.Id, "demo-wanted", ListKind.PersecutorWanted, "1", "id,name,articles\n1,DEMOVICH Kazimir,337\n");
        var (first, second) = (await host.SignInAsync(loader), await AdministratorAsync());
        var page = await first.GetAsync($"{Lists}/imports/{id}");
        Assert.Contains("This takes two people", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action$='/confirm']"));

        var confirm = await second.GetAsync($"{Lists}/imports/{id}");
        Assert.Equal(HttpStatusCode.Redirect, (await second.SubmitAsync(confirm, [], "form[action$='/confirm']")).Status);
        var done = await second.GetAsync(Lists);
        Assert.Contains("The list is in force with 1 entries", done.Text, StringComparison.Ordinal);
        Assert.Contains("confirmed by", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await second.SubmitAsync(confirm, [], "form[action$='/confirm']")).Status);
    }

    [Fact]
    public async Task Import_PostedByTheLoaderHimself_ChangesNothing()
    {
        var loader = await HireAsync();
        var id = await KeptAsync(loader.Id, "demo-wanted-two", ListKind.PersecutorWanted, "1", "id,name,articles\n1,DEMOVICH Kazimir,337\n");
        var first = await host.SignInAsync(loader);
        var page = await first.GetAsync($"{Lists}/imports/{id}");

        // The form that another administrator sees, sent by the loader.
        var token = page.Document.QuerySelector("form[action$='/drop'] input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await first.Client.PostAsync(new Uri($"{Lists}/imports/{id}/confirm", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Another administrator must confirm it", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var db = host.Cases.CreateDbContext();
        Assert.False(await db.ScreeningLists.AnyAsync(l => l.ListKey == "demo-wanted-two"));
    }

    [Fact]
    public async Task Import_NewVersion_ShowsChangedFieldsBrokenRowsAndRepeatedKeysByLine()
    {
        var administrator = await HireAsync();
        await KeptAsync(administrator.Id, "demo-union", ListKind.Sanctions, "1", "id,name,birthDate\n1,DEMOVICH Kazimir,1960\n2,DEMOVICH Vladlen,1970\n", confirm: true);
        var id = await KeptAsync(administrator.Id, "demo-union", ListKind.Sanctions, "2", "id,name,birthDate\n1,DEMOVICH Kazimir,1961\n3,DEMOVICH Third,1980\n3,DEMOVICH Again,1981\n4,DEMOVICH Fourth,the past\n");
        var visitor = await host.SignInAsync(administrator);

        var page = await visitor.GetAsync($"{Lists}/imports/{id}");
        foreach (var words in new[] { "2 added, 1 changed, 1 removed against version 1", "born: 1960 → 1961", "Dismissed hits on it open again", "The same key stands in lines 3 = 4", "encoding utf-8" })
        {
            Assert.Contains(words, page.Text, StringComparison.OrdinalIgnoreCase);
        }

        var refused = await visitor.SubmitAsync(page, [], "form[action$='/confirm']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(page, new() { ["Form.AcceptGaps"] = "True" }, "form[action$='/confirm']")).Status);
        Assert.Contains("gaps accepted", (await visitor.GetAsync(Lists)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_SavedOnItsPage_IsALayoutToChoose()
    {
        var administrator = await AdministratorAsync();
        var page = await administrator.GetAsync(Lists + "/mappings");
        var empty = await administrator.SubmitAsync(page, new() { ["Form.Key"] = "demo-table" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("which column holds the whole name", empty.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SubmitAsync(page, new() { ["Form.Key"] = "demo-table", ["Form.WholeName"] = "Person" })).Status);
        Assert.NotNull((await administrator.GetAsync(Lists)).Document.QuerySelector("input[value='csv:demo-table']"));
        Assert.Contains("demo-table", (await administrator.GetAsync(Lists + "/mappings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_CheckedOnThePage_LeadsToWhatItChangesAndCanBeThrownAway()
    {
        var administrator = await AdministratorAsync();
        var page = await administrator.GetAsync(Lists);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Document.QuerySelector("form[enctype] input[name='__RequestVerificationToken']")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent("id,name\n1,DEMOVICH Kazimir\n"u8.ToArray()), "Form.File", "list.csv" },
            { new StringContent("csv"), "Form.Format" }, { new StringContent("demo-upload"), "Form.Key" }, { new StringContent("Sanctions"), "Form.Kind" }, { new StringContent("DEMO"), "Form.Publisher" },
            { new StringContent("DEMO"), "Form.AssertingAuthority" }, { new StringContent("1"), "Form.Version" }, { new StringContent("2026"), "Form.VersionDate.Year" }, { new StringContent("3"), "Form.VersionDate.Month" },
            { new StringContent("1"), "Form.VersionDate.Day" },
        };
        using var answer = await administrator.Client.PostAsync(new Uri(Lists, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var path = answer.Headers.Location!.OriginalString;
        Assert.StartsWith(Lists + "/imports/", path, StringComparison.Ordinal);
        Assert.Contains("See what it changes", (await administrator.GetAsync(Lists)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SubmitAsync(await administrator.GetAsync(path), [], "form[action$='/drop']")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(path)).Status);
    }

    private async Task<Guid> KeptAsync(Guid by, string key, ListKind kind, string version, string table, bool confirm = false)
    {
        var intake = host.Services.GetRequiredService<ListIntake>();
        var header = new ListHeader(key, $"DEMO {key}", $"DEMO {key}", kind, version, new DateOnly(2026, 3, 2));
        var (id, report) = await intake.CheckAsync(Encoding.UTF8.GetBytes(table), null, ListFormats.Csv, header, by, CancellationToken.None);
        Assert.True(id is not null, string.Join(" ", report.Reasons));
        if (confirm)
        {
            Assert.Equal(IntakeOutcome.InForce, (await intake.ConfirmAsync(id.Value, by, acceptGaps: false, CancellationToken.None)).Outcome);
        }

        return id.Value;
    }

    private async Task<DemoPerson> HireAsync()
    {
        var person = DemoPerson.New("it", Role.Administrator);
        await host.HireAsync(person);
        return person;
    }

    private async Task<Visitor> AdministratorAsync() => await host.SignInAsync(await HireAsync());
}
