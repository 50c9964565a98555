using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>A word of the applicant's name beside the word of the entry that it was held against.</summary>
/// <param name="Applicant">Null where the applicant has no such word.</param>
/// <param name="Listed">Null where the entry has none.</param>
public sealed record AlignedWord(EvidenceKind Role, string? Applicant, string? Listed, string Why, decimal Points);

/// <summary>What the score would be if one fact were another.</summary>
/// <param name="IsShown">It would still be put before a vetter.</param>
public sealed record OtherScore(Sentence If, decimal Score, bool IsShown);

/// <summary>How passports wrote a Cyrillic word, by the table of their time.</summary>
/// <param name="Listed">The word as the list writes it.</param>
/// <param name="By">The table that gives just the list's spelling; null where none does.</param>
public sealed record SpellingRow(string Word, IReadOnlyList<(RomanisationEpoch Epoch, string Latin)> Spellings, string? Listed, RomanisationEpoch? By);

/// <summary>
/// One hit worked out again from what is kept with it and from the applicant's names: aligned words, points, what would change them. Nothing is looked up elsewhere, so
/// the page of ten years later shows what the vetter saw.
/// </summary>
public sealed record HitComparison
{
    /// <summary>The entry as it was searched; null in runs of before it was kept.</summary>
    public ListEntry? Entry { get; private init; }

    /// <summary>Today's engine and facts give these very points; false when names, numbers or the engine have changed since, null when the entry was not kept.</summary>
    public bool? WorkedOutAgain { get; private init; }

    public IReadOnlyList<AlignedWord> Words { get; private init; } = [];

    public IReadOnlyList<OtherScore> Others { get; private init; } = [];

    public IReadOnlyList<SpellingRow> Spellings { get; private init; } = [];

    /// <exception cref="InvalidDataException">The kept entry cannot be read.</exception>
    public static HitComparison Of(CaseFile file, ScreeningHit hit)
    {
        var queries = ApplicantQueries.Of(file.Identity);
        if (hit.Entry is null || queries.Count == 0)
        {
            return new HitComparison { Entry = hit.Entry is null ? null : EntryJson.Read(hit.Entry) };
        }

        var entry = EntryJson.Read(hit.Entry);
        var (query, best) = queries.Select(q => (Query: q, Found: PersonComparison.Compare(q, entry))).MaxBy(p => p.Found.Score);
        var words = best.Explanation.Lines.Select(WordOf).OfType<AlignedWord>().ToList();
        return new HitComparison
        {
            Entry = entry,
            WorkedOutAgain = (double)best.Score == hit.Score && ScreeningDesk.Explained(best.Explanation).SequenceEqual(hit.Explanation),
            Words = words,
            Others = OtherScores.Of(query, entry, best, hit.ShownFrom is { } shown ? Thresholds.Of((decimal)shown.Review, (decimal)shown.Supported) : Thresholds.HighRecall),
            Spellings = [.. words.Where(w => w.Applicant is not null && IsCyrillic(w.Applicant)).Select(SpellingOf)],
        };
    }

    private static AlignedWord? WordOf(Evidence line)
    {
        if (line.Kind == EvidenceKind.MissingPart)
        {
            var at = line.Detail.LastIndexOf(':');
            var (word, why) = (line.Detail[..at], line.Detail[(at + 1)..].Trim());
            return why == "not in the list" ? new AlignedWord(line.Kind, word, null, why, line.Points) : new AlignedWord(line.Kind, null, word, why, line.Points);
        }

        if (line.Kind is not (EvidenceKind.FamilyName or EvidenceKind.GivenName or EvidenceKind.Patronymic or EvidenceKind.OtherName))
        {
            return null;
        }

        var (equals, colon) = (line.Detail.IndexOf(" = ", StringComparison.Ordinal), line.Detail.IndexOf(": ", StringComparison.Ordinal));
        return equals < 0 || colon < equals ? null : new AlignedWord(line.Kind, line.Detail[..equals], line.Detail[(equals + 3)..colon], line.Detail[(colon + 2)..], line.Points);
    }

    private static SpellingRow SpellingOf(AlignedWord word) => new(
        word.Applicant!, [.. Enum.GetValues<RomanisationEpoch>().Select(e => (e, Transliteration.Romanise(word.Applicant!, e).ToUpperInvariant()))],
        word.Listed, word.Listed is { } listed && !IsCyrillic(listed) ? Transliteration.EpochOf(word.Applicant!, listed) : null);

    private static bool IsCyrillic(string word) => word.Any(c => c is >= '\u0400' and <= '\u04FF');
}
