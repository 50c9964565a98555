using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>Talks: who may propose what, when it is safe, and what is owed to a person who did not come (handbook G3).</summary>
public sealed class AppointmentTests
{
    /// <summary>The next day at 13:00 in Almaty; the plan says 10:00-18:00.</summary>
    private static readonly DateTimeOffset Safe = new(2023, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private static ProposeAppointment Talk => new(AppointmentKind.Interview, Safe, 60, ChannelKind.Signal);

    [Fact]
    public void Propose_EachWrongThing_IsNamed()
    {
        var before = Planned();

        Assert.Empty(before.Refusals(People.Screener, Talk));
        Assert.Equal(["time-not-on-a-quarter"], before.Refusals(People.Screener, Talk with { StartsAt = Safe.AddMinutes(7) }));
        Assert.Equal(["time-not-on-a-quarter"], before.Refusals(People.Screener, Talk with { Minutes = 255 }));
        Assert.Equal(["time-not-on-a-quarter"], before.Refusals(People.Screener, Talk with { Minutes = 0 }));
        Assert.Equal(["time-not-ahead"], before.Refusals(People.Screener, Talk with { StartsAt = Safe.AddYears(-1) }));
        Assert.Equal(["time-not-ahead"], before.Refusals(People.Screener, Talk with { StartsAt = Safe.AddDays(91) }));
        Assert.Equal(["channel-not-planned", ProposeAppointment.NotSafe], before.Refusals(People.Screener, Talk with { Channel = ChannelKind.Phone }));
        Assert.Equal(["interpreted-language-missing"], before.Refusals(People.Screener, Talk with { InterpreterCode = "INT-4" }));
        Assert.Equal(["text-too-long"], before.Refusals(People.Screener, Talk with { Words = new string('x', 501) }));
        Assert.Equal(["appointment-not-open"], before.Refusals(People.Screener, Talk with { Replaces = People.Vetter.Id }));
    }

    [Fact]
    public void Propose_OutsideSafeHours_NeedsHisAgreement()
    {
        var before = Planned();
        var night = Talk with { StartsAt = Safe.AddHours(10) };

        Assert.Equal([ProposeAppointment.NotSafe], before.Refusals(People.Screener, night));
        Assert.Equal([ProposeAppointment.NotSafe], before.Refusals(People.Screener, Talk with { StartsAt = Safe.AddHours(4.5) }));
        Assert.Empty(before.Refusals(People.Screener, night with { AgreedOutsideSafeHours = true }));
    }

    [Fact]
    public void Propose_InAnEmergency_IsRefused() =>
        Assert.Contains("no-ordinary-talks-now", Planned().Do(People.Screener, new OpenEmergency("missing", "DEMO")).Refusals(People.Screener, Talk));

    [Fact]
    public void Propose_SecondOne_IsRefusedUntilTheFirstIsMoved()
    {
        var one = Planned().Do(People.Screener, Talk);
        var first = AppointmentBook.Open(one.File)!;

        Assert.Equal(["appointment-is-open"], one.Refusals(People.Screener, Talk));
        one.Do(People.Screener, Talk with { StartsAt = Safe.AddHours(1), Replaces = first.Value.Id });
        Assert.Equal([AppointmentState.Cancelled, AppointmentState.Proposed], AppointmentBook.Of(one.File).Select(a => a.State));
        Assert.Equal(Safe.AddHours(1), AppointmentBook.Open(one.File)!.Value.StartsAt);
    }

    [Fact]
    public void Propose_TimeThatOthersHave_IsRefusedForWhomItIs()
    {
        var file = Planned();
        var act = Talk with { InterpreterCode = "INT-4", Language = "ru" };
        var quarters = act.Books(file.File, People.Screener);
        var other = new Guid(9, 9, 9, [9, 9, 9, 9, 9, 9, 9, 9]);

        Assert.Equal(8, quarters.Count);
        Assert.Equal(["you-are-booked"], Against(quarters[3], other));
        Assert.Equal(["interpreter-is-booked"], Against(quarters[4], other));
        Assert.Equal(quarters[4].Holder, (act with { InterpreterCode = " int 4" }).Books(file.File, People.Screener)[4].Holder);

        IEnumerable<string> Against(Quarter quarter, Guid appointment) =>
            act.Check(file.File, file.Context(People.Screener) with { Taken = [new TakenQuarter(quarter, appointment)] }).Select(b => b.Code);
    }

    [Fact]
    public void Answer_HeComes_IsConfirmedAndTheScreenerIsTold()
    {
        var asked = Planned().Do(People.Coordinator, new AssignStaff(People.Screener.Id, Role.Screener, "north")).Do(People.Screener, Talk);
        Assert.Equal([new Told(Role.Applicant, ProposeAppointment.Topic)], asked.Last!.Told);
        var id = AppointmentBook.Open(asked.File)!.Value.Id;

        Assert.Equal(["appointment-not-open"], asked.Refusals(People.Applicant, new AnswerAppointment(People.Vetter.Id, Comes: true)));
        asked.Do(People.Applicant, new AnswerAppointment(id, Comes: true));
        Assert.Equal(AppointmentState.Confirmed, AppointmentBook.Open(asked.File)!.State);
        Assert.Equal([new Told(Role.Screener, AnswerAppointment.ConfirmedTopic)], asked.Last.Told);

        // He may change his mind until it is over.
        asked.Do(People.Applicant, new AnswerAppointment(id, Comes: false) { Words = " not on Thursday " });
        Assert.Equal((AppointmentState.OtherTimeAsked, "not on Thursday"), (AppointmentBook.Open(asked.File)!.State, AppointmentBook.Open(asked.File)!.Words));
        Assert.Equal(["appointment-is-over"], asked.Later(60).Refusals(People.Applicant, new AnswerAppointment(id, Comes: true)));
    }

    [Fact]
    public void Close_WithATalkArranged_EndsIt()
    {
        var closed = Planned().Do(People.Screener, Talk).Do(People.Coordinator, new CloseEarly("signposted", "DEMO"));
        Assert.Null(AppointmentBook.Open(closed.File));
        Assert.Equal(AppointmentState.Cancelled, AppointmentBook.Of(closed.File)[0].State);
        Assert.Empty(Booking.Of(AppointmentBook.Of(closed.File)[0]));
    }

    [Fact]
    public void Attendance_BeforeItsTime_IsRefused()
    {
        var before = Planned().Do(People.Screener, Talk);
        var id = AppointmentBook.Open(before.File)!.Value.Id;
        Assert.Equal(["appointment-not-begun"], before.Refusals(People.Screener, new RecordAttendance(id, Came: true)));
        At(before, Safe.AddMinutes(5));
        Assert.Equal(["appointment-not-begun"], before.Refusals(People.Screener, new RecordAttendance(id, Came: false)));
        Assert.Empty(before.Refusals(People.Screener, new RecordAttendance(id, Came: true)));
    }

    [Fact]
    public void NoShow_TwoChannelsInVain_LeadsToAWelfareCheckAndNeverToClosure()
    {
        var missed = Missed(Planned());
        Assert.Equal([new Told(Role.Coordinator, RecordAttendance.MissedTopic)], missed.Last!.Told);
        Assert.Equal(NoShowStep.TryToReach, NoShowLoop.Of(missed.File).Step);

        missed.Do(People.Screener, new RecordContactAttempt(ChannelKind.Signal, false, false, "")).Do(People.Screener, new RecordContactAttempt(ChannelKind.Signal, false, false, ""));
        Assert.Equal(NoShowStep.TryToReach, NoShowLoop.Of(missed.File).Step);

        missed.Do(People.Screener, new RecordContactAttempt(ChannelKind.SecureSpace, false, false, ""));
        Assert.Equal([new Told(Role.Coordinator, NoShowLoop.WelfareTopic), new Told(Role.ProtectionOfficer, NoShowLoop.WelfareTopic)], missed.Last.Told);
        Assert.Equal(NoShowStep.WelfareCheck, NoShowLoop.Of(missed.File).Step);

        missed.Do(People.Protection, new RecordContactAttempt(ChannelKind.ViaPerson, false, true, "DEMO"));
        Assert.Equal(NoShowStep.StillSilent, NoShowLoop.Of(missed.File).Step);
        Assert.Contains(new Told(Role.ProtectionOfficer, NoShowLoop.SilentTopic), missed.Last.Told);
        Assert.False(missed.File.Position.Finished);
        Assert.Contains("contact-not-really-lost", missed.Refusals(People.Coordinator, new CloseEarly("lost-contact", "DEMO")));
    }

    [Fact]
    public void NoShow_SecondOneInSilence_LeadsToAWelfareCheckAtOnce()
    {
        var twice = Missed(Missed(Planned()));
        Assert.Equal((NoShowStep.WelfareCheck, 2), (NoShowLoop.Of(twice.File).Step, NoShowLoop.Of(twice.File).Missed));
        Assert.Contains(new Told(Role.ProtectionOfficer, NoShowLoop.WelfareTopic), twice.Last!.Told);
    }

    [Fact]
    public void NoShow_NeverTellsThePerson()
    {
        var case1 = Planned();
        for (var i = 0; i < 3; i++)
        {
            Missed(case1);
            Assert.DoesNotContain(case1.Last!.Told, t => t.Role == Role.Applicant);
        }

        case1.Do(People.Screener, new RecordContactAttempt(ChannelKind.Phone, false, true, ""));
        Assert.DoesNotContain(case1.Last!.Told, t => t.Role == Role.Applicant);
    }

    [Fact]
    public void NoShow_AnySignOfLife_EndsIt()
    {
        Assert.Equal(NoShowStep.None, NoShowLoop.Of(Missed(Planned()).Do(People.Applicant, new SendMessage("DEMO")).File).Step);
        Assert.Equal(NoShowStep.None, NoShowLoop.Of(Missed(Planned()).Do(People.Screener, new RecordContactAttempt(ChannelKind.Signal, true, false, "")).File).Step);
        var again = Missed(Planned());
        again.Do(People.Screener, Next(again));
        Assert.Equal(NoShowStep.TryToReach, NoShowLoop.Of(again.File).Step);
        again.Do(People.Applicant, new AnswerAppointment(AppointmentBook.Open(again.File)!.Value.Id, Comes: true));
        Assert.Equal(NoShowStep.None, NoShowLoop.Of(again.File).Step);
    }

    private static CaseBuilder Planned()
    {
        var at = A.Case().To(Gate.Interview);
        return At(at, Safe.AddDays(-2));
    }

    private static CaseBuilder At(CaseBuilder @case, DateTimeOffset moment) => @case.Later((moment - @case.Now).TotalDays);

    private static ProposeAppointment Next(CaseBuilder @case) => Talk with { StartsAt = Safe.AddDays(Math.Max(0, Math.Ceiling((@case.Now - Safe).TotalDays)) + 7) };

    private static CaseBuilder Missed(CaseBuilder @case)
    {
        @case.Do(People.Screener, Next(@case));
        var open = AppointmentBook.Open(@case.File)!;
        return At(@case, open.Value.StartsAt.AddMinutes(20)).Do(People.Screener, new RecordAttendance(open.Value.Id, Came: false));
    }
}
