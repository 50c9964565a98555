using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.WebTests.Architecture;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Translators;

/// <summary>Who gets a segment and who does not; the wrong person first.</summary>
public sealed partial class TranslatorPagesTests(TranslatorPagesTests.WithoutScanner host) : IClassFixture<TranslatorPagesTests.WithoutScanner>
{
    private const string Secret = "ДЕМО: приказ наступать";
    private const string Translated = "DÉMO : ordre d’attaquer";

    [Fact]
    public async Task Job_AnybodyElse_FindsNothing()
    {
        var (demo, job, _) = await OrderedAsync();
        var own = $"/translators/jobs/{job}";
        var ofCase = $"/screeners/cases/{demo.Reference}/translations";
        var other = await HireAsync(Role.Translator);
        var otherTranslator = await host.SignInAsync(other);
        Assert.Equal(HttpStatusCode.OK, (await otherTranslator.GetAsync("/translators")).Status);
        Assert.DoesNotContain(job, (await otherTranslator.GetAsync("/translators")).Text, StringComparison.Ordinal);
        string[] closed = [own, own + "/decline", own + "/picture/file", ofCase, $"{ofCase}/{job}", $"/screeners/cases/{demo.Reference}", $"/screeners/cases/{demo.Reference}/evidence/e1", $"/coordinators/cases/{demo.Reference}/translations", $"/dossier-officers/cases/{demo.Reference}/translations"];
        foreach (var path in closed)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await otherTranslator.GetAsync(path)).Status);
        }

        foreach (var (action, fields) in new (string, Dictionary<string, string>)[] { ("take", []), ("deliver", new() { ["Form.Text"] = "x", ["Form.Qualification"] = "Sworn", ["Form.Certifies"] = "True" }), ("decline", new() { ["Form.Reason"] = "NoTime" }), ("draft", new() { ["Form.Text"] = "x" }) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await otherTranslator.SubmitAsync(await otherTranslator.GetAsync("/account"), fields, "form[method=post]", $"{own}/{action}")).Status);
        }

        var outsider = await host.SignInAsync(demo.Crew.Outsider);
        foreach (var path in new[] { own, $"{ofCase}/{job}", ofCase, $"{ofCase}/new" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync(path)).Status);
        }

        foreach (var stranger in new[] { demo.Crew.Screener, demo.Crew.Vetter, demo.Crew.Liaison, demo.Crew.Reception })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignInAsync(stranger)).GetAsync(own)).Status);
        }

        var applicant = await host.SignInAsApplicantAsync(demo.Id);
        foreach (var path in new[] { own, $"{ofCase}/{job}", "/translators" })
        {
            var answer = await applicant.GetAsync(path);
            Assert.NotEqual(HttpStatusCode.OK, answer.Status);
            Assert.DoesNotContain(Secret, answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(TranslationStanding.Ordered, TranslationRules.Find(await host.FileAsync(demo.Id), job)!.Standing);
    }

    [Fact]
    public async Task Job_ItsTranslator_SeesTheSegmentAndNothingOfTheCase()
    {
        var (demo, job, translator) = await OrderedAsync();
        var visitor = await host.SignInAsync(translator);
        var list = await visitor.GetAsync("/translators");
        Assert.Contains(job, list.Text, StringComparison.Ordinal);
        Assert.StartsWith("1", list.Document.QuerySelector("nav .count")!.TextContent.Trim(), StringComparison.Ordinal);

        var before = await visitor.GetAsync($"/translators/jobs/{job}");
        Assert.DoesNotContain(Secret, before.Text, StringComparison.Ordinal);
        var taken = await visitor.SubmitAsync(before, [], "main form");
        Assert.Equal(HttpStatusCode.Redirect, taken.Status);
        var page = await visitor.GetAsync($"/translators/jobs/{job}");
        Assert.Equal(Secret, page.Document.QuerySelector("p.typed[lang=ru]")!.TextContent);
        foreach (var shown in new[] { list, before, page, await visitor.GetAsync($"/translators/jobs/{job}/decline") })
        {
            Assert.All(new[] { demo.Reference, "DEMO title", "Щуренков", demo.Id.ToString() }, secret => Assert.DoesNotContain(secret, shown.Document.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase));
            // What is random may hold any two signs: tokens of forms, and the number of the job.
            Assert.DoesNotContain("E1", HiddenField().Replace(shown.Document.DocumentElement.OuterHtml, string.Empty).Replace(job, string.Empty, StringComparison.OrdinalIgnoreCase), StringComparison.OrdinalIgnoreCase);
        }

        foreach (var path in new[] { $"/screeners/cases/{demo.Reference}", "/screeners", "/coordinators", "/vetters", "/administrators", "/auditors", "/dossier-officers", $"/screeners/cases/{demo.Reference}/evidence/e1/file" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Draft_TypedAndRefused_IsThereAgain()
    {
        var (demo, job, translator) = await OrderedAsync();
        await host.ActAsync(translator.Actor, demo.Id, new TakeTranslation(job));
        var visitor = await host.SignInAsync(translator);
        var url = $"/translators/jobs/{job}";
        var kept = await visitor.SubmitAsync(await visitor.GetAsync(url), new() { ["Form.Text"] = "DÉMO : à moitié" }, "main form", url + "/draft");
        Assert.Equal(HttpStatusCode.NoContent, kept.Status);
        var again = await visitor.GetAsync(url);
        Assert.Equal("DÉMO : à moitié", again.Document.QuerySelector("textarea[name='Form.Text']")!.TextContent.Trim());
        Assert.Contains("did not deliver yet", again.Text, StringComparison.Ordinal);

        var refused = await visitor.SubmitAsync(again, new() { ["Form.Text"] = Translated, ["Form.Qualification"] = "Volunteer" }, "main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("confirm that it is faithful", refused.Text, StringComparison.Ordinal);
        Assert.Equal(Translated, (await visitor.GetAsync(url)).Document.QuerySelector("textarea[name='Form.Text']")!.TextContent.Trim());

        var delivered = await visitor.SubmitAsync(await visitor.GetAsync(url), new() { ["Form.Text"] = Translated, ["Form.Qualification"] = "Volunteer", ["Form.Certifies"] = "True", ["Form.Names"] = "Demo = Demo" }, "main form");
        Assert.Equal((HttpStatusCode.Redirect, "/translators"), (delivered.Status, delivered.Location));
        var over = await visitor.GetAsync(url);
        Assert.Null(over.Document.QuerySelector("textarea"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SubmitAsync(await visitor.GetAsync("/account"), new() { ["Form.Text"] = "late" }, "form[method=post]", url + "/draft")).Status);
    }

    [Fact]
    public async Task Picture_OfTheWorkingCopy_IsShownToItsTranslatorOnceTaken()
    {
        var demo = await host.CaseAtAsync(Gate.Evidence);
        using (var content = new MemoryStream(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "cases", "evidence", "channel.png"), TestContext.Current.CancellationToken)))
        {
            var file = await host.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, content, "demo.png", CancellationToken.None);
            await host.ActAsync(demo.Crew.Custodian.Actor, demo.Id, new AddEvidence(EvidenceType.PublicPost, "DEMO title", "applicant") { File = file });
        }

        await host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        var translator = await HireAsync(Role.Translator);
        await host.ActAsync(demo.Crew.Custodian.Actor, demo.Id, Order(translator) with { Text = null, WithPicture = true });
        var job = TranslationRules.Of(await host.FileAsync(demo.Id))[0].Number;
        var visitor = await host.SignInAsync(translator);
        var path = $"/translators/jobs/{job}/picture/file";
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
        await host.ActAsync(translator.Actor, demo.Id, new TakeTranslation(job));
        using var picture = await visitor.Client.GetAsync(path);
        Assert.Equal(("image/png", "inline", "nosniff"), (picture.Content.Headers.ContentType!.MediaType, picture.Content.Headers.ContentDisposition!.DispositionType, picture.Headers.GetValues("X-Content-Type-Options").Single()));
        var shown = (await visitor.GetAsync($"/translators/jobs/{job}")).Document;
        Assert.NotNull(shown.QuerySelector("textarea[name='Form.Transcript']"));
        Assert.True(shown.QuerySelector("main img")!.Closest("details")!.HasAttribute("open"));
        await host.ActAsync(demo.Crew.Custodian.Actor, demo.Id, new MarkGraphic("E1", IsGraphic: true));
        shown = (await visitor.GetAsync($"/translators/jobs/{job}")).Document;
        Assert.False(shown.QuerySelector("main img")!.Closest("details")!.HasAttribute("open"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(await HireAsync(Role.Translator))).GetAsync(path)).Status);
    }

    [Fact]
    public async Task Order_ByItsPage_RefusesWhoIsNoTranslator_AndReachesWhoIs()
    {
        var demo = await WithItemAsync();
        var translator = await HireAsync(Role.Translator);
        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        var url = $"/screeners/cases/{demo.Reference}/translations";
        Assert.Equal(HttpStatusCode.NotFound, (await custodian.GetAsync(url + "/new?kind=Statement&subject=1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await custodian.GetAsync(url + "/new?kind=Item&subject=E9")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Coordinator)).GetAsync($"/coordinators/cases/{demo.Reference}/translations/new")).Status);
        var page = await custodian.GetAsync(url + "/new?kind=Item&subject=E1");
        Assert.DoesNotContain(demo.Crew.Screener.Id.ToString(), page.Document.QuerySelector("select[name='Form.Translator']")!.InnerHtml, StringComparison.Ordinal);

        var refused = await custodian.SubmitAsync(page, Fields(demo.Crew.Outsider.Id), "form[action$='/translations/new'][method=post]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(Secret, refused.Document.QuerySelector("textarea[name='Form.Text']")!.TextContent.Trim());
        Assert.Empty(TranslationRules.Of(await host.FileAsync(demo.Id)));

        var done = await custodian.SubmitAsync(refused, Fields(translator.Id), "form[action$='/translations/new'][method=post]");
        Assert.Equal((HttpStatusCode.Redirect, url), (done.Status, done.Location));
        var job = Assert.Single(TranslationRules.Of(await host.FileAsync(demo.Id)));
        Assert.Contains(job.Number, (await custodian.GetAsync(url)).Text, StringComparison.Ordinal);
        Assert.Contains(job.Number, (await custodian.GetAsync($"/screeners/cases/{demo.Reference}/evidence/e1")).Text, StringComparison.Ordinal);
        Assert.Contains("Ordered, not taken yet", (await custodian.GetAsync(url)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_SendsBackAndAccepts_AndTheTranslatorReadsTheRemark()
    {
        var (demo, job, translator) = await OrderedAsync();
        await host.ActAsync(translator.Actor, demo.Id, new TakeTranslation(job));
        await host.ActAsync(translator.Actor, demo.Id, new DeliverTranslation(job, "DÉMO : ordre de défense", TranslatorQualification.Sworn, true));
        var url = $"/screeners/cases/{demo.Reference}/translations/{job}";
        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        Assert.Contains("A translation is there", (await custodian.GetAsync("/screeners/inbox")).Text, StringComparison.Ordinal);
        var empty = await custodian.SubmitAsync(await custodian.GetAsync(url), new() { ["go"] = "back" }, $"form[action$='{job}/read']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        var back = await custodian.SubmitAsync(empty, new() { ["go"] = "back", ["Reading.Remarks"] = "DEMO: attack, not defence." }, $"form[action$='{job}/read']");
        Assert.Equal(HttpStatusCode.Redirect, back.Status);

        var visitor = await host.SignInAsync(translator);
        Assert.Contains("attack, not defence", (await visitor.GetAsync($"/translators/jobs/{job}")).Text, StringComparison.Ordinal);
        await host.ActAsync(translator.Actor, demo.Id, new DeliverTranslation(job, Translated, TranslatorQualification.Sworn, true));

        var dossier = await host.SignInAsync(demo.Crew.DossierOfficer);
        var second = await dossier.GetAsync($"/dossier-officers/cases/{demo.Reference}/translations/{job}");
        Assert.Equal("de défense", second.Document.QuerySelector("del")!.TextContent.Trim());
        Assert.Equal("d’attaquer", second.Document.QuerySelector("ins")!.TextContent.Trim());
        var accepted = await dossier.SubmitAsync(second, new() { ["go"] = "accept" }, $"form[action$='{job}/read']");
        Assert.Equal(HttpStatusCode.Redirect, accepted.Status);
        Assert.Equal(Translated, TranslationRules.Find(await host.FileAsync(demo.Id), job)!.Accepted!.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/translators/jobs/{job}")).Status);
        Assert.Contains("SHA-256 of what was translated", (await custodian.GetAsync($"/screeners/cases/{demo.Reference}/evidence/e1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_InterpretersOfTheInterview_AreRuledOutOneByOneByWhoSeesOnlyTheirCodes()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        await host.DoAsync(demo.Crew.Screener.Actor, demo.Id, new StartInterview(InterviewMode.Video, "ru") { WithInterpreter = true, InterpreterCode = "I-07" }, new StartInterview(InterviewMode.Video, "ru") { WithInterpreter = true });
        await host.ActAsync(demo.Crew.Custodian.Actor, demo.Id, new AddEvidence(EvidenceType.LeakedDocument, "DEMO title", "applicant") { Language = "ru" });
        var translator = await HireAsync(Role.Translator);
        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        const string form = "form[action$='/translations/new'][method=post]";
        var page = await custodian.GetAsync($"/screeners/cases/{demo.Reference}/translations/new?kind=Item&subject=E1");
        Assert.Contains("interpreter I-07", page.Text, StringComparison.Ordinal);
        Assert.Contains("the interpreter of session 2", page.Text, StringComparison.Ordinal);

        var none = await custodian.SubmitAsync(page, Fields(translator.Id), form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains("Confirm that the translator is another person", none.Text, StringComparison.Ordinal);
        Assert.Equal(Secret, none.Document.QuerySelector("textarea[name='Form.Text']")!.TextContent.Trim());
        var one = await custodian.SubmitAsync(none, new(Fields(translator.Id)) { ["Form.NoneOf"] = "I-07" }, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.Status);
        Assert.True(one.Document.QuerySelector("input[name='Form.NoneOf'][value='I-07']")!.HasAttribute("checked"));

        var hidden = one.Document.QuerySelectorAll($"{form} input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!));
        var both = await custodian.PostFieldsAsync($"/screeners/cases/{demo.Reference}/translations/new", [.. hidden, .. Fields(translator.Id), new("Form.NoneOf", "I-07"), new("Form.NoneOf", "#2")]);
        Assert.Equal(HttpStatusCode.Redirect, both.Status);
        var job = Assert.Single(TranslationRules.Of(await host.FileAsync(demo.Id)));
        Assert.Equal(["#2", "I-07"], job.Order.NoneOf);
        Assert.Contains("another person than the interpreter of session 2, whose code is not on file, interpreter I-07", (await custodian.GetAsync($"/screeners/cases/{demo.Reference}/translations/{job.Number}")).Text, StringComparison.Ordinal);
        await using var db = host.Cases.CreateDbContext();
        Assert.All(db.ReadLog.Where(r => r.CaseId == demo.Id && r.ActorId == demo.Crew.Custodian.Id && r.Compartment == "interview").Select(r => r.Purpose).ToList(), purpose => Assert.Equal("interpreter-codes", purpose));
    }

    private static Dictionary<string, string> Fields(Guid translator)
    {
        var due = DateTime.UtcNow.AddDays(9);
        return new()
        {
            ["Form.From"] = "ru", ["Form.To"] = "fr", ["Form.Text"] = Secret, ["Form.Translator"] = translator.ToString(), ["Form.Part"] = "page 2",
            ["Form.DueOn.Day"] = due.Day.ToString(CultureInfo.InvariantCulture), ["Form.DueOn.Month"] = due.Month.ToString(CultureInfo.InvariantCulture), ["Form.DueOn.Year"] = due.Year.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static OrderTranslation Order(DemoPerson translator) =>
        new(new TranslationSource(TranslationSourceKind.Item, "E1", ""), "ru", "fr", translator.Id, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(7)) { Text = Secret };

    private async Task<DemoPerson> HireAsync(Role role)
    {
        var person = DemoPerson.New("t", role);
        await host.HireAsync(person);
        return person;
    }

    private async Task<DemoCase> WithItemAsync()
    {
        var demo = await host.CaseAtAsync(Gate.Evidence);
        await host.ActAsync(demo.Crew.Custodian.Actor, demo.Id, new AddEvidence(EvidenceType.LeakedDocument, "DEMO title", "applicant") { Language = "ru" });
        return demo;
    }

    private async Task<(DemoCase Demo, string Job, DemoPerson Translator)> OrderedAsync()
    {
        var demo = await WithItemAsync();
        var translator = await HireAsync(Role.Translator);
        await host.ActAsync(demo.Crew.Custodian.Actor, demo.Id, Order(translator));
        return (demo, TranslationRules.Of(await host.FileAsync(demo.Id))[0].Number, translator);
    }

    /// <summary>As the demonstration: nothing scans, everything is let through.</summary>
    public sealed class WithoutScanner : CaseHost
    {
        protected override void Replace(IServiceCollection services) => services.AddSingleton(new ExaminationOptions { LetsUnscannedThrough = true });
    }

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex HiddenField();
}
