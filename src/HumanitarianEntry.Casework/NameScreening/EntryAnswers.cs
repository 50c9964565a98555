using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>What other cases came to about an entry: how many, when the last time, and on which reasons. Never which case, never whose.</summary>
/// <param name="LastMonth">The month of the last answer.</param>
/// <param name="Codes">Reasons that several of the cases rest on, the most frequent first.</param>
public sealed record AnswersElsewhere(HitOutcome Outcome, int Cases, PartialDate LastMonth, ImmutableList<HitReason> Codes);

/// <summary>
/// Keeps, by a keyed hash of each list entry, what cases came to about it, and counts that for the desk of another case (decision 0029). Only an answer that both reviewers have sealed is kept;
/// "the same person" never is: who is on a list is nobody's business in another case.
/// </summary>
public sealed class EntryAnswers(CaseDatabase cases, LookupHashes lookup)
{
    /// <summary>Fewer cases than this are not told: whoever knows of one case with this entry could read its answer off.</summary>
    public const int Floor = 3;

    private const string HashKind = "list-entry";

    /// <summary>Brings the rows of the case to what the act made of its hits.</summary>
    internal async Task UpdateAsync(CaseDbContext db, ActWrite act, CancellationToken cancellationToken)
    {
        var (before, after) = (act.Loaded.File, act.Outcome.File);
        if (after.HasSame(Compartment.Vetting, before) || act.Loaded.StartEffects is not null)
        {
            return;
        }

        // As after the act: a decision of this act settles what was answered before it.
        var settled = BlindReview.Settled(after with { Position = Acts.RunPosition.Of(act.Run) }).Vetting;
        var stored = await db.EntryAnswers.Where(a => a.CaseId == after.Id).ToListAsync(cancellationToken);
        foreach (var hit in after.Vetting.LatestRun?.Value.Hits.DistinctBy(h => (h.ListId, h.EntryHash)) ?? [])
        {
            var hash = HashOf(hit);
            var row = stored.Find(s => s.Entry.AsSpan().SequenceEqual(hash));
            if (AnswerOn(settled, hit) is not { } answer)
            {
                if (row is not null)
                {
                    db.EntryAnswers.Remove(row);
                }

                continue;
            }

            if (row is null)
            {
                db.EntryAnswers.Add(new EntryAnswerRow { CaseId = after.Id, Entry = hash, Outcome = answer.Outcome, Codes = answer.Codes, Month = answer.Month });
            }
            else
            {
                (row.Outcome, row.Codes, row.Month) = answer;
            }
        }
    }

    /// <summary>What other cases came to about the entry of a hit; empty where it is too few to be told.</summary>
    /// <param name="view">The case as opened by the reader; it does not count itself.</param>
    public async Task<IReadOnlyList<AnswersElsewhere>> OfAsync(CaseView view, ScreeningHit hit, CancellationToken cancellationToken)
    {
        var hash = HashOf(hit);
        await using var db = cases.CreateDbContext();
        var rows = await db.EntryAnswers.AsNoTracking().Where(a => a.Entry == hash && a.CaseId != view.File.Id).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => Enum.Parse<HitOutcome>(r.Outcome)).Where(g => g.Count() >= Floor).OrderBy(g => g.Key).Select(g => new AnswersElsewhere(
                g.Key, g.Count(), MonthOf(g.Max(r => r.Month)),
                [
                    .. g.SelectMany(r => r.Codes.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Enum.Parse<HitReason>).GroupBy(c => c).Where(c => c.Count() >= Floor)
                        .OrderByDescending(c => c.Count()).ThenBy(c => c.Key).Select(c => c.Key),
                ])),
        ];
    }

    private static PartialDate MonthOf(int month) => PartialDate.Parse(string.Create(CultureInfo.InvariantCulture, $"{month / 100:0000}-{month % 100:00}"));

    private byte[] HashOf(ScreeningHit hit) => lookup.Hash(HashKind, $"{hit.ListId}\n{hit.EntryHash}");

    private static (string Outcome, string Codes, int Month)? AnswerOn(VettingFacts vetting, ScreeningHit hit)
    {
        var outcome = vetting.StandingOf(hit) switch
        {
            HitStanding.NotSame => HitOutcome.NotSame,
            HitStanding.CannotTell => HitOutcome.CannotTell,
            HitStanding.Pending or HitStanding.SameNeedsSecond or HitStanding.Same => (HitOutcome?)null,
        };
        if (outcome is null)
        {
            return null;
        }

        var given = vetting.AnswersTo(hit).ToList();
        var last = given[^1].Provenance.At.UtcDateTime;
        return (outcome.Value.ToString(), string.Join(' ', given.Where(a => a.Value.Outcome == outcome).SelectMany(a => a.Value.Codes).Distinct().Order()), (last.Year * 100) + last.Month);
    }
}
