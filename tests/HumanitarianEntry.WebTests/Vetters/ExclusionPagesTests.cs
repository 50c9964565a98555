using System.Net;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Vetters;

/// <summary>An exclusion assessment is written over days and pages; nothing typed is lost, nobody else sees it before it is on file.</summary>
public sealed class ExclusionPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    /// <summary>A whole assessment that clears a question, as its pages take it.</summary>
    internal static readonly IReadOnlyList<(string Page, Dictionary<string, string> Answers)> Whole =
    [
        ("limb", new() { ["Form.Limb"] = "WarCrime" }),
        ("elements", new()
        {
            ["Form.Elements[0].Finding"] = "Shown", ["Form.Elements[0].Words"] = "DEMO fighting", ["Form.Elements[1].Finding"] = "Shown", ["Form.Elements[1].Words"] = "DEMO civilians",
            ["Form.Elements[2].Finding"] = "CannotTell", ["Form.Elements[2].Words"] = "DEMO not known",
        }),
        ("act", new() { ["Form.Act"] = "DEMO shelling", ["Form.When"] = "2022", ["Form.Where"] = "DEMO", ["Form.Sources"] = "DEMO register" }),
        ("contribution", new() { ["Form.Modes"] = "None", ["Form.Contribution"] = "DEMO none" }),
        ("intent", new() { ["Form.KnowledgeAndIntent"] = "DEMO none" }),
        ("grounds", new() { ["Form.Defences"] = "DEMO none raised" }),
        ("standard", new() { ["Form.Standard"] = "DEMO suspicion only" }),
        ("conclusion", new() { ["Form.Conclusion"] = "TriggerCleared", ["Form.Reason"] = "DEMO elsewhere" }),
    ];

    [Fact]
    public async Task Pages_ForOthers_AreNotThere()
    {
        var (reference, _) = await TriggeredAsync();
        foreach (var person in new[] { host.Crew.Screener, host.Crew.Outsider, host.Crew.Coordinator })
        {
            var visitor = await host.SignInAsync(person);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(UrlOf(reference, "act"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/vetters/cases/{reference}/exclusion/on-file/1")).Status);
        }

        var vetter = await host.SignInAsync(host.Crew.Vetter);
        Assert.Equal($"/vetters/cases/{reference}/exclusion", (await vetter.GetAsync(UrlOf(reference, "nothing"))).Location);
        Assert.Equal($"/vetters/cases/{reference}/exclusion", (await vetter.GetAsync(UrlOf(reference, "act").Replace("E5", "X9", StringComparison.Ordinal))).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync($"/vetters/cases/{reference}/exclusion/on-file/1")).Status);
    }

    [Fact]
    public async Task Pages_OverTwoDaysWithoutScripts_LoseNothingAndConclude()
    {
        var (reference, id) = await TriggeredAsync();
        var monday = await host.SignInAsync(host.Crew.Vetter);
        Assert.Contains("ДЕМО: охранял.", (await monday.GetAsync(UrlOf(reference, "raised"))).Text, StringComparison.Ordinal);
        foreach (var (page, answers) in Whole.Take(4))
        {
            await KeepAsync(monday, UrlOf(reference, page), answers);
        }

        Assert.Empty((await host.FileAsync(id)).Vetting.Exclusions);
        var other = await host.SignInAsync(host.Crew.SecondVetter);
        Assert.DoesNotContain("DEMO shelling", (await other.GetAsync(UrlOf(reference, "act"))).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var tuesday = await host.SignInAsync(host.Crew.Vetter);
        var early = await tuesday.SubmitAsync(await tuesday.GetAsync(UrlOf(reference, "conclusion")), Whole[^1].Answers);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("Knowledge and intent are missing.", early.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not answered yet: ", early.Text, StringComparison.Ordinal);
        Assert.Equal("DEMO civilians", (await tuesday.GetAsync(UrlOf(reference, "elements"))).Document.QuerySelector("[name='Form.Elements[1].Words']")!.TextContent.Trim());
        foreach (var (page, answers) in Whole.Skip(4))
        {
            await KeepAsync(tuesday, UrlOf(reference, page), answers);
        }

        var stored = Assert.Single((await host.FileAsync(id)).Vetting.Exclusions);
        Assert.Equal((ExclusionConclusion.TriggerCleared, "DEMO shelling", 3), (stored.Value.Conclusion, stored.Value.Act, stored.Value.Elements!.Count));
        var read = await tuesday.GetAsync($"/vetters/cases/{reference}/exclusion/on-file/1");
        foreach (var words in new[] { "DEMO civilians", "DEMO register", "DEMO suspicion only", "DEMO elsewhere", "serious reasons for considering" })
        {
            Assert.Contains(words, read.Text, StringComparison.Ordinal);
        }

        // Again: it begins with what was written, asks why, and leaves the first one as it is.
        var again = await tuesday.SubmitAsync(await tuesday.GetAsync(UrlOf(reference, "conclusion")), new() { ["Form.Conclusion"] = "Unresolved", ["Form.Reason"] = "DEMO new" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Say why you assess it again", again.Text, StringComparison.Ordinal);
        await KeepAsync(tuesday, UrlOf(reference, "conclusion"), new() { ["Form.Conclusion"] = "Unresolved", ["Form.Reason"] = "DEMO new", ["Form.WhyNew"] = "DEMO witness" });
        Assert.Equal(2, (await host.FileAsync(id)).Vetting.Exclusions.Count);
        Assert.Contains("counts no more", (await tuesday.GetAsync($"/vetters/cases/{reference}/exclusion/on-file/1")).Text, StringComparison.Ordinal);
        Assert.Contains("DEMO witness", (await tuesday.GetAsync($"/vetters/cases/{reference}/exclusion/on-file/2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Autosave_TwoWindowsAndAnotherLimb_KeepsEveryText()
    {
        var (reference, id) = await TriggeredAsync();
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        var (one, two) = (await vetter.GetAsync(UrlOf(reference, "intent")), await vetter.GetAsync(UrlOf(reference, "intent")));
        await AutosaveAsync(vetter, one, new() { ["Form.KnowledgeAndIntent"] = "DEMO first window" });
        await AutosaveAsync(vetter, two, new() { ["Form.KnowledgeAndIntent"] = "DEMO second window" });
        var found = await vetter.GetAsync(UrlOf(reference, "intent"));
        Assert.Equal("DEMO second window", found.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains("DEMO first window", found.Text, StringComparison.Ordinal);

        foreach (var limb in new[] { "WarCrime", "Peace" })
        {
            await KeepAsync(vetter, UrlOf(reference, "limb"), new() { ["Form.Limb"] = limb });
            await KeepAsync(vetter, UrlOf(reference, "elements"), new() { ["Form.Elements[0].Finding"] = "Shown", ["Form.Elements[0].Words"] = "DEMO of " + limb });
        }

        await KeepAsync(vetter, UrlOf(reference, "limb"), new() { ["Form.Limb"] = "WarCrime" });
        Assert.Equal("DEMO of WarCrime", (await vetter.GetAsync(UrlOf(reference, "elements"))).Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty((await host.FileAsync(id)).Vetting.Exclusions);

        var outsider = await host.SignInAsync(host.Crew.Outsider);
        var refused = await outsider.PostAsync(DraftOf(reference, "intent"), await FieldsAsync(outsider, "/vetters", new() { ["Form.KnowledgeAndIntent"] = "x" }));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }

    [Fact]
    public async Task Pages_AMegabyteInEachText_IsRefusedAndKept()
    {
        var (reference, _) = await TriggeredAsync();
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        await KeepAsync(vetter, UrlOf(reference, "limb"), new() { ["Form.Limb"] = "WarCrime" });
        var long1 = new string('x', 1024 * 1024);
        foreach (var page in new[] { "elements", "act", "contribution", "intent", "grounds", "proportionality", "standard", "conclusion" })
        {
            var open = await vetter.GetAsync(UrlOf(reference, page));
            var names = open.Document.QuerySelectorAll("main form textarea").Select(t => t.GetAttribute("name")!).ToList();
            Assert.NotEmpty(names);
            var answer = await vetter.SubmitAsync(open, new() { [names[0]] = long1, ["Form.Conclusion"] = "NoTrigger" });
            Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{page}: {answer.Status}");
            Assert.Contains("longer than 20,000 signs", answer.Text, StringComparison.Ordinal);
            Assert.Contains(long1, (await vetter.GetAsync(UrlOf(reference, page))).Text, StringComparison.Ordinal);
        }

        var bad = await vetter.SubmitAsync(await vetter.GetAsync(UrlOf(reference, "limb")), new() { ["Form.Limb"] = "Piracy" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.Status);
    }

    [Fact]
    public async Task Pages_NullByte_IsRefusedAndNothingIsKept()
    {
        var (reference, id) = await TriggeredAsync();
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        foreach (var (page, field) in new[] { ("act", "Form.Act"), ("grounds", "Form.Elements[0].Words"), ("conclusion", "Form.Reason") })
        {
            var open = await vetter.GetAsync(UrlOf(reference, page));
            Assert.Equal(HttpStatusCode.BadRequest, (await vetter.SubmitAsync(open, new() { [field] = "a\0b" })).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await vetter.SubmitAsync(open, new() { [field] = "a\0b" }, to: DraftOf(reference, page))).Status);
            Assert.DoesNotContain("not on file yet", (await vetter.GetAsync(UrlOf(reference, page))).Text, StringComparison.Ordinal);
        }

        Assert.Empty((await host.FileAsync(id)).Vetting.Exclusions);
    }

    private static string UrlOf(string reference, string page) => $"/vetters/cases/{reference}/exclusion/{page}?subject=E5";

    private static string DraftOf(string reference, string page) => $"/vetters/cases/{reference}/exclusion/{page}/draft?subject=E5";

    private static async Task KeepAsync(Visitor visitor, string path, Dictionary<string, string> answers)
    {
        var done = await visitor.SubmitAsync(await visitor.GetAsync(path), answers);
        Assert.True(done.Status == HttpStatusCode.Redirect, $"{path} answered {done.Status}: {done.Document.QuerySelector(".error-summary")?.TextContent}");
    }

    private static async Task AutosaveAsync(Visitor visitor, Page page, Dictionary<string, string> answers)
    {
        var kept = await visitor.SubmitAsync(page, answers, to: page.Document.QuerySelector("form[data-autosave]")!.GetAttribute("data-autosave"));
        Assert.Equal(HttpStatusCode.NoContent, kept.Status);
    }

    private static async Task<Dictionary<string, string>> FieldsAsync(Visitor visitor, string path, Dictionary<string, string> answers)
    {
        var page = await visitor.GetAsync(path);
        foreach (var hidden in page.Document.QuerySelectorAll("input[name=__RequestVerificationToken]").Take(1))
        {
            answers["__RequestVerificationToken"] = hidden.GetAttribute("value")!;
        }

        answers["__act"] = new string('a', 32);
        return answers;
    }

    private async Task<(string Reference, Guid Id)> TriggeredAsync()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        await host.DoAsync(
            host.Crew.Screener.Actor, demo.Id,
            new StartInterview(InterviewMode.Video, "ru"),
            new RecordAnswers([.. Questionnaire.Current.Questions.Where(q => q.Required).Select(q => new GivenAnswer(q.Code, "DEMO answer"))]),
            new RecordAnswers([new GivenAnswer("E5", "DEMO guarded.") { Verbatim = "ДЕМО: охранял.", Trigger = true }]),
            new RecordReadBack(true),
            new RecordStatement("ru", "ДЕМО: я отказался.") { Signed = true },
            new DecideGate(Gate.Interview, "complete", "DEMO: complete."));
        return (demo.Reference, demo.Id);
    }
}
