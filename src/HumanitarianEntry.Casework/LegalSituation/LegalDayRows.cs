using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.HostCountries;
using HumanitarianEntry.Domain.LegalSituation;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.LegalSituation;

/// <summary>
/// The legal days of a case as waits that no gate answers: a closed word, a moment, and whose they are. Computed anew from the facts after every act that could change them; they are what caseloads
/// are ordered by, and hold nothing about the person.
/// </summary>
internal static class LegalDayRows
{
    /// <summary>Kinds of such waits begin so; those of runs never do.</summary>
    public const string Prefix = "legal-";

    public const string Removal = "legal-removal";

    private static readonly string Owner = Keys.Of(Role.Counsel);

    /// <summary>Sets the rows after an act.</summary>
    /// <param name="after">The case after the act.</param>
    public static async Task SetAsync(CaseDbContext db, ActWrite act, CaseFile after, CancellationToken cancellationToken)
    {
        var before = act.Loaded.File;
        if (after.HasSame(Compartment.Legal, before) && after.HasSame(Compartment.Contact, before) && after.HasSame(Compartment.Travel, before) && act.Outcome.Follows is null
            && after.Position.Finished == before.Position.Finished && act.Loaded.StartEffects is null)
        {
            return;
        }

        var wanted = LegalDays.Of(after, act.Context.Host).ToDictionary(IdOf, StringComparer.Ordinal);
        var rows = await db.Waits.Where(w => w.CaseId == after.Id && w.Kind.StartsWith(Prefix)).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            var stands = wanted.Remove(row.WaitId, out var day);
            row.DueAt = stands ? day!.At : row.DueAt;
            row.ClosedAt = stands ? null : row.ClosedAt ?? act.Context.Now;
        }

        db.Waits.AddRange(wanted.Select(day => new WaitRow
        {
            CaseId = after.Id,
            WaitId = day.Key,
            Kind = KeyOf(day.Value.Kind),
            Role = Owner,
            OpenedAt = act.Context.Now,
            DueAt = day.Value.At,
        }));
    }

    /// <summary>What of the rows is not what the facts say; empty when all is.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(CaseDbContext db, CaseFile file, HostRules host, CancellationToken cancellationToken)
    {
        var rows = await db.Waits.AsNoTracking().Where(w => w.CaseId == file.Id && w.Kind.StartsWith(Prefix) && w.ClosedAt == null).ToListAsync(cancellationToken);
        return rows.Select(r => (r.WaitId, r.DueAt)).ToHashSet().SetEquals(LegalDays.Of(file, host).Select(d => (IdOf(d), (DateTimeOffset?)d.At.Stored()))) ? [] : ["the legal days by which caseloads are ordered are not what the facts say"];
    }

    public static LegalDayKind KindOf(string key) => Enum.GetValues<LegalDayKind>().Single(kind => KeyOf(kind) == key);

    public static string KeyOf(LegalDayKind kind) => Prefix + Keys.Kebab(kind.ToString());

    private static string IdOf(LegalDay day) => $"{KeyOf(day.Kind)}:{day.Label}";
}
