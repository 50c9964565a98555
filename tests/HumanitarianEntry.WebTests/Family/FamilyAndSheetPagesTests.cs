using System.Net;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Needs;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.WebTests.Family;

/// <summary>The family and the confidential sheets: who may see and write them, and that each look at a sheet is recorded under its name.</summary>
public sealed class FamilyAndSheetPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Medical = "/sheets/medical";
    private const string Psychological = "/sheets/psychological";

    [Fact]
    public async Task Pages_WrongPerson_LearnNothing()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var crew = demo.Crew;
        string Of(string audience, string path) => $"/{audience}/cases/{demo.Reference}{path}";
        string[] all =
        [
            Of("screeners", "/family"), Of("screeners", "/family/member"), Of("screeners", "/family/consent"), Of("counsel", "/family"), Of("counsel", "/family/child"), Of("counsel", "/family/outcome"), Of("coordinators", "/family"),
            Of("coordinators", "/family/outcome"), Of("protection-officers", "/family"), Of("protection-officers", "/family/child"), Of("protection-officers", Medical), Of("protection-officers", Psychological),
            Of("protection-officers", Medical + "/need"), Of("protection-officers", Psychological + "/referral"), Of("protection-officers", Medical + "/answer"), Of("counsel", Medical), Of("counsel", Psychological), Of("coordinators", Medical),
        ];
        foreach (var path in all)
        {
            Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
            foreach (var stranger in new[] { crew.Outsider, crew.Vetter, crew.Reception, crew.Custodian, crew.Intake, crew.SubmissionOfficer })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(stranger)).GetAsync(path)).Status);
            }
        }

        // The coordinator reads the medical sheet; the psychological one is not for him, and there is no third.
        var coordinator = await host.SignInAsync(crew.Coordinator);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync(Of("coordinators", Medical))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync(Of("coordinators", Psychological))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync(Of("coordinators", "/sheets/other"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(crew.Screener)).GetAsync(Of("screeners", "/family/child"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(crew.Counsel)).GetAsync(Of("counsel", Medical + "/need"))).Status);
    }

    [Fact]
    public async Task Sheets_EachLook_IsRecordedAndTheCasePageOpensNone()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var path = $"/protection-officers/cases/{demo.Reference}";
        var protection = await host.SignInAsync(demo.Crew.Protection);
        Assert.Equal(path + Psychological, (await protection.SubmitAsync(await protection.GetAsync(path + Psychological + "/need"), new() { ["Form.What"] = "DEMO: cannot sleep", ["Form.Urgency"] = "Soon" })).Location);
        await protection.GetAsync(path);
        Assert.Empty(await LooksAsync(demo.Id));

        Assert.Contains("cannot sleep", (await protection.GetAsync(path + Psychological)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot sleep", (await protection.GetAsync(path + Medical)).Text, StringComparison.Ordinal);
        var counsel = await host.SignInAsync(demo.Crew.Counsel);
        Assert.Contains("cannot sleep", (await counsel.GetAsync($"/counsel/cases/{demo.Reference}{Psychological}")).Text, StringComparison.Ordinal);
        Assert.Equal([(demo.Crew.Protection.Id, "psychological"), (demo.Crew.Protection.Id, "medical"), (demo.Crew.Counsel.Id, "psychological")], await LooksAsync(demo.Id));
        Assert.Equal("DEMO: cannot sleep", (await protection.GetAsync(path + Psychological + "/need?continues=N1")).Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(4, (await LooksAsync(demo.Id)).Count);

        // What was done stands in the open as one word for both sheets.
        await using var db = host.Cases.CreateDbContext();
        Assert.DoesNotContain("psych", string.Join(" ", await db.AuditEntries.Where(e => e.CaseId == demo.Id).Select(e => e.ActKind).ToListAsync()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Referral_WithoutConsent_IsRefusedWithWhatWasTyped_WithConsentItIsDisclosedAndAnswered()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var path = $"/protection-officers/cases/{demo.Reference}{Medical}";
        var protection = await host.SignInAsync(demo.Crew.Protection);
        await host.ActAsync(demo.Crew.Protection.Actor, demo.Id, new WriteNeed(Sheet.Medical, "DEMO: insulin", NeedUrgency.AtOnce));

        var form = await protection.GetAsync(path + "/referral?need=N1");
        var refused = await protection.SubmitAsync(form, new() { ["Form.Recipient"] = "DEMO clinic", ["Form.Shared"] = "DEMO kept" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("has not allowed that this helper is told", refused.Text, StringComparison.Ordinal);
        Assert.Contains("DEMO kept", refused.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await host.FileAsync(demo.Id)).Medical.Referrals);

        await host.ActAsync(demo.Crew.Screener.Actor, demo.Id, new RecordConsent(ConsentPurpose.Care, ConsentStatus.Given, "1", "ru", ConsentMethod.Signed));
        Assert.Equal(path, (await protection.SubmitAsync(await protection.GetAsync(path + "/referral?need=N1"), new() { ["Form.Recipient"] = "DEMO clinic", ["Form.Shared"] = "needs insulin" })).Location);
        Assert.Equal(path, (await protection.SubmitAsync(await protection.GetAsync(path + "/answer?referral=A1"), new() { ["Form.Answer"] = "DEMO: on Monday" })).Location);
        Assert.Contains("DEMO: on Monday", (await protection.GetAsync(path)).Text, StringComparison.Ordinal);
        await using var db = host.Cases.CreateDbContext();
        var disclosed = await db.Disclosures.SingleAsync(d => d.CaseId == demo.Id && d.Purpose == "care");
        Assert.Equal(ReferNeed.NeutralRecipient, disclosed.RecipientFunction);

        foreach (var odd in new[] { "", " ", new string('x', 30_000) })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await protection.SubmitAsync(await protection.GetAsync(path + "/need"), new() { ["Form.What"] = odd, ["Form.Urgency"] = "Soon" })).Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await protection.SubmitAsync(await protection.GetAsync(path + "/answer?referral=A9"), new() { ["Form.Answer"] = "DEMO" })).Status);
    }

    [Fact]
    public async Task Family_MemberChildAndConsent_AreRecordedAndMendTheGate()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var screener = await host.SignInAsync(demo.Crew.Screener);
        var path = $"/screeners/cases/{demo.Reference}/family";
        foreach (var (name, year, country) in new[] { ("", "2015", "KZ"), ("DEMO child", "15", "KZ"), ("DEMO child", "2015", "Kazakhstan"), ("DEMO child", "2091", "KZ") })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await screener.SubmitAsync(await screener.GetAsync(path + "/member"), new() { ["Form.Relation"] = "Child", ["Form.CalledName"] = name, ["Form.BirthYear"] = year, ["Form.Country"] = country })).Status);
        }

        Assert.Equal(path, (await screener.SubmitAsync(await screener.GetAsync(path + "/member"), new() { ["Form.Relation"] = "Child", ["Form.CalledName"] = "DEMO child", ["Form.BirthYear"] = "2015", ["Form.Country"] = "kz", ["Form.Travels"] = "True" })).Location);
        Assert.Contains("best interest not checked", (await screener.GetAsync(path)).Text, StringComparison.Ordinal);

        var protection = await host.SignInAsync(demo.Crew.Protection);
        var own = $"/protection-officers/cases/{demo.Reference}/family";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await protection.SubmitAsync(await protection.GetAsync(own + "/child?member=M9"), new() { ["Form.Result"] = "ToTravel", ["Form.Custody"] = "SoleCustodyProven", ["Form.Reasons"] = "DEMO", ["Form.HeldOn.Day"] = "1", ["Form.HeldOn.Month"] = "2", ["Form.HeldOn.Year"] = "2026" })).Status);
        Assert.Equal(own, (await protection.SubmitAsync(await protection.GetAsync(own + "/child?member=M1"), new() { ["Form.Result"] = "ToTravel", ["Form.Custody"] = "SoleCustodyProven", ["Form.Reasons"] = "DEMO reasons", ["Form.HeldOn.Day"] = "1", ["Form.HeldOn.Month"] = "2", ["Form.HeldOn.Year"] = "2026" })).Location);
        Assert.Contains("best interest checked", (await screener.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(path, (await screener.SubmitAsync(await screener.GetAsync(path + "/consent?member=M1"), new() { ["Form.Purpose"] = "Submit", ["Form.Status"] = "Given", ["Form.Method"] = "Signed", ["Form.Language"] = "ru" })).Location);
        var file = await host.FileAsync(demo.Id);
        Assert.Equal("KZ", file.Family.Members.Current().Single().Value.Country);
        Assert.Empty(FamilyRules.Children(file, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));

        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var early = await coordinator.SubmitAsync(await coordinator.GetAsync($"/coordinators/cases/{demo.Reference}/family/outcome?member=M1"), new() { ["Form.Decision"] = "Refused", ["Form.DecidedOn.Day"] = "1", ["Form.DecidedOn.Month"] = "2", ["Form.DecidedOn.Year"] = "2026", ["Form.GoesAhead"] = "no" });
        Assert.Contains("No decision of a state is on file yet.", early.Text, StringComparison.Ordinal);
    }

    private async Task<List<(Guid By, string Sheet)>> LooksAsync(Guid caseId)
    {
        await using var db = host.Cases.CreateDbContext();
        return [.. (await db.ReadLog.AsNoTracking().Where(r => r.CaseId == caseId && (r.Compartment == "medical" || r.Compartment == "psychological")).OrderBy(r => r.At).Select(r => new { r.ActorId, r.Compartment }).ToListAsync()).Select(r => (r.ActorId, r.Compartment))];
    }
}
