using System.Net;
using Xunit;

namespace HumanitarianEntry.WebTests.Shell;

public sealed class DoorsTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Fact]
    public async Task Get_PageOfAnAudienceAnonymously_LeadsToItsSignIn()
    {
        Assert.Equal("/sign-in?return=%2Fscreeners%2Fpractice-desk", (await host.NewVisitor().GetAsync("/screeners/practice-desk")).Location);
        Assert.Equal("/enter?return=%2Fapplicants%2Fpractice-desk", (await host.NewVisitor().GetAsync("/applicants/practice-desk")).Location);
    }

    [Fact]
    public async Task Get_PageOfAnotherStaffAudience_LooksLikeAMissingPage()
    {
        var visitor = host.NewVisitor();
        await visitor.SignInAsStaffAsync();
        var forbidden = await visitor.GetAsync("/vetters/practice-desk");
        var missing = await visitor.GetAsync("/vetters/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, forbidden.Status);
        Assert.Equal(missing.Status, forbidden.Status);
        Assert.Equal(missing.Document.Body!.OuterHtml, forbidden.Document.Body!.OuterHtml);
    }

    [Fact]
    public async Task Get_ApplicantPageAsStaff_AsksForTheApplicantsOwnSignIn()
    {
        var visitor = host.NewVisitor();
        await visitor.SignInAsStaffAsync();

        Assert.StartsWith("/enter", (await visitor.GetAsync("/applicants/practice-desk")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_StaffSignIn_ReturnsToTheAskedPage()
    {
        var visitor = host.NewVisitor();
        var password = await visitor.GetAsync("/sign-in?return=%2Fscreeners%2Fpractice-desk");
        var code = await visitor.SubmitAsync(password, new() { ["UserName"] = ShellHost.StaffName, ["Password"] = ShellHost.StaffPassword });
        var done = await visitor.SubmitAsync(code, new() { ["Code"] = ShellHost.StaffCode });

        Assert.Equal("/screeners/practice-desk", done.Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(done.Location!)).Status);
    }

    [Fact]
    public async Task Post_StaffSignInWithAForeignReturn_StaysHere()
    {
        var visitor = host.NewVisitor();
        var password = await visitor.GetAsync("/sign-in?return=https%3A%2F%2Felsewhere.example");
        var code = await visitor.SubmitAsync(password, new() { ["UserName"] = ShellHost.StaffName, ["Password"] = ShellHost.StaffPassword });

        Assert.Equal("/screeners", (await visitor.SubmitAsync(code, new() { ["Code"] = ShellHost.StaffCode })).Location);
    }

    [Theory]
    [InlineData("nobody.demo", ShellHost.StaffPassword, ShellHost.StaffCode)]
    [InlineData(ShellHost.StaffName, "wrong", ShellHost.StaffCode)]
    [InlineData(ShellHost.StaffName, ShellHost.StaffPassword, "000000")]
    public async Task Post_StaffSignInAnythingWrong_SaysTheSameAndOnlyAtTheEnd(string name, string password, string code)
    {
        var visitor = host.NewVisitor();
        var second = await visitor.SubmitAsync(await visitor.GetAsync("/sign-in"), new() { ["UserName"] = name, ["Password"] = password });
        Assert.Equal("Your code", second.Heading);

        var refused = await visitor.SubmitAsync(second, new() { ["Code"] = code });
        Assert.Contains("do not fit together", refused.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Null(visitor.Cookies.Value("__Host-Staff"));
    }

    [Fact]
    public async Task Post_StaffCodeWithoutFirstStep_IsRefused()
    {
        var visitor = host.NewVisitor();
        var second = await visitor.SubmitAsync(await visitor.GetAsync("/sign-in"), new() { ["UserName"] = ShellHost.StaffName, ["Password"] = ShellHost.StaffPassword });
        visitor.Cookies.Forget("__Host-Step");
        await visitor.SubmitAsync(second, new() { ["Code"] = ShellHost.StaffCode });

        Assert.Null(visitor.Cookies.Value("__Host-Staff"));
    }

    [Theory]
    [InlineData("00001111222233334444")]
    [InlineData("0000 1111 2222 3333 4444")]
    [InlineData(" 0000-1111-2222-3333-4444 ")]
    public async Task Post_ApplicantCode_MayBeGroupedInAnyWay(string code)
    {
        var visitor = host.NewVisitor();
        var done = await visitor.SubmitAsync(await visitor.GetAsync("/enter"), new() { ["Reference"] = ShellHost.ApplicantReference, ["Code"] = code });

        Assert.Equal("/applicants", done.Location);
        Assert.NotNull(visitor.Cookies.Value("__Host-Applicant"));
    }

    [Theory]
    [InlineData("", "00001111222233334444", "Ответьте на этот вопрос")]
    [InlineData("DEMO-0001", "123", "В коде должно быть 20 цифр")]
    [InlineData("DEMO-0001", "99998888777766665555", "Номер и код не подходят")]
    [InlineData("DEMO-9999", "00001111222233334444", "Номер и код не подходят")]
    public async Task Post_ApplicantSignInWrong_SaysSoInTheirLanguageAndKeepsWhatWasTyped(string reference, string code, string words)
    {
        var visitor = host.NewVisitor();
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/enter"), new() { ["Reference"] = reference, ["Code"] = code });

        Assert.Contains(words, page.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(reference, page.Document.QuerySelector("#Reference")!.GetAttribute("value"));
        Assert.Equal(code, page.Document.QuerySelector("#Code")!.GetAttribute("value"));
        Assert.Null(visitor.Cookies.Value("__Host-Applicant"));
    }

    [Fact]
    public async Task Post_SignIns_LeaveNoNameAndNoCodeInTheLog()
    {
        await Post_ApplicantCode_MayBeGroupedInAnyWay(ShellHost.ApplicantCode);
        await Post_StaffSignInWithAForeignReturn_StaysHere();

        foreach (string secret in new[] { ShellHost.ApplicantCode, ShellHost.ApplicantReference, ShellHost.StaffName, ShellHost.StaffPassword })
            Assert.DoesNotContain(secret, host.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SignOut_EndsTheSession()
    {
        var visitor = host.NewVisitor();
        await visitor.SignInAsStaffAsync();
        var form = await visitor.GetAsync("/screeners/practice-desk");
        string token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/sign-out/staff", [])).Status);
        Assert.NotNull(visitor.Cookies.Value("__Host-Staff"));
        Assert.Equal("/", (await visitor.PostAsync("/sign-out/staff", new() { ["__RequestVerificationToken"] = token })).Location);
        Assert.Null(visitor.Cookies.Value("__Host-Staff"));
        Assert.Equal("/", (await visitor.PostAsync("/sign-out/staff", [])).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/sign-out/open", [])).Status);
    }

    [Theory]
    [InlineData("ru", "Мы не смогли прочитать этот ответ. Проверьте, как он написан", "Ответьте на этот вопрос")]
    [InlineData("fr", "Nous n’avons pas pu lire cette réponse. Vérifiez comment elle est écrite", "Répondez à cette question")]
    [InlineData("de", "Wir konnten diese Antwort nicht lesen. Bitte prüfen Sie, wie sie geschrieben ist", "Beantworten Sie diese Frage")]
    [InlineData("kk", "Бұл жауапты оқи алмадық. Қалай жазылғанын тексеріңіз", "Осы сұраққа жауап беріңіз")]
    public async Task Post_ApplicantFormWrong_SpeaksNoFrameworkEnglish(string language, string unreadable, string required)
    {
        var visitor = host.NewVisitor();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        await visitor.SubmitAsync(await visitor.GetAsync("/enter"), new() { ["Reference"] = ShellHost.ApplicantReference, ["Code"] = ShellHost.ApplicantCode });
        var page = await visitor.PostAsync("/applicants/practice-desk", new() { ["Story"] = "", ["Months"] = "ten" });

        Assert.Equal(new[] { unreadable, required }.Order(), page.Text.Split('|').Order());
    }
}
