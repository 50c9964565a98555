using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.HostCountries;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.UnitTests.Domain.Building;
using HumanitarianEntry.UnitTests.Workflows.Properties;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>What holds for every legal situation, on situations that are thrown.</summary>
public sealed class LegalDayPropertyTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(CaseBuilder.FirstContact.UtcDateTime);

    [Fact]
    public void Due_SweptOnAnyDays_EachMarkIsToldAtMostOnceAndTheRowIsArmedForTheNext()
    {
        for (var seed = 1; seed <= 150; seed++)
        {
            var (dice, demo) = (new Dice(seed), A.Case().To(Gate.Consent));
            Throw(dice, demo);
            var told = new HashSet<LegalReminder>();
            for (var day = 0; day < 200; day += 1 + dice.Below(9))
            {
                demo.Later(CaseBuilder.FirstContact.AddDays(day) is var at && at > demo.Now ? (at - demo.Now).TotalDays : 0);
                while (LegalReminders.Due(demo.File, HostRules.None, demo.Now) is { } due)
                {
                    Assert.True(LegalReminders.NextAt(demo.File, HostRules.None) <= demo.Now, $"seed {seed}: {due} is due and nothing would look");
                    Assert.True(told.Add(due), $"seed {seed}: {due} was told twice");
                    demo.Do(People.System, new RemindLegalDay(due.Kind, due.Label, due.Day, due.DaysBefore));
                }

                Assert.True(LegalReminders.NextAt(demo.File, HostRules.None) is not { } next || next > demo.Now, $"seed {seed}: the row would be found with nothing to tell");
            }

            Assert.Null(LegalReminders.NextAt(demo.File, HostRules.None));
        }
    }

    [Fact]
    public void Hurried_AnySituation_IsNeverLowerThanBeforeAndDoingItTwiceIsDoingItOnce()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var (dice, demo) = (new Dice(seed), A.Case().To(Gate.Consent));
            var before = demo.File.Priority;
            for (var i = 0; i < 4; i++)
            {
                Throw(dice, demo);
                Assert.True(demo.File.Priority >= before, $"seed {seed}: the priority fell");
                before = demo.File.Priority;
                var again = LegalUrgency.Hurried(demo.File, HostRules.None, demo.Now);
                Assert.Equal(again.Priority, LegalUrgency.Hurried(again, HostRules.None, demo.Now).Priority);
                Assert.True(!LegalUrgency.RemovalIsNear(demo.File) || again.Priority == Priority.Emergency, $"seed {seed}: a removal is near and the case is no emergency");
            }
        }
    }

    [Fact]
    public void Correct_AnyFact_KeepsWhatStoodBefore()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var (dice, demo) = (new Dice(seed), A.Case().To(Gate.Consent));
            var all = new List<Recorded<RemovalOrder>>();
            for (var i = 0; i < 8; i++)
            {
                var known = demo.File.Legal.RemovalOrders.Current().Select(o => o.Value.Label).ToList();
                demo.Do(People.Counsel, Order(dice) with { Continues = known.Count > 0 && dice.Below(2) == 0 ? known[dice.Below(known.Count)] : null });
                Assert.Equal(all, demo.File.Legal.RemovalOrders.Take(all.Count));
                all = [.. demo.File.Legal.RemovalOrders];
            }

            Assert.Equal(all.Select(o => o.Value.Label).Distinct().Count(), demo.File.Legal.RemovalOrders.Current().Count());
        }
    }

    private static void Throw(Dice dice, CaseBuilder demo)
    {
        demo.Do(People.Counsel, Order(dice));
        demo.Do(People.Counsel, new RecordCourtEvent(CourtEventKind.OtherHearing, "KZ", "DEMO court", demo.Now.AddHours(dice.Below(3000)), "Asia/Almaty"));
        demo.Do(People.Counsel, new RecordAsylumProcedure("KZ", dice.Below(2) == 0 ? ProcedureStage.Planned : ProcedureStage.Ended, "DEMO office") { CertificateUntil = Today.AddDays(dice.Below(150)) });
    }

    private static RecordRemovalOrder Order(Dice dice)
    {
        var status = Enum.GetValues<RemovalStatus>()[dice.Below(4)];
        return new(RemovalKind.Deportation, "KZ", "DEMO court", status)
        {
            EnforceableFrom = dice.Below(3) == 0 ? null : Today.AddDays(dice.Below(150)),
            SuspendedBy = status == RemovalStatus.Suspended ? "DEMO" : null,
            SuspendedUntil = status == RemovalStatus.Suspended && dice.Below(2) == 0 ? Today.AddDays(dice.Below(150)) : null,
            RemedyUntil = dice.Below(2) == 0 ? Today.AddDays(dice.Below(60)) : null,
        };
    }
}
