using System.Text.RegularExpressions;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Vetters;

/// <summary>Every page and file of the staff, by the program's own list of routes: what a reviewer wrote reaches nobody before both reviews are sealed.</summary>
public sealed partial class BlindPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Marker = "ZQXMARKER";

    /// <summary>Key of the two sources that do not fit together; the page of one pair is asked for by it.</summary>
    private string pair = string.Empty;

    private static readonly ScreeningHit Hit = new("H1", "demo-list", "X1", "hash", "DEMOV PRIMER", 54, ["family Демов = DEMOV: 54"], [], "DEMO", HitClass.AdverseCandidate) { Born = [PartialDate.Parse("1971-02-03")] };

    [Fact]
    public async Task EveryPage_BeforeBothSealed_HoldsNothingOfTheFirstReview()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        await FindEverythingAsync(demo);
        var (own, url) = (ReadOn(await WalkAsync(demo, host.Crew.Vetter)), $"/vetters/cases/{demo.Reference}");

        // Who wrote it reads it: else the walk would show nothing.
        string[] writes = [url, $"{url}/hits/h1", $"{url}/mismatches?pair={pair}"];
        Assert.Empty(writes.Except(own, StringComparer.Ordinal));
        Assert.Equal(0, await ReadersAsync(demo, Everybody));

        await host.ActAsync(host.Crew.Vetter.Actor, demo.Id, new ProposeDecision(Gate.Vetting, "unresolved", Marker));
        Assert.Equal(0, await ReadersAsync(demo, Everybody));

        await host.ActAsync(host.Crew.SecondVetter.Actor, demo.Id, new SecondDecision(Gate.Vetting, "exclusion-concern", "DEMO: otherwise."));
        string[] both = [url, $"{url}/reviews", $"{url}/hits/h1", $"{url}/gates/vetting"];
        Assert.Empty(both.Except(ReadOn(await WalkAsync(demo, host.Crew.SecondVetter)), StringComparer.Ordinal));
        Assert.Empty(both.Except(ReadOn(await WalkAsync(demo, host.Crew.ThirdVetter)), StringComparer.Ordinal));
        Assert.Equal(0, await ReadersAsync(demo, [.. Everybody.Where(p => !p.Roles.Contains(Role.Vetter))]));

        await host.ActAsync(host.Crew.ThirdVetter.Actor, demo.Id, new SecondDecision(Gate.Vetting, "unresolved", "DEMO: as the first."));
        Assert.NotEmpty(ReadOn(await WalkAsync(demo, host.Crew.Coordinator)));
    }

    private DemoPerson[] Everybody =>
    [
        host.Crew.SecondVetter, host.Crew.ThirdVetter, host.Crew.Screener, host.Crew.Intake, host.Crew.Custodian, host.Crew.Coordinator, host.Crew.Counsel, host.Crew.DossierOfficer, host.Crew.SubmissionOfficer,
        host.Crew.Protection, host.Crew.Liaison, host.Crew.Reception, host.Crew.Outsider,
    ];

    /// <summary>Everything that one reviewer can write, each with the marker in it.</summary>
    private async Task FindEverythingAsync(DemoCase demo)
    {
        await host.DoAsync(
            host.Crew.Screener.Actor, demo.Id, new RecordBirth(PartialDate.Parse("1999-07-08"), Sex.M, ["RUS"]),
            new RecordDocument(DocumentKind.InternalPassport, SeenAs.Scan, "DEMO") { MrzLine1 = "PNRUSWURENKOV<<ART2M<7R9EVI3<<<<<<<<<<<<<<<<", MrzLine2 = "0020001010RUS9803145M<<<<<<<4180402000001<22" });
        await host.ScreenAsync(demo.Id, Hit);
        var found = Mismatches.For(Role.Vetter, await host.FileAsync(demo.Id))[0].Mismatch;
        pair = found.Key;
        await host.DoAsync(
            host.Crew.Vetter.Actor, demo.Id,
            new ReportIncident("I-1", ["00123"], "DEMO", PartialDate.Parse("2022"), PartialDate.Parse("2022"), "DEMO", ["DEMO source"]), new AssessUnitOverlap("S1", "I-1"),
            new AdjudicateHit("H1", HitOutcome.Same, Marker) { Codes = [HitReason.PatronymicAgrees] },
            new AssessExclusion("I-1", ExclusionLimb.WarCrime, Marker, ExclusionConclusion.Unresolved, Marker) { Contribution = Marker, KnowledgeAndIntent = Marker, Proportionality = Marker, When = Marker, Where = Marker, Sources = Marker, Modes = [ContributionMode.None], Defences = Marker, Standard = Marker, Elements = [.. ExclusionElements.Of(ExclusionLimb.WarCrime).Select(e => new ElementAnswer(e, ElementFinding.Shown, Marker))] },
            new AssessExclusion("H1", ExclusionLimb.WarCrime, Marker, ExclusionConclusion.Unresolved, Marker) { Contribution = Marker, KnowledgeAndIntent = Marker, When = Marker, Where = Marker, Sources = Marker, Modes = [ContributionMode.None], Defences = Marker, Standard = Marker, Elements = [.. ExclusionElements.Of(ExclusionLimb.WarCrime).Select(e => new ElementAnswer(e, ElementFinding.Shown, Marker))] },
            new AssessVoluntariness(true, Marker) { Entered = EntryIntoService.NeverServed }, new RecordFinding(FindingKind.Infiltration, Marker, Marker, "B2", Marker, Concern: true) { Innocent = Marker },
            new WeighMismatch(found.Key, found.Fingerprint, MismatchStepKind.KeptOpen, []) { Words = Marker });
    }

    private async Task<int> ReadersAsync(DemoCase demo, DemoPerson[] people)
    {
        var read = new List<string>();
        foreach (var person in people)
        {
            read.AddRange((await WalkAsync(demo, person)).Where(a => a.Holds).Select(a => $"{string.Join("+", person.Roles)}: {a.Path}"));
        }

        Assert.True(read.Count == 0, $"Read by others: {string.Join("; ", read)}");
        return read.Count;
    }

    private static IReadOnlyList<string> ReadOn(List<(string Path, bool Holds)> walk) => [.. walk.Where(a => a.Holds).Select(a => a.Path).Order(StringComparer.Ordinal)];

    /// <summary>All that a person can open: pages that answer, with everything in them that the browser gets.</summary>
    private async Task<List<(string Path, bool Holds)>> WalkAsync(DemoCase demo, DemoPerson person)
    {
        var visitor = await host.SignInAsync(person);
        var opened = new List<(string, bool)>();
        foreach (var path in Routes(demo, person))
        {
            using var answer = await visitor.Client.GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync();
            opened.Add((path, answer.Headers.ToString().Contains(Marker, StringComparison.Ordinal) || text.Contains(Marker, StringComparison.Ordinal)));
        }

        Assert.NotEmpty(opened);
        return opened;
    }

    private IEnumerable<string> Routes(DemoCase demo, DemoPerson person) =>
        from action in host.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
        where action.AudienceOf().Roles.Intersect(person.Roles.Select(Casework.Acts.Keys.Of)).Any() || action.AudienceOf().Name == "Account"
        where action.ActionConstraints?.OfType<Microsoft.AspNetCore.Mvc.ActionConstraints.HttpMethodActionConstraint>().Any(m => m.HttpMethods.Contains("GET")) == true
        let template = action.AttributeRouteInfo!.Template!
        where !template.Contains("leave", StringComparison.Ordinal) && !template.Contains("language", StringComparison.Ordinal)
        from path in Filled(template, demo)
        select path;

    private IEnumerable<string> Filled(string template, DemoCase demo)
    {
        var path = "/" + Hole().Replace(template, hole => hole.Groups["name"].Value switch
        {
            "reference" => demo.Reference,
            "gate" => "vetting",
            "label" => template.Contains("hits", StringComparison.Ordinal) ? "h1" : "e1",
            "version" or "number" => "1",
            "purpose" => "submit",
            "section" => "a",
            "day" => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            "programme" => "fr-ple-kz",
            "country" => "KZ",
            "sheet" => "medical",
            "from" => "fr-ple-kz-v1",
            "status" => "404",
            _ => Guid.Empty.ToString(),
        });
        return template.EndsWith("mismatches", StringComparison.Ordinal) ? [path, $"{path}?pair={pair}"] : [path];
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+)(:.*?(?=\}(/|$)))?\}(?=/|$)", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Hole();
}
