using System.Net;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.StaffTexts;

public sealed class DeskLanguageTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Theory]
    [InlineData("kk")]
    [InlineData("xx")]
    public async Task Choose_ALanguageThatTheDeskDoesNotSpeak_IsNotFound(string language) =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.NewVisitor().GetAsync("/language/desk/" + language)).Status);

    [Fact]
    public async Task Choose_AForeignAddressToGoBackTo_IsNotFollowed() =>
        Assert.Equal("/sign-in", (await host.NewVisitor().GetAsync("/language/desk/fr?back=https%3A%2F%2Fexample.org%2F")).Location);

    [Theory]
    [InlineData("fr", "Se connecter")]
    [InlineData("de", "Anmelden")]
    [InlineData("ru", "Войти")]
    public async Task SignIn_AfterTheChoice_SpeaksIt(string language, string words)
    {
        var visitor = host.NewVisitor();
        await visitor.GetAsync("/language/desk/" + language);
        var page = await visitor.GetAsync("/sign-in");
        Assert.Contains($"<html lang=\"{language}\"", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
    }

    /// <summary>The desk of a Frenchman and the applicant's own page at the same browser have a language each.</summary>
    [Fact]
    public async Task Choose_ForTheDesk_LeavesTheApplicantsPagesAlone()
    {
        var visitor = host.NewVisitor();
        await visitor.GetAsync("/language/kk");
        await visitor.GetAsync("/language/desk/fr");
        Assert.Contains("<html lang=\"kk\"", (await visitor.GetAsync("/safety")).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\"", (await visitor.GetAsync("/sign-in")).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    /// <summary>What stands against a gate is a sentence of the Domain with values in it; the reader gets both in his language, and the refusal as well.</summary>
    [Fact]
    public async Task Gate_WithSomethingAgainstIt_SaysItInTheReadersLanguage()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Submission);
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        await coordinator.GetAsync("/language/desk/de");
        var page = await coordinator.GetAsync("/coordinators/cases/" + demo.Reference);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<html lang=\"de\"", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("The case is at", page.Text, StringComparison.Ordinal);
        Assert.Contains(demo.Reference, page.Text, StringComparison.Ordinal);
    }
}
