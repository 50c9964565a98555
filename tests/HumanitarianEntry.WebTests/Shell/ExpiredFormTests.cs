using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HumanitarianEntry.Web.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Shell;

public sealed class ExpiredFormTests : IDisposable
{
    private const string Desk = "/screeners/practice-desk";
    private const string Typed = "Three weeks of words. Три недели слов.";
    private readonly ShellHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Post_SessionEnded_ExecutesNothingAndGivesTheFormBackAfterSignIn()
    {
        var (visitor, ended) = await SendAfterTheSessionEndedAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, ended.Status);
        Assert.Empty(host.Practice.Acts);
        Assert.DoesNotContain(Typed, ended.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var kept = await SignInAgainAsync(visitor, ended, ShellHost.StaffName);
        Assert.Equal("What you wrote is still here", kept.Heading);
        Assert.Equal("no-store", kept.Header("Cache-Control"));

        var look = await visitor.SubmitAsync(kept, new() { [ExpiredForm.LookField] = "1" });
        Assert.StartsWith(Typed, look.Heading, StringComparison.Ordinal);
        Assert.Contains("Nothing has been sent yet", look.Heading, StringComparison.Ordinal);
        Assert.Empty(host.Practice.Acts);

        var done = await visitor.SubmitAsync(look, new() { ["answer"] = Typed });
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.StartsWith(Typed, Assert.Single(host.Practice.Acts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SessionEndedOnAPlainForm_OffersToSendTheAnswersNow()
    {
        var (visitor, ended) = await SendAfterTheSessionEndedAsync(Desk + "/plain");
        var kept = await SignInAgainAsync(visitor, ended, ShellHost.StaffName);
        Assert.Equal(Typed, kept.Document.QuerySelector(".kept-answers li")?.TextContent);
        Assert.Equal("/sign-out/staff", kept.Document.QuerySelector("header form")?.GetAttribute("action"));

        await visitor.SubmitAsync(kept, []);
        Assert.Equal($"plain {Typed}", Assert.Single(host.Practice.Acts));
    }

    [Fact]
    public async Task Post_PlainFormAskedToLookOnly_IsRefused()
    {
        var visitor = host.NewVisitor();
        await visitor.SignInAsStaffAsync();
        var form = await visitor.GetAsync(Desk);
        var token = form.Document.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;

        var refused = await visitor.PostAsync(Desk + "/plain", new() { ["answer"] = "a", ["__RequestVerificationToken"] = token, [ExpiredForm.LookField] = "1" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Empty(host.Practice.Acts);
    }

    [Fact]
    public async Task Post_WithoutActKey_IsRefused()
    {
        var visitor = host.NewVisitor();
        await visitor.SignInAsStaffAsync();
        var refused = await visitor.SubmitAsync(await visitor.GetAsync(Desk), new() { ["answer"] = "a", ["__act"] = "1" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("We did not understand this request", refused.Heading);
        Assert.Empty(host.Practice.Acts);
    }

    [Fact]
    public async Task SignIn_AnotherPersonInTheSameBrowser_DoesNotSeeTheForm()
    {
        var (visitor, ended) = await SendAfterTheSessionEndedAsync();
        var page = await SignInAgainAsync(visitor, ended, ShellHost.SecondStaffName);

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
    }

    [Fact]
    public async Task SignIn_SamePersonInAnotherBrowser_DoesNotSeeTheForm()
    {
        var (_, ended) = await SendAfterTheSessionEndedAsync();
        string sealedForm = ended.Document.QuerySelector<IHtmlInputElement>($"input[name={ExpiredForm.KeptFieldName}]")!.Value;

        var other = host.NewVisitor();
        var password = await other.GetAsync("/sign-in");
        var code = await other.SubmitAsync(password, new() { ["UserName"] = ShellHost.StaffName, ["Password"] = ShellHost.StaffPassword, [ExpiredForm.KeptFieldName] = sealedForm });
        var page = await other.SubmitAsync(code, new() { ["Code"] = ShellHost.StaffCode });

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
    }

    [Fact]
    public async Task Post_FromAnotherSite_IsNotKept()
    {
        var visitor = host.NewVisitor();
        await visitor.SignInAsStaffAsync();
        visitor.Cookies.Forget("__Host-Staff");

        var page = await visitor.PostAsync(Desk, new() { ["answer"] = Typed }, ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.Null(page.Document.QuerySelector($"input[name={ExpiredForm.KeptFieldName}]"));
        Assert.Empty(host.Practice.Acts);
    }

    [Fact]
    public async Task Post_WithFiles_CountsTheFilesThatAreNotKept()
    {
        var visitor = host.NewVisitor();
        await visitor.SignInAsStaffAsync();
        using var body = new MultipartFormDataContent { { new StringContent(Typed), "answer" }, { new ByteArrayContent([1, 2, 3]), "paper", "paper.jpg" } };

        var kept = await Page.OfAsync(await visitor.Client.PostAsync(Desk, body));

        Assert.Equal(HttpStatusCode.BadRequest, kept.Status);
        Assert.Contains("1 file was not kept", kept.Text, StringComparison.Ordinal);
        Assert.Empty(host.Practice.Acts);
    }

    [Fact]
    public async Task Post_WithoutTokenWhileSignedIn_ExecutesNothingAndOffersTheFormWithAFreshToken()
    {
        var visitor = host.NewVisitor();
        await visitor.SignInAsStaffAsync();

        var kept = await visitor.PostAsync(Desk, new() { ["answer"] = Typed, ["__act"] = new string('a', 32) });
        Assert.Equal(HttpStatusCode.BadRequest, kept.Status);
        Assert.Empty(host.Practice.Acts);

        var look = await visitor.SubmitAsync(kept, new() { [ExpiredForm.LookField] = "1" });
        Assert.StartsWith(Typed, look.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_DamagedSealedForm_SignsInWithoutIt()
    {
        var (visitor, ended) = await SendAfterTheSessionEndedAsync();
        var again = await visitor.SubmitAsync(ended, new() { [ExpiredForm.KeptFieldName] = "AAAA" });
        var code = await visitor.SubmitAsync(again, new() { ["UserName"] = ShellHost.StaffName, ["Password"] = ShellHost.StaffPassword });

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(code, new() { ["Code"] = ShellHost.StaffCode })).Status);
    }

    [Fact]
    public async Task Post_AutosaveAfterTheSessionEnded_AnswersWithoutAPage()
    {
        var visitor = host.NewVisitor();
        var page = await visitor.PostAsync(Desk, new() { ["answer"] = Typed }, ("Accept", "application/json"));

        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.Empty(host.Practice.Acts);
    }

    private async Task<(Visitor Visitor, Page Ended)> SendAfterTheSessionEndedAsync(string target = Desk)
    {
        var visitor = host.NewVisitor();
        await visitor.SignInAsStaffAsync();
        var form = await visitor.GetAsync(Desk);
        visitor.Cookies.Forget("__Host-Staff");
        var fields = form.Document.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(input => input.Name!, input => input.Value);
        fields["answer"] = Typed;
        return (visitor, await visitor.PostAsync(target, fields));
    }

    private static async Task<Page> SignInAgainAsync(Visitor visitor, Page ended, string name)
    {
        var password = await visitor.SubmitAsync(ended, []);
        var code = await visitor.SubmitAsync(password, new() { ["UserName"] = name, ["Password"] = ShellHost.StaffPassword });
        return await visitor.SubmitAsync(code, new() { ["Code"] = ShellHost.StaffCode });
    }
}
