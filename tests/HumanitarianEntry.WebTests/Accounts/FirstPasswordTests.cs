using System.Net;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Accounts;

/// <summary>Who holds a password that another person made gets no session before he has chosen his own.</summary>
public sealed class FirstPasswordTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task SignIn_PasswordOfAnAdministrator_LeadsToTheChangeAndNowhereElse()
    {
        var person = await host.EmployAsync(null, "screener");
        var visitor = host.NewVisitor();

        var change = await host.EnterAsync(visitor, person);

        Assert.Equal("Choose your own password", change.Heading);
        Assert.Null(visitor.Cookies.Value("__Host-Staff"));
        foreach (var path in new[] { "/screeners", "/account", "/account/password" })
        {
            Assert.StartsWith("/sign-in", (await visitor.GetAsync(path)).Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ChangePassword_WithoutTheStepsBefore_IsRefused()
    {
        var person = await host.EmployAsync(null, "screener");
        var stranger = host.NewVisitor();
        var fields = (await stranger.GetAsync("/sign-in")).Document.QuerySelectorAll("main form input[name=__RequestVerificationToken]").Take(1).ToDictionary(i => "__RequestVerificationToken", i => i.GetAttribute("value")!);

        var answer = await stranger.PostAsync("/sign-in/password", new(fields) { ["Password"] = "demo-other-garden-19", ["Again"] = "demo-other-garden-19" });

        Assert.Equal("Sign in", answer.Heading);
        Assert.Equal("Choose your own password", (await host.EnterAsync(host.NewVisitor(), person)).Heading);
        Assert.DoesNotContain("account-password-changed", await host.ChainOfAsync(person.Id));
    }

    [Theory]
    [InlineData("short", "short", "at least 14")]
    [InlineData("demo-other-garden-19", "demo-other-garden-20", "differ")]
    [InlineData(null, null, "password you have now")]
    public async Task ChangePassword_ThatCannotBeTaken_AsksAgain(string? wanted, string? again, string words)
    {
        var person = await host.EmployAsync(null, "screener");
        var visitor = host.NewVisitor();
        var change = await host.EnterAsync(visitor, person);

        var answer = await visitor.SubmitAsync(change, new() { ["Password"] = wanted ?? person.Password, ["Again"] = again ?? person.Password });

        Assert.Equal("Choose your own password", answer.Heading);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Null(visitor.Cookies.Value("__Host-Staff"));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(answer, new() { ["Password"] = "demo-other-garden-19", ["Again"] = "demo-other-garden-19" })).Status);
    }

    [Fact]
    public async Task ChangePassword_Good_OpensTheDeskAndTheOldPasswordIsDead()
    {
        var person = await host.EmployAsync(null, "screener");
        var visitor = host.NewVisitor();
        var change = await host.EnterAsync(visitor, person);

        var answer = await visitor.SubmitAsync(change, new() { ["Password"] = "demo-other-garden-19", ["Again"] = "demo-other-garden-19" });

        Assert.Equal("/screeners", answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/screeners")).Status);
        Assert.Equal("Sign in", (await host.EnterAsync(host.NewVisitor(), person)).Heading);
        Assert.Equal("/screeners", (await host.EnterAsync(host.NewVisitor(), person, "demo-other-garden-19")).Location);
        Assert.Equal(["account-created", "account-password-changed"], await host.ChainOfAsync(person.Id));
    }

    [Fact]
    public async Task ChangePassword_NoteUsedTwice_IsRefused()
    {
        var person = await host.EmployAsync(null, "screener");
        var visitor = host.NewVisitor();
        var change = await host.EnterAsync(visitor, person);
        var step = visitor.Cookies.Value("__Host-Step");
        await visitor.SubmitAsync(change, new() { ["Password"] = "demo-other-garden-19", ["Again"] = "demo-other-garden-19" });
        var thief = host.NewVisitor();
        var fields = (await thief.GetAsync("/sign-in")).Document.QuerySelectorAll("main form input[name=__RequestVerificationToken]").Take(1).ToDictionary(i => "__RequestVerificationToken", i => i.GetAttribute("value")!);

        var answer = await thief.PostAsync("/sign-in/password", new(fields) { ["Password"] = "demo-thief-garden-20", ["Again"] = "demo-thief-garden-20" }, ("Cookie", $"__Host-Step={step}"));

        Assert.Equal("Sign in", answer.Heading);
        Assert.Equal("/screeners", (await host.EnterAsync(host.NewVisitor(), person, "demo-other-garden-19")).Location);
    }

    [Fact]
    public async Task SignIn_DemonstrationAccount_NeedsNoChange() =>
        Assert.Equal("/screeners", (await host.EnterAsync(host.NewVisitor(), await host.EmployAsync(Office.Password, "screener"))).Location);
}
