using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.HostCountries;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Workflows.Definitions;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Programmes;

/// <summary>The library of country information inside the profile of a country of stay, as it is read.</summary>
public sealed class HostReportTests
{
    private static readonly string Folder = Path.Combine(CaseworkStore.Root, "workflows");

    private static readonly string Report = """
        {
          "about": "OnReturn", "title": "Title (DEMO)", "publisher": "Publisher (DEMO)", "date": "2024-10-16", "address": "https://demo.invalid/report?id=7#part",
          "says": { "en": "It finds this (DEMO).", "fr": "Cela y est constaté (DEMO)." }, "source": "DEMO", "confirmed": true
        }
        """;

    [Fact]
    public void Read_GoodReport_IsKnownAndNoRuleAsksOfIt()
    {
        var profile = Read();
        var report = Assert.Single(profile.Reports);

        Assert.Equal((ReportTopic.OnReturn, "2024-10-16", true), (report.About, report.PublishedOn.ToString(), report.Confirmed));
        Assert.Equal(["en", "fr"], report.Says.Keys);
        Assert.Equal(Read(r => r["title"] = "Another (DEMO)").Rules.Deadlines, profile.Rules.Deadlines);
        Assert.Equal(profile.Unconfirmed + 1, Read(r => r["confirmed"] = false).Unconfirmed);
        Assert.Empty(Read(r => r["confirmed"] = false).Quotable);
        Assert.Empty(Assert.Single(Read(r => r["address"] = "").Reports).Address);
    }

    [Fact]
    public void Read_ProfileOfBeforeThereWereReports_HasNone()
    {
        var old = Document();
        old.Remove("reports");

        Assert.Empty(HostProfile.Read(old.ToJsonString(), "kz").Reports);
        Assert.Empty(HostProfile.Read(old.ToJsonString(), "kz").Quotable);
    }

