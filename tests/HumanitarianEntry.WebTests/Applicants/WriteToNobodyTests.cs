using System.Net;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.WebTests.Applicants;

/// <summary>A message that nobody would read is not taken: the person must learn it at once.</summary>
public sealed class WriteToNobodyTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Post_WithoutAnyIntakeOfficer_IsRefusedWithWordsAndTheAnswersStay()
    {
        await using (var db = host.Cases.CreateDbContext())
        {
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.DeactivatedAt, DateTimeOffset.UnixEpoch));
        }

        var visitor = host.NewVisitor();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ru");
        var check = await visitor.SubmitAsync(await visitor.GetAsync("/write"), new()
        {
            ["Pseudonym"] = "Демо", ["Language"] = "ru", ["Country"] = "KZ", ["Detained"] = "no", ["Papers"] = "internal-passport", ["Reason"] = "ДЕМО: я отказался воевать.", ["Channel"] = "SecureSpace",
        });
        var sent = await visitor.SubmitAsync(check, []);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.Status);
        Assert.Contains("его некому прочитать", sent.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ДЕМО: я отказался воевать.", sent.Document.QuerySelector("textarea")?.TextContent, StringComparison.Ordinal);
        await using var after = host.Cases.CreateDbContext();
        Assert.False(await after.Cases.AnyAsync());
    }
}
