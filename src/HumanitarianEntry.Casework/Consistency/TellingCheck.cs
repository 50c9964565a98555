using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Announcements;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Notices.Inside;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Consistency;

/// <summary>Whether everybody was told what he must be told, once, and whether every mail, piece of work and disclosure is there that an act asked for.</summary>
internal static class TellingCheck
{
    private static readonly string Applicant = Keys.Of(Role.Applicant);

    public static async Task<IReadOnlyList<string>> FaultsAsync(CaseDbContext db, CaseRow row, List<RebuiltAct> acts, InsideTexts texts, CancellationToken cancellationToken)
    {
        var notices = await db.InsideNotices.AsNoTracking().Where(n => n.CaseId == row.Id).ToListAsync(cancellationToken);
        var outbox = (await db.Outbox.AsNoTracking().Where(o => o.CaseId == row.Id).ToListAsync(cancellationToken)).ToLookup(o => OutboxRows.Read(o.Payload).AskedBy);
        var holders = (await (from account in db.Users
                              join held in db.UserRoles on account.Id equals held.UserId
                              join name in db.Roles on held.RoleId equals name.Id
                              where account.OrganisationId == row.OwningOrg && account.DeactivatedAt == null
                              select new { name.Name, account.Id }).ToListAsync(cancellationToken)).ToLookup(h => h.Name!, h => h.Id, StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var act in acts)
        {
            var (told, mailed) = Expected(act, texts, holders);
            var found = notices.Where(n => n.CreatedAt == act.Row.At).Select(n => $"{n.Audience} {n.RecipientId} {n.Gate} {n.Outcome}").Order(StringComparer.Ordinal).ToList();
            if (!found.SequenceEqual(told.Select(t => $"{t.Audience} {t.Recipient} {t.Gate} {t.Outcome}").Order(StringComparer.Ordinal), StringComparer.Ordinal))
            {
                faults.Add($"act {act.Row.Kind} has {found.Count} notices and must have {told.Count}, or others");
            }

            var asked = outbox[act.Row.ActId].ToList();
            var mails = asked.Where(o => o.MessageId is not null).Select(o => OutboxRows.Read(o.Payload).To!.Value).ToList();
            if (mails.Count != mailed.Count || !mailed.SetEquals(mails))
            {
                faults.Add($"act {act.Row.Kind} has {mails.Count} mails and must have {mailed.Count}, or to others");
            }

            var work = asked.Where(o => o.MessageId is null).Select(o => $"{o.Kind} {OutboxRows.Read(o.Payload).Subject}").Order(StringComparer.Ordinal);
            if (!work.SequenceEqual(act.Outcome.Work.Select(w => $"{Keys.Kebab(w.Kind.ToString())} {w.Subject}").Order(StringComparer.Ordinal), StringComparer.Ordinal))
            {
                faults.Add($"the work that act {act.Row.Kind} asked for is not in the outbox once");
            }
        }

        if (notices.Count != notices.Count(n => acts.Exists(a => a.Row.At == n.CreatedAt)))
        {
            faults.Add("there are notices that no act gave");
        }

        var disclosures = await db.Disclosures.CountAsync(d => d.CaseId == row.Id, cancellationToken);
        if (disclosures != acts.Sum(a => a.Outcome.Disclosures.Count))
        {
            faults.Add($"{disclosures} disclosures, its acts make {acts.Sum(a => a.Outcome.Disclosures.Count)}");
        }

        return faults;
    }

    private static (List<(string Audience, Guid? Recipient, string Gate, string Outcome)> Told, HashSet<Guid> Mailed) Expected(RebuiltAct act, InsideTexts texts, ILookup<string, Guid> holders)
    {
        var told = new List<(string, Guid?, string, string)>();
        var mailed = new HashSet<Guid>();
        foreach (var telling in Announcer.ToldBy(texts, act.Outcome, act.StartEffects, act.Effects, act.Run))
        {
            var (audience, gate, outcome) = telling;
            if (audience == Applicant)
            {
                told.Add((audience, null, gate, outcome));
                if (act.Outcome.File.Contact.Plans.Latest() is { MailNotices: true } && act.Actor.Role != Role.Applicant)
                {
                    mailed.Add(act.File.Id);
                }

                continue;
            }

            var people = act.Outcome.File.Assignments.Where(a => a.Role == Keys.Role(audience) && PostWall.Hears(act.Outcome.File, a, outcome)).Select(a => a.StaffId).ToList();
            if (telling.To is { } one)
            {
                people = people.FindAll(p => p == one);
            }
            else if (people.Count == 0 && Keys.Role(audience) is not (Role.EmbassyLiaison or Role.ReceptionPartner))
            {
                people = [.. holders[audience]];
            }

            if (people.Count == 0)
            {
                told.Add((audience, null, gate, outcome));
            }

            foreach (var person in people.Where(p => p != act.Actor.Id))
            {
                told.Add((audience, person, gate, outcome));
                mailed.Add(person);
            }
        }

        mailed.UnionWith(act.Outcome.Mailed);
        return (told, mailed);
    }
}
