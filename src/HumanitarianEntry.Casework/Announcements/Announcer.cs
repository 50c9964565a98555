using System.Collections.Frozen;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Announcements;

/// <summary>How mails to applicants are spread in time, so that their moment says nothing (handbook section 5, statement 2).</summary>
public sealed record AnnouncementOptions(TimeSpan ApplicantJitter);

/// <summary>
/// Tells every participant of a gate: inside the system with the words of his role, outside with the one neutral mail. Written with the act; sent by the outbox.
/// Outside people are told only when they are on the case.
/// </summary>
public sealed class Announcer(InsideTexts texts, AnnouncementOptions options)
{
    /// <summary>What nobody may hear of minutes later.</summary>
    private static readonly FrozenSet<string> AtOnce =
        new[] { "emergency", "danger-code-used", EndInterviewSession.UnsafeTopic, EndInterviewSession.DistressTopic, "stay-ended", RemindLegalDay.RemovalTopic, RecordRemovalOrder.Topic }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string Applicant = Keys.Of(Role.Applicant);
    private static readonly string Screener = Keys.Of(Role.Screener);

    public async Task AnnounceAsync(CaseDbContext db, ActWrite act, CaseFile file, CancellationToken cancellationToken)
    {
        // One mail a person and act, however many notices: a second mail would only tell that much is happening.
        var mailed = new HashSet<Guid>();
        var told = ToldBy(texts, act.Outcome, act.Loaded.StartEffects ?? [], act.Effects, act.Run).ToList();
        var urgent = file.Priority == Priority.Emergency || told.Exists(t => AtOnce.Contains(t.Outcome));
        foreach (var telling in told)
        {
            await TellAsync(db, act, file, telling, mailed, urgent, cancellationToken);
        }

        foreach (var person in act.Outcome.Mailed.Where(mailed.Add))
        {
            AddMail(db, act, OutboxRows.MailToStaff, person, "en", act.Context.Now, urgent);
        }
    }

    /// <summary>Which audiences an act tells what: pure, so that what was stored can be held against it.</summary>
    internal static IEnumerable<Telling> ToldBy(InsideTexts texts, ActOutcome outcome, IEnumerable<Effect> startEffects, IReadOnlyList<Effect> effects, RunState run)
    {
        var told = new List<Telling>();
        if (outcome.Decided is { } decided)
        {
            var gate = GateTable.For(decided.Gate).Key;
            told.AddRange(texts.Participants.ToldAt(gate, decided.Outcome).Select(audience => new Telling(audience, gate, decided.Outcome)));
        }

        var all = startEffects.Concat(effects).ToList();
        var open = Family.Waits(run).Select(w => w.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gate in all.OfType<WaitOpened>().Where(w => open.Contains(w.Wait.Id)).Select(w => w.Wait.Task?.Gate).OfType<string>())
        {
            told.AddRange(texts.Participants.ToldAt(gate, InsideTexts.Opened).Select(audience => new Telling(audience, gate, InsideTexts.Opened)));
        }

        told.AddRange(outcome.Told.Select(t => new Telling(Keys.Of(t.Role), t.At is { } gate ? Topic.Of(gate) : Topic.Gate, t.Topic) { To = t.To }));
        told.AddRange(all.OfType<EventPublished>().Select(e => new Telling(Keys.Of(Role.Coordinator), Topic.Gate, e.Name)));
        told.AddRange(all.OfType<IncidentRaised>().Select(_ => new Telling(Keys.Of(Role.Coordinator), Topic.Gate, "run-incident")));
        return told.Distinct();
    }

    private async Task TellAsync(CaseDbContext db, ActWrite act, CaseFile file, Telling telling, HashSet<Guid> mailed, bool urgent, CancellationToken cancellationToken)
    {
        var (audience, gate, outcome) = telling;
        var now = act.Context.Now;
        if (audience == Applicant)
        {
            AddNotice(db, act, null, audience, gate, outcome);
            if (file.Contact.Plans.Latest() is { MailNotices: true } && act.Context.Actor.Role != Role.Applicant && mailed.Add(file.Id))
            {
                AddMail(db, act, OutboxRows.MailToApplicant, file.Id, file.Contact.Referrals.Latest()?.Language ?? "ru", now + Jitter(options.ApplicantJitter), urgent: false);
            }

            return;
        }

        var people = await PeopleAsync(db, act, file, telling, cancellationToken);
        if (people.Count == 0)
        {
            AddNotice(db, act, null, audience, gate, outcome);
        }

        foreach (var person in people.Where(p => p != act.Context.Actor.Id))
        {
            AddNotice(db, act, person, audience, gate, outcome);
            if (mailed.Add(person))
            {
                AddMail(db, act, OutboxRows.MailToStaff, person, "en", now, urgent);
            }
        }

        if (urgent && audience == Screener)
        {
            await TellStandInsAsync(db, act, people, mailed, cancellationToken);
        }
    }

