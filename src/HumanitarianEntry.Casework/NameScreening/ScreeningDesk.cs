using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Casework.ScreeningThresholds;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Matching;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>Screens an applicant against all lists in force. Whatever goes wrong gives a run that says it failed, never an empty result.</summary>
public sealed class ScreeningDesk(ListLibrary library, ILogger<ScreeningDesk> log)
{
    public Task<ScreeningRun> ScreenAsync(CaseFile file, CancellationToken cancellationToken) => ScreenAsync(file, null, cancellationToken);

    /// <param name="rules">Other rules than those in force; null: those in force.</param>
    internal async Task<ScreeningRun> ScreenAsync(CaseFile file, ScreeningRules? rules, CancellationToken cancellationToken)
    {
        var hash = ScreeningCheck.ApplicantHash(file);
        try
        {
            return await library.CurrentAsync(cancellationToken) is { } lists
                ? Search(file, hash, rules is null ? lists : lists with { Rules = rules })
                : Failed(hash, rules, [], "No list is in force: nothing was searched.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The message may repeat a name; the type is all that may be kept.
            log.LogError("A name screening threw {Failure}", failure.GetType().Name);
            return Failed(hash, rules, [], $"The search broke off ({failure.GetType().Name}).");
        }
    }

    private static ScreeningRun Search(CaseFile file, string hash, LoadedLists lists)
    {
        var screened = lists.Headers.Select(h => h.Screened).ToImmutableList();
        var queries = ApplicantQueries.Of(file.Identity);
        if (queries.Count == 0)
        {
            return Failed(hash, lists.Rules, screened, "There is no name that can be searched for.");
        }

        var options = lists.Rules.Options;
        var results = queries.Select(q => lists.Index.Search(q, options)).ToList();
        var best = results.SelectMany(r => r.Candidates)
            .GroupBy(c => (c.List.ListId, c.Entry.Key))
            .Select(g => g.MaxBy(c => c.Score)!)
            .OrderByDescending(c => c.Score).ThenBy(c => c.List.ListId, StringComparer.Ordinal).ThenBy(c => c.Entry.Key, StringComparer.Ordinal);
        var labels = new HitLabels(file.Vetting);
        var kinds = lists.Headers.ToDictionary(h => h.Key, h => h.Kind, StringComparer.Ordinal);
        var hits = best.Select(c => HitOf(c, kinds[c.List.ListId], labels) with { ShownFrom = lists.Rules.For(c.List.ListId) is var shown ? new ShownScores((double)shown.Review, (double)shown.Supported) : null }).ToImmutableList();
        return new ScreeningRun(lists.Rules.Name, hash, screened, hits, results.TrueForAll(r => r.IsComplete) ? null : Incomplete(results));
    }

    private static ScreeningHit HitOf(MatchCandidate candidate, ListKind kind, HitLabels labels)
    {
        var hash = HashOf(candidate);
        return new ScreeningHit(
            labels.For(hash),
            candidate.List.ListId,
            candidate.Entry.Key,
            hash,
            candidate.MatchedName,
            (double)candidate.Score,
            Explained(candidate.Explanation),
            [.. candidate.Entry.Articles],
            candidate.Entry.Reason,
            PersecutorRule.Classify(kind, candidate.Entry.Articles))
        {
            Born = [.. candidate.Entry.BirthDates.Select(d => PartialDate.TryCreate(d.Year, d.Month, d.Day)).OfType<PartialDate>()],
            SearchedName = candidate.QueryName,
            Entry = EntryJson.Write(candidate.Entry),
        };
    }

    /// <summary>The explanation as a run keeps it.</summary>
    internal static ImmutableList<string> Explained(Explanation explanation) => [.. explanation.Lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Detail}: {l.Points:0.#}"))];

    /// <summary>
    /// What a dismissal holds for: this entry of this list, as a person and by its articles. A reworded reason does not re-open it; another article does, for it can
    /// change what the entry means. Two namesakes of one list never share a hash.
    /// </summary>
    private static string HashOf(MatchCandidate candidate) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', candidate.List.ListId, candidate.Entry.Key, candidate.EntryHash, string.Join('\u001f', candidate.Entry.Articles)))));

    private static string Incomplete(List<ScreeningResult> results)
    {
        var why = results.SelectMany(r => r.NotSearched).Select(n => n.Why).Distinct(StringComparer.Ordinal).ToList();
        if (results.Exists(r => r.MoreCandidates))
        {
            why.Add("more than 1000 entries fit");
        }

        return $"Not every name could be searched: {string.Join("; ", why)}.";
    }

    private static ScreeningRun Failed(string hash, ScreeningRules? rules, ImmutableList<ScreenedList> lists, string reason) => new((rules ?? ScreeningRules.Usual).Name, hash, lists, [], reason);

    /// <summary>Labels stay with their entry from run to run and are never given to another one: assessments are tied to them.</summary>
    private sealed class HitLabels
    {
        private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
        private int last;

        public HitLabels(VettingFacts vetting)
        {
            foreach (var hit in vetting.Runs.Values().SelectMany(r => r.Hits))
            {
                known[hit.EntryHash] = hit.Label;
                last = Math.Max(last, int.Parse(hit.Label.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture));
            }
        }

        public string For(string hash)
        {
            if (!known.TryGetValue(hash, out var label))
            {
                known[hash] = label = "H" + (++last).ToString(CultureInfo.InvariantCulture);
            }

            return label;
        }
    }
}
