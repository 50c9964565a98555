using System.Net;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

/// <summary>The interview guide on paper.</summary>
public sealed class GuidePageTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Guide_ForPaper_HoldsEveryQuestionRoomToWriteAndNothingOfThePerson()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        await host.DoAsync(host.Crew.Screener.Actor, demo.Id, new StartInterview(InterviewMode.InPerson, "ru"), new RecordAnswers([new GivenAnswer("B1", "Known answer (DEMO)")]));
        var path = $"/screeners/cases/{demo.Reference}/interview/guide";
        foreach (var wrong in new[] { host.Crew.Outsider, host.Crew.Intake, host.Crew.Custodian })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(wrong)).GetAsync(path)).Status);
        }

        var page = await (await host.SignInAsync(host.Crew.Screener)).GetAsync(path);
        var questions = Questionnaire.Current.Questions;
        Assert.Equal(questions.Select(q => q.Code), page.Document.QuerySelectorAll(".to-write h3 .meta").Select(c => c.TextContent));
        Assert.All(page.Document.QuerySelectorAll(".to-write"), section => Assert.InRange(section.QuerySelectorAll(".write-in").Length, 3, 9));
        Assert.Contains("Как вас зовут полностью?", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Known answer", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Демов", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Crew.Screener.Id.ToString(), page.Text, StringComparison.Ordinal);
    }
}