    /// <summary>What cannot wait reaches also who stands in for an absent screener: that something is urgent and on which case, and no more until he joined it.</summary>
    private static async Task TellStandInsAsync(CaseDbContext db, ActWrite act, List<Guid> people, HashSet<Guid> mailed, CancellationToken cancellationToken)
    {
        foreach (var standIn in (await Absences.StandInsOfAsync(db, people, act.Context.Now, cancellationToken)).Where(s => !people.Contains(s) && s != act.Context.Actor.Id))
        {
            if (mailed.Add(standIn))
            {
                AddNotice(db, act, standIn, Screener, Topic.Gate, StandIn.NeededTopic);
                AddMail(db, act, OutboxRows.MailToStaff, standIn, "en", act.Context.Now, urgent: true);
            }
        }
    }

    /// <summary>Whom it concerns, else those who hold the role on the case; while nobody does, all of the owning organisation who could take it. Never outside people who are not on the case.</summary>
    private static async Task<List<Guid>> PeopleAsync(CaseDbContext db, ActWrite act, CaseFile file, Telling telling, CancellationToken cancellationToken)
    {
        var (audience, _, outcome) = telling;
        var role = Keys.Role(audience);
        var assigned = file.Assignments.Where(a => a.Role == role && PostWall.Hears(file, a, outcome)).Select(a => a.StaffId).ToList();
        if (telling.To is { } one)
        {
            return assigned.FindAll(a => a == one);
        }

        if (assigned.Count > 0 || role is Role.EmbassyLiaison or Role.ReceptionPartner)
        {
            return assigned;
        }

        return await (from account in db.Users
                      join held in db.UserRoles on account.Id equals held.UserId
                      join name in db.Roles on held.RoleId equals name.Id
                      where name.Name == audience && account.OrganisationId == act.Loaded.Row.OwningOrg && account.DeactivatedAt == null
                      select account.Id).ToListAsync(cancellationToken);
    }

    private static void AddNotice(CaseDbContext db, ActWrite act, Guid? recipient, string audience, string gate, string outcome) =>
        db.InsideNotices.Add(new InsideNoticeRow { Id = Ids.New(), CaseId = act.Loaded.Row.Id, RecipientId = recipient, Audience = audience, Gate = gate, Outcome = outcome, CreatedAt = act.Context.Now });

    private static void AddMail(CaseDbContext db, ActWrite act, string kind, Guid to, string locale, DateTimeOffset due, bool urgent) =>
        db.Outbox.Add(new OutboxRow
        {
            Id = Ids.New(),
            CaseId = act.Loaded.Row.Id,
            Kind = kind,
            Payload = OutboxRows.Write(new OutboxPayload(act.Context.ActId, To: to, Locale: locale, Urgent: urgent ? true : null)),
            CreatedAt = act.Context.Now,
            DueAt = due,
            MessageId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        });

    private static TimeSpan Jitter(TimeSpan most) => most <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromSeconds(RandomNumberGenerator.GetInt32((int)most.TotalSeconds + 1));
}

/// <summary>Something that is told.</summary>
internal sealed record Telling(string Audience, string Gate, string Outcome)
{
    /// <inheritdoc cref="Domain.Cases.Told.To"/>
    public Guid? To { get; init; }
}

/// <summary>Marks a notice that no gate gives, such as a message or a proposal that waits.</summary>
public static class Topic
{
    public const string Gate = "topic";

    private const string About = Gate + ":";

    /// <summary>The same for something that is said of one gate.</summary>
    public static string Of(Domain.Gates.Gate gate) => About + GateTable.For(gate).Key;

    public static bool Is(string mark) => mark == Gate || mark.StartsWith(About, StringComparison.Ordinal);

    /// <summary>The key of the gate that the notice is about; null when it is about the case.</summary>
    public static string? GateKey(string mark) => mark.StartsWith(About, StringComparison.Ordinal) ? mark[About.Length..] : null;
}
