using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Referrals;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Public.ReferralInterface;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Referrals;

/// <summary>Other organisations' systems refer people by a key: they get an acknowledgement, and learn nothing.</summary>
public sealed class ReferralInterfaceTests(ReferralInterfaceTests.Office host) : IClassFixture<ReferralInterfaceTests.Office>
{
    private static readonly string[] Secrets = ["reference", "caseId", "state", "code"];

    /// <summary>An office that says who receives.</summary>
    public sealed class Office : CaseHost
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("Casework:OwningOrg", Organisation)];
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer he_ref_AAAA")]
    [InlineData("Bearer ")]
    [InlineData("Basic YTpi")]
    public async Task Take_WithoutAGoodToken_IsRefusedWithoutReadingAnything(string? authorization)
    {
        var before = await CasesAsync();
        using var answer = await SendAsync(authorization, Person("W-1"));
        Assert.Equal((HttpStatusCode.Unauthorized, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(before, await CasesAsync());
    }

    [Fact]
    public async Task Take_SignedInPersonWithoutToken_IsRefusedToo()
    {
        var intake = await host.SignInAsync(host.Crew.Intake);
        using var body = Json(Person("W-2"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await intake.Client.PostAsync("/api/referrals", body)).StatusCode);
    }

    [Fact]
    public async Task Take_Person_IsTakenOnceAndTheAnswerSaysNothing()
    {
        var secret = await IssueAsync();
        var before = await CasesAsync();
        using var first = await SendAsync("Bearer " + secret, Person("A-1", detained: true));
        using var second = await SendAsync("Bearer " + secret, Person("A-1"));
        using var other = await SendAsync("Bearer " + await IssueAsync(), Person("A-1"));
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode, other.StatusCode));
        var said = await first.Content.ReadAsStringAsync();
        Assert.Equal(said, await second.Content.ReadAsStringAsync());
        Assert.Equal(said, await other.Content.ReadAsStringAsync());
        Assert.Equal("acknowledgement", Assert.Single(JsonDocument.Parse(said).RootElement.EnumerateObject()).Name);
        Assert.DoesNotContain(Secrets, word => said.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(before + 1, await CasesAsync());

        await using var db = host.Cases.CreateDbContext();
        var row = (await db.Cases.AsNoTracking().ToListAsync()).MaxBy(c => c.OpenedAt)!;
        Assert.DoesNotContain(row.Reference, said, StringComparison.Ordinal);
        Assert.Equal((nameof(Priority.Emergency), CaseHost.Organisation, false), (row.Priority, row.OwningOrg, await db.Assignments.AnyAsync(a => a.CaseId == row.Id)));
        var referral = Assert.Single((await host.FileAsync(row.Id)).Contact.Referrals).Value;
        Assert.Equal(("Demo Help Desk", "Сосна"), (referral.ReferredBy, referral.Pseudonym));

        // Whoever takes in people finds him waiting, and nobody is on the case yet.
        Assert.Contains(row.Reference, (await (await host.SignInAsync(host.Crew.Intake)).GetAsync("/screeners")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Сосна", host.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, host.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_TheSameNumberTwentyTimesAtOnce_OneCase()
    {
        var secret = await IssueAsync();
        var before = await CasesAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync("Bearer " + secret, Person("A-20"))));
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable, a.StatusCode.ToString()));
        Assert.Equal(before + 1, await CasesAsync());
        Array.ForEach(answers, a => a.Dispose());
    }

    [Theory]
    [InlineData("", 400, "no JSON")]
    [InlineData("[]", 400, "no JSON")]
    [InlineData("{\"number\":\"B-1\",\"number\":\"B-2\"}", 400, "no JSON")]
    [InlineData("{}", 422, "number is empty")]
    [InlineData("{\"number\":\"B-1\",\"name\":\"x\"}", 422, "'name' is not known")]
    [InlineData("{\"number\":\"B-1\",\"referred_by\":\"somebody else\"}", 422, "'referred_by' is not known")]
    [InlineData("{\"number\":{}}", 422, "number is a text")]
    [InlineData("{\"number\":\"B-1\",\"pseudonym\":\"a\",\"country\":\"Kazakhstan\",\"channel\":\"pigeon\",\"reason\":\"x\",\"in_detention\":\"perhaps\"}", 422, "country has two letters")]
    [InlineData("{\"number\":\"B-1\",\"pseudonym\":\"a\\u0000\",\"country\":\"KZ\",\"channel\":\"secure-space\",\"reason\":\"x\"}", 422, "no text")]
    public async Task Take_BadBody_SaysWhatIsWrongAndStoresNothing(string body, int status, string words)
    {
        var before = await CasesAsync();
        using var answer = await SendAsync("Bearer " + await IssueAsync(), body);
        Assert.Equal(status, (int)answer.StatusCode);
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        var complaints = said.TryGetProperty("complaints", out var each) ? each.EnumerateArray().Select(c => c.GetString()) : [];
        Assert.Contains(words, string.Join('\n', complaints.Prepend(said.GetProperty("problem").GetString())), StringComparison.Ordinal);
        Assert.Equal(before, await CasesAsync());
    }

    [Fact]
    public async Task Take_BodyOfAMegabyte_IsRefused()
    {
        using var answer = await SendAsync("Bearer " + await IssueAsync(), Person("C-1").Replace("@demo.invalid", new string('x', 1 << 20), StringComparison.Ordinal));
        Assert.True(answer.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity, answer.StatusCode.ToString());
    }

    [Fact]
    public async Task Token_TakenBackOrOver_OpensNothing()
    {
        var tokens = host.Services.GetRequiredService<ReferralTokens>();
        var (token, secret) = await tokens.IssueAsync("Demo Help Desk", CaseHost.ProgrammeId, TimeSpan.FromDays(1), Guid.Empty, default);
        Assert.NotNull(await tokens.RecogniseAsync(secret, default));
        Assert.False(token.IsValid(token.ExpiresAt));
        var last = secret[^1] == 'A' ? 'Q' : 'A';
        Assert.Null(await tokens.RecogniseAsync(secret[..^1] + last, default));
        Assert.True(await tokens.EndAsync(token.Id, Guid.Empty, default));
        Assert.False(await tokens.EndAsync(token.Id, Guid.Empty, default));
        using var answer = await SendAsync("Bearer " + secret, Person("D-1"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Null(await host.Services.GetRequiredService<AuditVerifier>().VerifyAccountsAsync(default));
    }

    [Fact]
    public async Task Tokens_OnThePages_AreMadeShownOnceAndTakenBackByAnAdministratorAlone()
    {
        const string Path = "/administrators/referral-tokens";
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Coordinator)).GetAsync(Path)).Status);
        var administrator = await host.SignInAsync(host.Crew.Outsider);
        var form = await administrator.GetAsync(Path + "/new");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SubmitAsync(form, new() { ["Form.Organisation"] = "", ["Form.Programme"] = CaseHost.ProgrammeId, ["Form.Days"] = "9000" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SubmitAsync(form, new() { ["Form.Organisation"] = "Desk", ["Form.Programme"] = "nowhere", ["Form.Days"] = "9" })).Status);

        var made = await administrator.SubmitAsync(form, new() { ["Form.Organisation"] = "Demo Other Desk", ["Form.Programme"] = CaseHost.ProgrammeId, ["Form.Days"] = "30" });
        var secret = made.Document.QuerySelector(".reference")!.TextContent;
        Assert.StartsWith(ReferralTokens.Mark, secret, StringComparison.Ordinal);
        using var taken = await SendAsync("Bearer " + secret, Person("E-1"));
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);

        var list = await administrator.GetAsync(Path);
        Assert.DoesNotContain(secret, list.Text, StringComparison.Ordinal);
        Assert.Contains("Demo Other Desk", list.Text, StringComparison.Ordinal);
        var end = list.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Demo Other Desk", StringComparison.Ordinal)).QuerySelector("form")!.GetAttribute("action")!;
        await administrator.SubmitAsync(list, [], $"form[action='{end}']");
        Assert.Contains("Taken back", (await administrator.GetAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Contains("referring organisation", (await administrator.GetAsync("/administrators/accounts/history")).Text, StringComparison.Ordinal);
        using var late = await SendAsync("Bearer " + secret, Person("E-2"));
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    /// <summary>The description names exactly what the interface takes, and its example is taken.</summary>
    [Fact]
    public async Task Description_IsTrue()
    {
        using var client = host.NewVisitor().Client;
        using var description = JsonDocument.Parse(await client.GetStringAsync("/api/openapi.json"));
        var root = description.RootElement;
        var schema = root.GetProperty("components").GetProperty("schemas").GetProperty("Referral");
        Assert.Equal(ReferralBody.Fields.Order(StringComparer.Ordinal), schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(ReferralTable.Needed, schema.GetProperty("required").EnumerateArray().Select(r => r.GetString()!));
        Assert.Equal(
            Enum.GetNames<Domain.Consent.ChannelKind>().Length,
            schema.GetProperty("properties").GetProperty("channel").GetProperty("enum").GetArrayLength());
        var example = root.GetProperty("paths").GetProperty("/api/referrals").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");
        using var answer = await SendAsync("Bearer " + await IssueAsync(), example.GetRawText());
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private static string Person(string number, bool detained = false) => JsonSerializer.Serialize(new
    {
        number, pseudonym = "Сосна", country = "KZ", channel = "signal", handle = "@demo.invalid", reason = "ДЕМО", in_detention = detained, wanted = (bool?)null, papers = new[] { "internal-passport" }, family_size = 2,
    });

    private static StringContent Json(string body) => new(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    private async Task<HttpResponseMessage> SendAsync(string? authorization, string body)
    {
        var client = host.NewVisitor().Client;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/referrals") { Content = Json(body) };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await client.SendAsync(request);
    }

    private async Task<string> IssueAsync() =>
        (await host.Services.GetRequiredService<ReferralTokens>().IssueAsync("Demo Help Desk", CaseHost.ProgrammeId, TimeSpan.FromDays(30), host.Crew.Outsider.Id, default)).Secret;

    private async Task<int> CasesAsync()
    {
        await using var db = host.Cases.CreateDbContext();
        return await db.Cases.CountAsync();
    }
}
