using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

/// <summary>What is typed in an interview is kept before it is stored, and no two windows write over each other.</summary>
public sealed class InterviewPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Draft_WrongPerson_IsRefusedAndKeepsNothing()
    {
        var demo = await TalkingAsync();
        var form = await (await host.SignInAsync(host.Crew.Screener)).GetAsync(UrlOf(demo, "questions/a"));
        var typed = Part(form, "A1", "secret");
        Assert.StartsWith("/sign-in", (await host.NewVisitor().PostFieldsAsync(UrlOf(demo, "questions/a/draft"), typed)).Location ?? "/sign-in", StringComparison.Ordinal);
        foreach (var person in new[] { host.Crew.Vetter, host.Crew.Outsider, host.Crew.Intake })
        {
            var wrong = await host.SignInAsync(person);
            var own = await wrong.GetAsync("/account");
            var token = own.Document.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
            var answer = await wrong.PostFieldsAsync(UrlOf(demo, "questions/a/draft"), [.. typed.Where(f => f.Key != "__RequestVerificationToken"), KeyValuePair.Create("__RequestVerificationToken", token)]);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }

        Assert.DoesNotContain("secret", (await (await host.SignInAsync(host.Crew.Screener)).GetAsync(UrlOf(demo, "questions/a"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_PageOpenedAgain_HoldsWhatWasTyped_UntilItIsStored()
    {
        var demo = await TalkingAsync();
        var screener = await host.SignInAsync(host.Crew.Screener);
        var form = await screener.GetAsync(UrlOf(demo, "questions/a"));
        Assert.Equal(HttpStatusCode.NoContent, (await screener.PostFieldsAsync(UrlOf(demo, "questions/a/draft"), Part(form, "A1", "один, дверь закрыта"))).Status);
        Assert.Empty((await host.FileAsync(demo.Id)).Interview.Answers);

        var again = await (await host.SignInAsync(host.Crew.Screener)).GetAsync(UrlOf(demo, "questions/a"));
        Assert.Equal("один, дверь закрыта", ValueOf(again, "A1"));
        Assert.Contains("not stored yet", again.Text, StringComparison.Ordinal);
        again = await screener.GetAsync(UrlOf(demo, "questions/a"));
        var saved = await screener.SubmitAsync(again, new() { [NameOf(again, "A1")] = ValueOf(again, "A1"), ["go"] = "stay" });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal("один, дверь закрыта", (await host.FileAsync(demo.Id)).Interview.AnswerTo("A1")!.Value);
        Assert.DoesNotContain("not stored yet", (await screener.GetAsync(UrlOf(demo, "questions/a"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_TwoWindowsOfOnePerson_BothTextsStaySideBySide()
    {
        var demo = await TalkingAsync();
        var screener = await host.SignInAsync(host.Crew.Screener);
        var (first, second) = (await screener.GetAsync(UrlOf(demo, "questions/b")), await screener.GetAsync(UrlOf(demo, "questions/b")));
        await screener.PostFieldsAsync(UrlOf(demo, "questions/b/draft"), Part(first, "B1", "typed first"));
        await screener.PostFieldsAsync(UrlOf(demo, "questions/b/draft"), Part(second, "B1", "typed second"));
        await screener.PostFieldsAsync(UrlOf(demo, "questions/b/draft"), Part(second, "B2", "another question"));

        var shown = await screener.GetAsync(UrlOf(demo, "questions/b"));
        Assert.Equal("typed second", ValueOf(shown, "B1"));
        Assert.Equal("another question", ValueOf(shown, "B2"));
        Assert.Contains(shown.Document.QuerySelectorAll(".notice .typed"), t => t.TextContent == "typed first");
    }

    [Fact]
    public async Task Save_ColleagueStoredTheSameQuestionFirst_ShowsBothAndTakesTheJoinedOne()
    {
        var demo = await TalkingAsync();
        await host.ActAsync(host.Crew.Coordinator.Actor, demo.Id, new AssignStaff(host.Crew.Outsider.Id, Role.Screener, host.Crew.Outsider.TeamName));
        var (anna, boris) = (await host.SignInAsync(host.Crew.Screener), await host.SignInAsync(host.Crew.Outsider));
        var (annas, boriss) = (await anna.GetAsync(UrlOf(demo, "questions/d")), await boris.GetAsync(UrlOf(demo, "questions/d")));
        await anna.PostFieldsAsync(UrlOf(demo, "questions/d/draft"), Part(annas, "D1", "Anna is typing"));
        Assert.Contains("Anna is typing", (await boris.GetAsync(UrlOf(demo, "questions/d"))).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await boris.SubmitAsync(boriss, new() { [NameOf(boriss, "D1")] = "school until 2015", ["go"] = "stay" })).Status);
        var met = await anna.SubmitAsync(annas, new() { [NameOf(annas, "D1")] = "school until 2016", ["go"] = "stay" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, met.Status);
        Assert.Equal("school until 2016", ValueOf(met, "D1"));
        Assert.Contains(met.Document.QuerySelectorAll(".notice .typed"), t => t.TextContent == "school until 2015");

        Assert.Equal(HttpStatusCode.Redirect, (await anna.SubmitAsync(met, new() { [NameOf(met, "D1")] = "school until 2016 (first said 2015)", ["go"] = "stay" })).Status);
        Assert.Equal(["school until 2015", "school until 2016 (first said 2015)"], (await host.FileAsync(demo.Id)).Interview.Answers.Values().Select(a => a.Value));
    }

    [Fact]
    public async Task Break_InTheMiddleOfAnAnswer_KeepsWhatWasTypedWithoutScripts()
    {
        var demo = await TalkingAsync();
        var screener = await host.SignInAsync(host.Crew.Screener);
        var form = await screener.GetAsync(UrlOf(demo, "questions/c"));
        var paused = await screener.SubmitAsync(form, new() { [NameOf(form, "C2")] = "half an answ", ["go"] = "break" });
        Assert.Equal(UrlOf(demo, "questions/c"), paused.Location);
        Assert.NotNull((await host.FileAsync(demo.Id)).Interview.BreakSince);
        var back = await screener.GetAsync(UrlOf(demo, "questions/c"));
        Assert.Equal("half an answ", ValueOf(back, "C2"));

        var stopped = await screener.SubmitAsync(back, new() { [NameOf(back, "C2")] = "half an answer, he wept", ["go"] = "distress" });
        Assert.Equal(UrlOf(demo, ""), stopped.Location! + "/");
        Assert.Null((await host.FileAsync(demo.Id)).Interview.Running);
        Assert.Equal("half an answer, he wept", ValueOf(await screener.GetAsync(UrlOf(demo, "questions/c")), "C2"));
    }

    [Fact]
    public async Task Break_InTheMiddleOfTheNarrative_KeepsWhatWasTypedWithoutScripts()
    {
        var demo = await TalkingAsync();
        var screener = await host.SignInAsync(host.Crew.Screener);
        var form = await screener.GetAsync(UrlOf(demo, "statement"));
        Assert.Empty(form.Document.QuerySelector("button[form=statement]")!.GetAttribute("name") ?? "");
        var paused = await screener.SubmitAsync(form, new() { ["Form.Text"] = "Я ушёл но", ["go"] = "break" });
        Assert.Equal(UrlOf(demo, "statement"), paused.Location);
        Assert.NotNull((await host.FileAsync(demo.Id)).Interview.BreakSince);
        var back = await screener.GetAsync(UrlOf(demo, "statement"));
        Assert.Equal("Я ушёл но", back.Document.QuerySelector<IHtmlTextAreaElement>("[name='Form.Text']")!.Value.Trim());

        // Nothing typed and nothing stored: a stop asks for nothing and keeps nothing.
        var empty = await screener.SubmitAsync(back, new() { ["Form.Text"] = "", ["go"] = "distress" });
        Assert.Equal(UrlOf(demo, ""), empty.Location! + "/");
        Assert.Null((await host.FileAsync(demo.Id)).Interview.Running);
    }

    [Fact]
    public async Task Statement_TypedAndNotSent_IsThereAgain()
    {
        var demo = await TalkingAsync();
        var screener = await host.SignInAsync(host.Crew.Screener);
        var form = await screener.GetAsync(UrlOf(demo, "statement"));
        var kept = await screener.SubmitAsync(form, new() { ["Form.Language"] = "ru", ["Form.Text"] = "Я ушёл ночью" }, to: UrlOf(demo, "statement/draft"));
        Assert.Equal(HttpStatusCode.NoContent, kept.Status);
        var again = await screener.GetAsync(UrlOf(demo, "statement"));
        Assert.Equal("Я ушёл ночью", again.Document.QuerySelector<IHtmlTextAreaElement>("[name='Form.Text']")!.Value.Trim());
        await screener.SubmitAsync(again, new() { ["Form.Language"] = "ru", ["Form.Text"] = "Я ушёл ночью один" });
        Assert.Equal("Я ушёл ночью один", (await host.FileAsync(demo.Id)).Interview.Statements.Latest()!.Text);
        Assert.DoesNotContain("did not store yet", (await screener.GetAsync(UrlOf(demo, "statement"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jump_ByCode_GoesToTheQuestion_AndSaysSoWhenThereIsNone()
    {
        var demo = await TalkingAsync();
        var screener = await host.SignInAsync(host.Crew.Screener);
        Assert.Equal(UrlOf(demo, "questions/d#q-D4"), (await screener.GetAsync(UrlOf(demo, "questions?code=+d4"))).Location);
        var unknown = await screener.GetAsync(UrlOf(demo, "questions?code=Z9"));
        Assert.Contains("no question with this code", (await screener.GetAsync(unknown.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadBack_LineNotTicked_IsNamed_AndCorrectionsAreAdded()
    {
        var demo = await TalkingAsync();
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new RecordAnswers([new GivenAnswer("A1", "alone"), new GivenAnswer("A3", "understood")]));
        var screener = await host.SignInAsync(host.Crew.Screener);
        var form = await screener.GetAsync(UrlOf(demo, "read-back"));
        var refused = await screener.SubmitAsync(form, new() { ["Form.Lines[0].Heard"] = "True", ["Form.Lines[0].Right"] = "with a friend", ["Form.Confirmed"] = "True" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("A3", refused.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("with a friend", refused.Text, StringComparison.Ordinal);
        await screener.SubmitAsync(refused, new() { ["Form.Lines[0].Heard"] = "True", ["Form.Lines[0].Right"] = "with a friend", ["Form.Lines[1].Heard"] = "True", ["Form.Confirmed"] = "True" });
        var facts = (await host.FileAsync(demo.Id)).Interview;
        Assert.Equal("with a friend", facts.AnswerTo("A1")!.Value);
        Assert.True(facts.ReadBacks.Latest() is { Confirmed: true } && InterviewSeal.Holds(facts));
    }

    [Theory]
    [InlineData("   ")]
    [InlineData("\u202Eabc def")]
    [InlineData("👩🏽‍🚀 שלום ﷽")]
    public async Task Draft_AnyText_ComesBackAsItWas(string text)
    {
        var demo = await TalkingAsync();
        var screener = await host.SignInAsync(host.Crew.Screener);
        var form = await screener.GetAsync(UrlOf(demo, "questions/e"));
        var kept = await screener.PostFieldsAsync(UrlOf(demo, "questions/e/draft"), Part(form, "E1", text));
        Assert.Equal(HttpStatusCode.NoContent, kept.Status);
        Assert.Equal(text.Trim(), ValueOf(await screener.GetAsync(UrlOf(demo, "questions/e")), "E1").Trim());
    }

    private async Task<DemoCase> TalkingAsync()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new StartInterview(InterviewMode.Video, "ru"));
        return demo;
    }

    private static string UrlOf(DemoCase demo, string page) => $"/screeners/cases/{demo.Reference}/interview/{page}";

    private static string NameOf(Page page, string code) => page.Document.QuerySelector($"#q-{code}")!.Closest("section")!.QuerySelector<IHtmlTextAreaElement>("textarea[name$=Value]")!.Name!;

    private static string ValueOf(Page page, string code) => page.Document.QuerySelector<IHtmlTextAreaElement>($"textarea[name='{NameOf(page, code)}']")!.Value.TrimStart('\n');

    /// <summary>What the page's script sends when one question was touched: the fields of its card and those outside all cards.</summary>
    private static List<KeyValuePair<string, string>> Part(Page page, string code, string value)
    {
        var card = page.Document.QuerySelector($"#q-{code}")!.Closest("section")!;
        var hidden = page.Document.QuerySelectorAll<IHtmlInputElement>("#answers input[type=hidden]").Where(i => i.Closest("[data-part]") is not { } part || part == card);
        return [.. hidden.Select(i => KeyValuePair.Create(i.Name!, i.Value)), KeyValuePair.Create(NameOf(page, code), value)];
    }
}
