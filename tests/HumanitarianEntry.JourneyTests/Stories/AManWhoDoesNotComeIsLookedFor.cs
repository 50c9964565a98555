using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Navigators;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Stories;

/// <summary>A man does not come to his talk and does not answer on two channels. Nobody closes his case: coordinator and protection officer are told to look after him.</summary>
public sealed class AManWhoDoesNotComeIsLookedFor
{
    private static readonly ContactChannel[] Channels =
        [new(ChannelKind.SecureSpace, string.Empty, "00:00-24:00", "UTC", MayLeaveMessage: false), new(ChannelKind.Signal, "@demo-noshow.invalid", "00:00-24:00", "UTC", MayLeaveMessage: false)];

    [Fact]
    public async Task NoShow_TwoChannelsInVain_LeadsToAWelfareCheckAndNeverToClosure()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var space = await OwnSpace.OpenAsync();
        var (caseId, reference) = await WithATalkYesterdayAsync(space.Office);

        var screener = await space.Doors.DeskOfAsync("screener", "screeners", reference);
        await screener.Screen.OpenAsync(screener.At("appointments"));
        await screener.Screen.PressAsync("The person did not come");
        await screener.LookAtTheCaseAsync();
        Assert.Contains("Try to reach him", await screener.Screen.TextAsync(), StringComparison.Ordinal);
        await screener.SendAsync("contact/attempt", ("Channel", "SecureSpace"), ("Answered", "False"), ("Note", "DEMO: no answer."));
        await screener.SendAsync("contact/attempt", ("Channel", "Signal"), ("Answered", "False"), ("Note", "DEMO: no answer."));
        await screener.LookAtTheCaseAsync();
        Assert.Contains("Welfare check due since", await screener.Screen.TextAsync(), StringComparison.Ordinal);

        var coordinator = await space.Doors.DeskOfAsync("coordinator", CoordinatorSteps.Audience, reference);
        await coordinator.ReadTheInboxAsync();
        Assert.Contains("Somebody must look after him", await coordinator.Screen.TextAsync(), StringComparison.Ordinal);
        await coordinator.SendAsync("contact-attempt", ("Channel", "ViaPerson"), ("Answered", "False"), ("WelfareCheck", "True"), ("Note", "DEMO: his neighbour has not seen him."));
        await coordinator.LookAtTheCaseAsync();
        Assert.Contains("The welfare check found nobody", await coordinator.Screen.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("The case stays open.", await coordinator.Screen.TextAsync(), StringComparison.Ordinal);

        var file = await space.Office.FileAsync(caseId);
        Assert.False(file.Position.Finished);
        Assert.Equal(NoShowStep.StillSilent, NoShowLoop.Of(file).Step);
        await using var db = space.Office.Cases.CreateDbContext();
        Assert.Equal(["coordinator", "protection-officer"], await db.InsideNotices.Where(n => n.CaseId == caseId && n.Outcome == NoShowLoop.WelfareTopic).Select(n => n.Audience).Distinct().Order().ToListAsync());
        Assert.False(await db.InsideNotices.AnyAsync(n => n.CaseId == caseId && n.Audience == "applicant" && n.Outcome == NoShowLoop.WelfareTopic));
        space.AssertReadable();
    }

    /// <summary>A case (DEMO) whose talk was yesterday: put there by acts on a clock that is two days behind.</summary>
    private static async Task<(Guid CaseId, string Reference)> WithATalkYesterdayAsync(DemoOffice office)
    {
        var parts = office.Services;
        var clock = new TwoDaysAgo();
        var runner = new ActRunner(
            office.Cases, parts.GetRequiredService<CompartmentSealer>(), parts.GetRequiredService<ProgrammeLibrary>(), parts.GetRequiredService<CaseWriter>(), parts.GetRequiredService<ApplicantCodes>(), parts.GetRequiredService<UnitReader>(), clock,
            NullLogger<ActRunner>.Instance);
        async Task<ActResult.Done> DoAsync(string user, Guid? caseId, Act act)
        {
            var seat = office.Seats[user];
            var actor = new Actor(seat.Id, seat.Role, CaseLoader.TeamOf(seat.Person.Organisation, seat.Person.Team));
            var request = new ActRequest { CaseId = caseId, Actor = actor, Act = act, Key = Ids.New().ToString("N"), ProgrammeId = caseId is null ? "fr-ple-kz" : null, OwningOrg = caseId is null ? seat.Person.Organisation : null };
            return await runner.RunAsync(request, CancellationToken.None) as ActResult.Done ?? throw new InvalidOperationException($"{act.GetType().Name} was not done.");
        }

        var opened = await DoAsync("intake", null, new OpenCase("Демо", Channels[0], "KZ", "ru", "DEMO: refused to go back to the war."));
        await DoAsync("coordinator", opened.CaseId, new ClaimCase());
        await DoAsync("coordinator", opened.CaseId, new AssignStaff(office.Seats["screener"].Id, Role.Screener, CaseLoader.TeamOf("demo-org", null)));
        await DoAsync("intake", opened.CaseId, new PlanSafeContact([.. Channels], false, "code DEMO", "danger DEMO", "Nothing."));
        var starts = new DateTimeOffset(clock.GetUtcNow().Date.AddDays(1).AddHours(9), TimeSpan.Zero);
        await DoAsync("screener", opened.CaseId, new ProposeAppointment(AppointmentKind.OtherTalk, starts, 60, ChannelKind.SecureSpace) { AgreedOutsideSafeHours = true });
        return (opened.CaseId, opened.Reference);
    }

    private sealed class TwoDaysAgo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(-2);
    }
}
