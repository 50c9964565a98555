using HumanitarianEntry.Casework.Consistency;
using HumanitarianEntry.Casework.Outbox;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>What a soak found.</summary>
/// <param name="Mails">Different mails that arrived.</param>
/// <param name="Repeated">Mails that arrived more than once, each time the same.</param>
internal sealed record SoakVerdict(int Cases, int Acts, int Mails, int Repeated, IReadOnlyList<string> Broken);

/// <summary>Looks at every case and every mail after the nodes have stopped.</summary>
internal static class SoakCheck
{
    /// <param name="wasKilled">Whether any node was killed; only then may a mail come twice.</param>
    public static async Task<SoakVerdict> RunAsync(SoakPlace place, bool wasKilled)
    {
        var (cases, faults) = await place.Services.GetRequiredService<CaseConsistency>().CheckAllAsync(CancellationToken.None);
        var broken = faults.Select(f => $"{f.Reference} {f.CaseId:N}: {f.What}").ToList();
        await using var db = place.Cases.CreateDbContext();
        var outbox = await db.Outbox.AsNoTracking().ToListAsync();
        broken.AddRange(outbox.Where(o => o.DoneAt is null).Select(o => $"{o.CaseId:N}: {o.Kind} is not done after {o.Attempts} tries ({o.LastErrorCode ?? "never tried"})"));

        var taken = place.Mails.Taken.ToLookup(m => m.MessageId, StringComparer.Ordinal);
        var sent = outbox.Where(o => o.MessageId is not null).ToDictionary(o => o.MessageId!, StringComparer.Ordinal);
        broken.AddRange(sent.Values.Where(o => o.Kind == OutboxRows.MailToStaff && o.DoneAt is not null && !taken.Contains(o.MessageId!)).Select(o => $"{o.CaseId:N}: a mail counts as sent and did not arrive"));
        broken.AddRange(taken.Where(m => !sent.ContainsKey(m.Key)).Select(m => $"a mail arrived that nobody asked for ({m.Key})"));
        broken.AddRange(taken.Where(m => m.Select(x => x.Rest).Distinct(StringComparer.Ordinal).Count() > 1).Select(m => $"a mail arrived in two versions ({m.Key})"));
        var repeated = taken.Count(m => m.Count() > 1);
        if (repeated > 0 && !wasKilled)
        {
            broken.Add($"{repeated} mails arrived twice, and no node was killed");
        }

        return new SoakVerdict(cases, await db.Acts.CountAsync(), taken.Count, repeated, broken);
    }
}
