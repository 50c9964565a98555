using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.JourneyTests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.JourneyTests.Crashes;

/// <summary>Everything that a decision leaves behind.</summary>
public sealed record Traces(string State, bool Act, int AuditEntries, int Notices, int Mails);

/// <summary>Invented cases (DEMO) that wait at the referral, put there without pages, and what is stored about them.</summary>
public static class ReferredCases
{
    /// <summary>A case that the intake officer opened and the coordinator took, so that a decision has somebody to tell.</summary>
    public static async Task<(Guid Id, string Reference)> NewCaseAsync(this DemoOffice office)
    {
        var channel = new ContactChannel(ChannelKind.Signal, $"@demo{Ids.New():N}.invalid", "18:00-21:00", "Asia/Almaty", MayLeaveMessage: false);
        var opened = await office.ActAsync("intake", null, new OpenCase("Демо", channel, "KZ", "ru", "DEMO: refused to go back to the war."));
        await office.ActAsync("coordinator", opened.CaseId, new ClaimCase());
        return (opened.CaseId, opened.Reference);
    }

    /// <summary>What is stored of the decision that was sent with this key.</summary>
    public static async Task<Traces> TracesAsync(this DemoOffice office, Guid caseId, string actKey)
    {
        await using var db = office.Cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId);
        var act = await db.Acts.AsNoTracking().SingleOrDefaultAsync(a => a.Key == actKey);
        var decided = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == caseId && e.Gate == "referral" && e.Outcome == "accept").ToListAsync();
        var told = await db.InsideNotices.AsNoTracking().CountAsync(n => n.CaseId == caseId && n.Gate == "referral" && n.Outcome == "accept");
        var mails = (await db.Outbox.AsNoTracking().Where(o => o.CaseId == caseId && o.MessageId != null).ToListAsync()).Count(o => OutboxRows.Read(o.Payload).AskedBy == (act?.ActId ?? Guid.Empty));
        return new Traces(row.State, act is not null, decided.Count, told, mails);
    }

    /// <summary>Does an act as the person with this user name.</summary>
    public static async Task<ActResult.Done> ActAsync(this DemoOffice office, string userName, Guid? caseId, Act act)
    {
        var seat = office.Seats[userName];
        var request = new ActRequest
        {
            CaseId = caseId,
            Actor = new Actor(seat.Id, seat.Role, CaseLoader.TeamOf(seat.Person.Organisation, seat.Person.Team)),
            Act = act,
            Key = Ids.New().ToString("N"),
            ProgrammeId = caseId is null ? "fr-ple-kz" : null,
            OwningOrg = caseId is null ? seat.Person.Organisation : null,
        };
        return await office.Services.GetRequiredService<ActRunner>().RunAsync(request, CancellationToken.None) as ActResult.Done
            ?? throw new InvalidOperationException($"{act.GetType().Name} was not done.");
    }
}
