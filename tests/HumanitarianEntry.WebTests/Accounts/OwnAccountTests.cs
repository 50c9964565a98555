using System.Net;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Accounts;

public sealed class OwnAccountTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Other = "demo-other-garden-19";

    [Fact]
    public async Task Pages_NotSignedInOrApplicant_LeadToTheSignIn()
    {
        var demo = await host.NewCaseAsync();
        foreach (var visitor in new[] { host.NewVisitor(), await host.SignInAsApplicantAsync(demo.Id) })
        {
            foreach (var path in new[] { "/account", "/account/password", "/account/passkeys/new" })
            {
                Assert.StartsWith("/sign-in", (await visitor.GetAsync(path)).Location, StringComparison.Ordinal);
            }
        }
    }

    public static TheoryData<Role> StaffRoles => [.. Enum.GetValues<Role>().Where(r => r is not (Role.Applicant or Role.System or Role.Interpreter))];

    [Theory, MemberData(nameof(StaffRoles))]
    public async Task Page_OfEveryRole_ShowsHisOwnAccountAndLeadsThere(Role role)
    {
        var person = DemoPerson.New("a", role);
        await host.HireAsync(person);
        var visitor = await host.SignInAsync(person);

        var page = await visitor.GetAsync("/account");

        Assert.Equal("Your account", page.Heading);
        Assert.Contains($"demo.{person.Id:N}", page.Text, StringComparison.Ordinal);
        Assert.Contains("This browser", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href='/account']"));
    }

    [Fact]
    public async Task ChangePassword_WrongPresentOne_ChangesNothing()
    {
        var person = await host.EmployAsync(Office.Password, "vetter");
        var visitor = await host.SignedInAsync(person);

        var answer = await visitor.SubmitAsync(await visitor.GetAsync("/account/password"), new() { ["Current"] = "demo-wrong-garden-11", ["Password"] = Other, ["Again"] = Other });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("not your password", answer.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await host.AccountAsync(person.Id)).AccessFailedCount);
        Assert.Equal("/vetters", (await host.EnterAsync(host.NewVisitor(), person)).Location);
    }

    [Fact]
    public async Task ChangePassword_Good_KeepsThisSessionAndEndsTheOthers()
    {
        var person = await host.EmployAsync(Office.Password, "vetter");
        var (here, elsewhere) = (await host.SignedInAsync(person), await host.SignedInAsync(person));

        Assert.Equal("/account", (await here.SubmitAsync(await here.GetAsync("/account/password"), new() { ["Current"] = Office.Password, ["Password"] = Other, ["Again"] = Other })).Location);

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/vetters")).Status);
        Assert.StartsWith("/sign-in", (await elsewhere.GetAsync("/vetters")).Location, StringComparison.Ordinal);
        Assert.Equal("Sign in", (await host.EnterAsync(host.NewVisitor(), person)).Heading);
        Assert.Contains("account-password-changed", await host.ChainOfAsync(person.Id));
    }

    [Fact]
    public async Task Sessions_OfSomebodyElse_AreNotEndedByHisNumber()
    {
        var (person, stranger) = (await host.EmployAsync(Office.Password, "vetter"), await host.EmployAsync(Office.Password, "vetter"));
        var (own, other) = (await host.SignedInAsync(person), await host.SignedInAsync(stranger));
        var second = await host.SignedInAsync(stranger);
        var page = await other.GetAsync("/account");
        var action = page.Document.QuerySelector("form[action$='/end']")!.GetAttribute("action")!;
        var token = (await own.GetAsync("/account")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await own.PostAsync(action, new() { ["__RequestVerificationToken"] = token });
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/vetters")).Status);

        await other.SubmitAsync(page, [], "form[action$='/end']");
        Assert.StartsWith("/sign-in", (await second.GetAsync("/vetters")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/vetters")).Status);
    }

    [Fact]
    public async Task Sessions_EndOthers_KeepsThisOne()
    {
        var person = await host.EmployAsync(Office.Password, "vetter");
        var (here, elsewhere) = (await host.SignedInAsync(person), await host.SignedInAsync(person));

        await here.SubmitAsync(await here.GetAsync("/account"), [], "form[action$='/end-others']");

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/vetters")).Status);
        Assert.StartsWith("/sign-in", (await elsewhere.GetAsync("/vetters")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passkey_QuestionWithAWrongPassword_IsNotAsked()
    {
        var visitor = await host.SignedInAsync(await host.EmployAsync(Office.Password, "vetter"));
        var page = await visitor.GetAsync("/account/passkeys/new");
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var refused = await visitor.PostAsync("/account/passkeys/question", new() { ["__RequestVerificationToken"] = token, ["Name"] = "DEMO", ["Current"] = "demo-wrong-garden-11" });
        var asked = await visitor.PostAsync("/account/passkeys/question", new() { ["__RequestVerificationToken"] = token, ["Name"] = "DEMO", ["Current"] = Office.Password });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.DoesNotContain("challenge", refused.Text, StringComparison.Ordinal);
        Assert.Contains("\"userVerification\":\"required\"", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Demo Person", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passkey_InventedAnswer_IsRegisteredNowhere()
    {
        var person = await host.EmployAsync(Office.Password, "vetter");
        var visitor = await host.SignedInAsync(person);
        var page = await visitor.GetAsync("/account/passkeys/new");

        var answer = await visitor.SubmitAsync(page, new() { ["Name"] = "DEMO", ["Current"] = Office.Password, ["Credential"] = "{}" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.DoesNotContain("account-passkey-added", await host.ChainOfAsync(person.Id));
    }

    [Theory]
    [InlineData("https://desk.example", "desk.example", true)]
    [InlineData("http://localhost:5080", "localhost:5080", true)]
    [InlineData("http://desk.example", "desk.example", false)]
    [InlineData("https://desk.example.evil.example", "desk.example", false)]
    [InlineData("https://desk.example:8443", "desk.example", false)]
    [InlineData("null", "desk.example", false)]
    public void PasskeyOrigin_OnlyOurOwnAddress_IsTaken(string origin, string host, bool own) =>
        Assert.Equal(own, Web.Hosting.Accounts.PasskeyRules.IsOwn(origin, new Microsoft.AspNetCore.Http.HostString(host)));
}
