using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Consistency;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.CaseworkTests.Acts;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Domain.SidePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ProgrammeStatus = HumanitarianEntry.Workflows.Programmes.ProgrammeStatus;

namespace HumanitarianEntry.CaseworkTests.Consistency;

/// <summary>The judge of soaks finds nothing in a sound case and each kind of damage in a damaged one.</summary>
public sealed class CaseConsistencyTests
{
    public static TheoryData<string, string> Damages { get; } = new()
    {
        { "wait", "open waits" },
        { "lost-wait", "opened by the acts" },
        { "clock", "armed clocks" },
        { "notice", "notices and must have" },
        { "twice-told", "notices and must have" },
        { "mail", "mails and must have" },
        { "state", "its acts lead to" },
        { "version", "version" },
    };

    [Theory, EveryDatabase]
    public async Task Check_SoundCase_NoFault(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        Assert.Empty(await Judge(desk).CheckAsync(await CaseAsync(desk), CancellationToken.None));
    }

    [Theory, EveryDatabase]
    public async Task Check_CaseThatWentToAnotherProgramme_IsFollowedThere(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var caseId = await CaseAsync(desk);
        var changes = desk.Store.Services.GetRequiredService<ProgrammeChanges>();
        var proposal = Assert.IsType<ChangeResult.Done>(await changes.ProposeAsync(desk.Coordinator, new StatusSet("lt-hum", ProgrammeStatus.Open), "DEMO", CancellationToken.None));
        Assert.IsType<ChangeResult.Done>(await changes.ConfirmAsync(desk.Stranger, proposal.Id, CancellationToken.None));
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Coordinator, new RerouteCase("lt-hum", "DEMO")));
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake, new SendMessage("DEMO")));
        Assert.Empty(await Judge(desk).CheckAsync(caseId, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Check_DamagedCase_NamesTheDamage(string damage, string words)
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var caseId = await CaseAsync(desk);
        await using (var db = desk.Store.Cases.CreateDbContext())
        {
            await DamageAsync(db, caseId, damage);
        }

        Assert.Contains(await Judge(desk).CheckAsync(caseId, CancellationToken.None), fault => fault.Contains(words, StringComparison.Ordinal));
    }

    private static async Task DamageAsync(CaseDbContext db, Guid caseId, string damage)
    {
        var changed = damage switch
        {
            "wait" => await db.Waits.Where(w => w.CaseId == caseId && w.Gate == "consent").ExecuteUpdateAsync(set => set.SetProperty(w => w.ClosedAt, DateTimeOffset.UnixEpoch)),
            "lost-wait" => await db.Waits.Where(w => w.CaseId == caseId && w.Gate == "referral").ExecuteDeleteAsync(),
            "clock" => await ArmAsync(db, caseId),
            "notice" => await db.InsideNotices.Where(n => n.CaseId == caseId && n.Gate == "referral" && n.Outcome == "accept").ExecuteDeleteAsync(),
            "twice-told" => await TellAgainAsync(db, caseId),
            "mail" => await db.Outbox.Where(o => o.CaseId == caseId && o.MessageId != null).ExecuteDeleteAsync(),
            "state" => await db.Cases.Where(c => c.Id == caseId).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, "Referred")),
            "version" => await db.Cases.Where(c => c.Id == caseId).ExecuteUpdateAsync(set => set.SetProperty(c => c.ConcurrencyVersion, c => c.ConcurrencyVersion + 1)),
            _ => throw new ArgumentException($"There is no damage '{damage}'.", nameof(damage)),
        };
        Assert.NotEqual(0, changed);
    }

    private static async Task<int> ArmAsync(CaseDbContext db, Guid caseId)
    {
        db.Timers.Add(new Casework.Data.Rows.TimerRow { CaseId = caseId, WaitId = "silence#1", DueAt = DateTimeOffset.UnixEpoch });
        return await db.SaveChangesAsync();
    }

    private static async Task<int> TellAgainAsync(CaseDbContext db, Guid caseId)
    {
        var first = await db.InsideNotices.AsNoTracking().FirstAsync(n => n.CaseId == caseId);
        db.InsideNotices.Add(new Casework.Data.Rows.InsideNoticeRow
        {
            Id = Ids.New(), CaseId = caseId, RecipientId = first.RecipientId, Audience = first.Audience, Gate = first.Gate, Outcome = first.Outcome, CreatedAt = first.CreatedAt,
        });
        return await db.SaveChangesAsync();
    }

    private static CaseConsistency Judge(Desk desk) => desk.Store.Services.GetRequiredService<CaseConsistency>();

    private static async Task<Guid> CaseAsync(Desk desk)
    {
        var caseId = await desk.OpenCaseAsync();
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase()));
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake, new SendMessage("DEMO")));
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake, new DecideGate(Gate.Referral, "accept", "DEMO")));
        return caseId;
    }
}
