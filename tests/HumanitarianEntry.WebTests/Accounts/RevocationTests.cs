using System.Net;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Accounts;

/// <summary>What an administrator changes ends the account's sessions at the next click, whatever the browser still holds.</summary>
public sealed class RevocationTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Theory]
    [InlineData("password", "account-password-reset")]
    [InlineData("second-factor", "account-second-factor-reset")]
    [InlineData("lock", "account-locked")]
    public async Task Change_ByAnAdministrator_EndsEverySessionAtOnce(string change, string kind)
    {
        var person = await host.EmployAsync(Office.Password, "screener");
        var (first, second) = (await host.SignedInAsync(person), await host.SignedInAsync(person));
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/screeners")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Coordinator)).PostAsync($"/administrators/accounts/{person.Id}/{change}", [])).Status);
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/screeners")).Status);
        await PressAsync(person.Id, change);

        foreach (var visitor in new[] { first, second })
        {
            Assert.StartsWith("/sign-in", (await visitor.GetAsync("/screeners")).Location, StringComparison.Ordinal);
        }

        Assert.Equal(["account-created", kind], await host.ChainOfAsync(person.Id));
    }

    [Fact]
    public async Task Lock_ThenUnlock_LetsInAgain()
    {
        var person = await host.EmployAsync(Office.Password, "screener");
        await PressAsync(person.Id, "lock");
        Assert.Equal("Sign in", (await host.EnterAsync(host.NewVisitor(), person)).Heading);

        await PressAsync(person.Id, "unlock");

        Assert.Equal("/screeners", (await host.EnterAsync(host.NewVisitor(), person)).Location);
    }

    [Fact]
    public async Task ResetPassword_GivesANewOneThatMustBeChanged()
    {
        var person = await host.EmployAsync(Office.Password, "screener");

        var secrets = await PressAsync(person.Id, "password");

        var given = secrets.Document.QuerySelector("main .reference")!.TextContent;
        Assert.Equal("Sign in", (await host.EnterAsync(host.NewVisitor(), person)).Heading);
        Assert.Equal("Choose your own password", (await host.EnterAsync(host.NewVisitor(), person, given)).Heading);
    }

    [Fact]
    public async Task ResetSecondFactor_GivesANewKeyAndTheOldOneIsDead()
    {
        var person = await host.EmployAsync(Office.Password, "screener");

        var secrets = await PressAsync(person.Id, "second-factor");

        Assert.Equal("Sign in", (await host.EnterAsync(host.NewVisitor(), person)).Heading);
        Assert.Equal("/screeners", (await host.EnterAsync(host.NewVisitor(), person, key: secrets.Document.QuerySelector("main .reference")!.TextContent)).Location);
    }

    [Fact]
    public async Task ChangeRoles_ByAnAdministrator_EndsTheSessionAndOpensTheOtherDesk()
    {
        var person = await host.EmployAsync(Office.Password, "screener");
        var visitor = await host.SignedInAsync(person);
        var administrator = await AdministratorAsync();
        var form = await administrator.GetAsync($"/administrators/accounts/{person.Id}/roles");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SubmitAsync(form, new() { ["Roles[0]"] = "administrator", ["Roles[1]"] = "screener" })).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SubmitAsync(form, new() { ["Roles[0]"] = "vetter" })).Status);

        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/screeners")).Location, StringComparison.Ordinal);
        var again = await host.SignedInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/vetters")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await again.GetAsync("/screeners")).Status);
        Assert.Contains("account-roles-changed", await host.ChainOfAsync(person.Id));
    }

    [Fact]
    public async Task Change_OfOnesOwnAccount_IsLeftToAnotherAdministrator()
    {
        var own = await host.EmployAsync(Office.Password, "administrator");
        var administrator = await host.SignedInAsync(own);
        foreach (var change in new[] { "lock", "password", "second-factor" })
        {
            await administrator.SubmitAsync(await administrator.GetAsync("/administrators"), [], $"form[action$='{own.Id}/{change}']");
        }

        Assert.Contains("another administrator", (await administrator.GetAsync("/administrators")).Text, StringComparison.Ordinal);
        Assert.Equal(["account-created"], await host.ChainOfAsync(own.Id));
    }

    [Fact]
    public async Task SecurityStamp_ChangedByAnyWay_EndsTheSession()
    {
        var person = await host.EmployAsync(Office.Password, "screener");
        var visitor = await host.SignedInAsync(person);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
            await users.UpdateSecurityStampAsync((await users.FindByIdAsync(person.Id.ToString()))!);
        }

        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/screeners")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionOnTheServer_SoThatAKeptCookieOpensNothing()
    {
        var visitor = await host.SignedInAsync(await host.EmployAsync(Office.Password, "screener"));
        var cookie = visitor.Cookies.Value("__Host-Staff");
        await visitor.SubmitAsync(await visitor.GetAsync("/screeners"), [], "form[action='/sign-out/staff']");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/screeners");
        request.Headers.Add("Cookie", $"__Host-Staff={cookie}");
        using var answer = await host.NewVisitor().Client.SendAsync(request);

        Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_NamesTheChangesToAdministratorsOnly()
    {
        var person = await host.EmployAsync(Office.Password, "screener");
        await PressAsync(person.Id, "lock");

        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Coordinator)).GetAsync("/administrators/accounts/history")).Status);
        var page = await (await AdministratorAsync()).GetAsync("/administrators/accounts/history");

        Assert.Contains(person.UserName, page.Text, StringComparison.Ordinal);
        Assert.Contains("Account locked", page.Text, StringComparison.Ordinal);
    }

    private async Task<Page> PressAsync(Guid account, string change)
    {
        var administrator = await AdministratorAsync();
        return await administrator.SubmitAsync(await administrator.GetAsync("/administrators"), [], $"form[action$='{account}/{change}']");
    }

    private async Task<Visitor> AdministratorAsync()
    {
        var person = DemoPerson.New("it", Role.Administrator);
        await host.HireAsync(person);
        return await host.SignInAsync(person);
    }
}