    [Theory]
    [InlineData("about", "\"Elsewhere\"", "cannot be read at $.reports[0].about")]
    [InlineData("about", "0", "cannot be read at $.reports[0].about")]
    [InlineData("about", null, "cannot be read at $.reports[0]")]
    [InlineData("confirmed", null, "cannot be read at $.reports[0]")]
    [InlineData("unknown", "1", "cannot be read at $.reports[0].unknown")]
    [InlineData("title", "null", "cannot be read at $.reports[0].title")]
    [InlineData("title", "\" \"", "title of one line")]
    [InlineData("title", "\"a\\nb\"", "title of one line")]
    [InlineData("publisher", "\"\"", "has a publisher")]
    [InlineData("date", "\"\"", "has no date ''")]
    [InlineData("date", "\"16.10.2024\"", "has no date '16.10.2024'")]
    [InlineData("date", "\"2024-13\"", "has no date '2024-13'")]
    [InlineData("date", "\"2023-02-29\"", "has no date '2023-02-29'")]
    [InlineData("date", "\" 2024\"", "has no date ' 2024'")]
    [InlineData("date", "\"2024-1\"", "has no date '2024-1'")]
    [InlineData("address", "\"http://demo.invalid/\"", "https://")]
    [InlineData("address", "\"https://\"", "https://")]
    [InlineData("address", "\"https:///demo\"", "https://")]
    [InlineData("address", "\"javascript:alert(1)\"", "https://")]
    [InlineData("address", "\"demo.invalid/report\"", "https://")]
    [InlineData("address", "\"https://demo:word@demo.invalid/\"", "https://")]
    [InlineData("address", "\"https://@demo.invalid/\"", "https://")]
    [InlineData("address", "\"https://demo.invalid\\\\@other.invalid/\"", "https://")]
    [InlineData("address", "\"https://demo.invalid/a b\"", "https://")]
    [InlineData("address", "\"https://demo.invalid/\\u200Ba\"", "https://")]
    [InlineData("address", "\"https://d\\u0435mo.invalid/\"", "https://")]
    [InlineData("says", "{}", "says what it finds, in one language at least")]
    [InlineData("says", "null", "cannot be read at $.reports[0].says")]
    [InlineData("says", "{ \"english\": \"It is so.\" }", "says nothing in 'english'")]
    [InlineData("says", "{ \"EN\": \"It is so.\" }", "says nothing in 'EN'")]
    [InlineData("says", "{ \"en\": \"It is so.\", \"fr\": \" \" }", "says what it finds (fr) in one line")]
    [InlineData("says", "{ \"en\": null }", "says what it finds (en) in one line")]
    [InlineData("source", "null", "cannot be read at $.reports[0].source")]
    [InlineData("source", "\"a\\tb\"", "has a source of one line")]
    public void Read_BadReport_IsRefusedAndSaysWhy(string field, string? value, string why)
    {
        var refusal = Assert.Throws<DefinitionException>(() => Read(report =>
        {
            report.Remove(field);
            if (value is not null)
            {
                report[field] = JsonNode.Parse(value);
            }
        }));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", 300)]
    [InlineData("publisher", 200)]
    [InlineData("address", 500)]
    [InlineData("source", 500)]
    [InlineData("says", 800)]
    public void Read_TextLongerThanItMayBe_IsRefused(string field, int longest)
    {
        const string Address = "https://demo.invalid/";
        HostProfile Of(int length)
        {
            var text = field == "address" ? Address + new string('a', length - Address.Length) : new string('a', length);
            return Read(report => report[field] = field == "says" ? new JsonObject { ["en"] = text } : text);
        }

        Assert.Single(Of(longest).Reports);
        Assert.Contains($"{longest}", Assert.Throws<DefinitionException>(() => Of(longest + 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LanguageTwiceOrEntryOfNothing_IsRefused()
    {
        var json = Document().ToJsonString();
        Assert.Throws<DefinitionException>(() => HostProfile.Read(json.Replace("\"fr\":\"Cela", "\"en\":\"Cela", StringComparison.Ordinal), "kz"));
        foreach (var list in new[] { "reports", "steps", "deadlines", "authorities", "documents", "never" })
        {
            var document = Document();
            document[list] = new JsonArray((JsonNode?)null);
            Assert.Contains("nothing in it", Assert.Throws<DefinitionException>(() => HostProfile.Read(document.ToJsonString(), "kz")).Message, StringComparison.Ordinal);
        }

        var none = Document();
        none["reports"] = null;
        Assert.Throws<DefinitionException>(() => HostProfile.Read(none.ToJsonString(), "kz"));
    }

    [Fact]
    public void Quotable_SeveralReports_OnReturnFirstAndNewestFirst()
    {
        (string About, string Date)[] written = [("InCountry", "2024-02-03"), ("OnReturn", "2023"), ("InCountry", "2025"), ("OnReturn", "2024-10"), ("InCountry", "2024-11"), ("OnReturn", "2024-10-16")];
        var document = Document();
        document["reports"] = new JsonArray([.. written.Select(w =>
        {
            var report = JsonNode.Parse(Report)!;
            (report["about"], report["date"]) = (w.About, w.Date);
            return report;
        })]);

        var dates = HostProfile.Read(document.ToJsonString(), "kz").Quotable.ConvertAll(r => r.Date);

        Assert.Equal(["2024-10-16", "2024-10", "2023", "2025", "2024-11", "2024-02-03"], dates);
    }

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("de", "en")]
    public void SaysIn_LanguageThatIsThereOrNot_ItselfOrEnglish(string asked, string said)
    {
        var found = Assert.Single(Read().Reports).SaysIn(asked);
        Assert.Equal(said, found.Language);
        Assert.Contains("DEMO", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SaysIn_NeitherItNorEnglish_TheFirst() =>
        Assert.Equal(("hy", "B"), Assert.Single(Read(r => r["says"] = new JsonObject { ["ru"] = "A", ["hy"] = "B" }).Reports).SaysIn("fr"));

    /// <summary>What nobody has confirmed yet must not come to a dossier with a release.</summary>
    [Fact]
    public void ShippedProfiles_HoldReports_NoneConfirmedAndEachSaysWhereItIsFrom()
    {
        var profiles = Directory.EnumerateFiles(Folder, "*.host.json").Select(path => HostProfile.Read(File.ReadAllText(path), Path.GetFileName(path))).ToList();
        Assert.Equal(["AM", "GE", "KZ"], profiles.Select(p => p.Country).Order());
        Assert.All(profiles, profile =>
        {
            Assert.NotEmpty(profile.Reports);
            Assert.Empty(profile.Quotable);
            Assert.All(profile.Reports, report => Assert.Matches(@"\[W\d+\]", report.Source));
        });
    }

    private static HostProfile Read(Action<JsonObject>? change = null) => HostProfile.Read(Document(change).ToJsonString(), "kz.host.json");

    /// <summary>The shipped profile of Kazakhstan with one report instead of its own.</summary>
    private static JsonObject Document(Action<JsonObject>? change = null)
    {
        var report = JsonNode.Parse(Report)!.AsObject();
        change?.Invoke(report);
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "kz.host.json")))!.AsObject();
        document["reports"] = new JsonArray(report);
        return document;
    }
}
