using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Domain.Translations;

/// <summary>Which translations there are, which of them count, and what stands against a dossier because of them.</summary>
public static class TranslationRules
{
    public const int MaxText = 100_000;
    public const int MaxWords = 4_000;

    /// <summary>Languages that originals are in; the dossier has words for each.</summary>
    public static readonly ImmutableArray<string> Languages = ["ru", "uk", "be", "kk", "ky", "uz", "tg", "az", "tt", "ka", "hy", "ar", "fa", "tr", "en", "fr", "de"];

    public static IEnumerable<TranslationJob> Of(TranslationBook? book) =>
        book is null ? [] : book.Orders.Select(o => new TranslationJob(o, book.Steps.FindAll(s => s.Value.Job == o.Value.Number)));

    /// <summary>Every job of the case that the file shows, by the day of its order.</summary>
    public static IReadOnlyList<TranslationJob> Of(CaseFile file) => [.. Of(file.Evidence.Translations).Concat(Of(file.Interview.Translations)).OrderBy(j => j.Ordered.Provenance.At)];

    public static TranslationJob? Find(CaseFile file, string number) => Of(file).FirstOrDefault(j => j.Number == number);

    /// <summary>Whether a role works with what is translated. Deny by default: it must see it.</summary>
    public static bool MayHandle(Role role, TranslationSourceKind kind) => kind switch
    {
        TranslationSourceKind.Item => AccessTable.For(role, Compartment.Evidence) >= Access.Summary,
        TranslationSourceKind.Statement => AccessTable.For(role, Compartment.Interview) >= Access.Summary,
        TranslationSourceKind.Answer => AccessTable.For(role, Compartment.Interview) >= Access.Read,
    };

    public static Compartment CompartmentOf(TranslationSourceKind kind) => kind == TranslationSourceKind.Item ? Compartment.Evidence : Compartment.Interview;

    /// <summary>SHA-256 of what is translated as it is on file now, hexadecimal: of an item's working copy where it has one, else of its original, else of its words. Null when there is no such thing.</summary>
    public static string? SourceHash(CaseFile file, TranslationSource source) => source.Kind switch
    {
        TranslationSourceKind.Item => file.Evidence.Find(source.Subject) is { } item
            ? FileRules.CopyOf(file.Evidence, item)?.Sha256 ?? item.File?.Sha256 ?? HashOf($"{item.Title}\n{item.Description}")
            : null,
        // A later version of the statement takes the place of the earlier one.
        TranslationSourceKind.Statement => NumberOf(source.Subject) is { } number && number <= file.Interview.Statements.Count
            ? HashOf(file.Interview.Statements.Skip(number - 1).Last(s => s.Value.Language == file.Interview.Statements[number - 1].Value.Language).Value.Text)
            : null,
        TranslationSourceKind.Answer => file.Interview.AnswerTo(source.Subject)?.Verbatim is { Length: > 0 } said ? HashOf(said) : null,
    };

    /// <summary>What was translated is not what is on file now.</summary>
    public static bool IsStale(CaseFile file, TranslationJob job) =>
        SourceHash(file, job.Order.Source) != job.Order.SourceSha256
        || (job.Order.Source.Kind == TranslationSourceKind.Item && file.Evidence.Find(job.Order.Source.Subject) is { } item && FileRules.IsQuarantined(file.Evidence, item));

    /// <summary>Translations that two people stand for and that fit what is on file now.</summary>
    public static IEnumerable<TranslationJob> Accepted(CaseFile file, string to) => Of(file).Where(j => j.Accepted is not null && j.Order.To == to && !IsStale(file, j));

    /// <summary>Whether a dossier would say it: annexes that it carries, graded items without a file, statements and answers.</summary>
    public static bool IsForDossier(CaseFile file, TranslationSource source) =>
        source.Kind != TranslationSourceKind.Item
        || (file.Evidence.Find(source.Subject) is { } item && (FileRules.IsCarried(file, item) || (item.File is null && !FileRules.IsProtected(item) && file.Evidence.GradeOf(item.Label) is { Corroboration: not Corroboration.KX })));

    /// <summary>Orders that count: neither withdrawn nor ordered anew.</summary>
    public static IEnumerable<TranslationJob> Current(CaseFile file)
    {
        var jobs = Of(file).Where(j => j.Standing != TranslationStanding.Withdrawn).ToList();
        return jobs.Where((job, i) => !jobs.Skip(i + 1).Any(later => later.Order.Source == job.Order.Source && later.Order.To == job.Order.To));
    }

    /// <summary>What was ordered for a dossier in this language must be there, read and fitting before it leaves.</summary>
    public static IEnumerable<Blocker> AgainstDossier(CaseFile file, string language)
    {
        foreach (var job in Current(file).Where(j => j.Order.To == language && IsForDossier(file, j.Order.Source)))
        {
            var (number, what) = (job.Number, job.Order.Source.ToString());
            if (job.Standing == TranslationStanding.Declined)
            {
                yield return new Blocker("translation-declined", $"Translation {number} of {what} was declined. Order it from somebody else, or withdraw it.");
            }
            else if (job.Standing == TranslationStanding.Delivered)
            {
                yield return new Blocker("translation-not-read", $"Translation {number} of {what} was not read by a second person.");
            }
            else if (job.IsOpen)
            {
                yield return new Blocker("translation-open", $"Translation {number} of {what} is ordered and not there. Wait for it, or withdraw it.");
            }
            else if (IsStale(file, job))
            {
                yield return new Blocker("translation-is-stale", $"Translation {number} of {what}: what was translated has changed since. Order it anew, or withdraw it.");
            }
        }
    }

    /// <summary>Annexes in another language that would travel without a translation, and those of which nobody said the language (null). A reason to look, not to stop: most posts read Russian papers.</summary>
    public static IEnumerable<(string Item, string? Language)> Untranslated(CaseFile file, string language)
    {
        var translated = Accepted(file, language).Where(j => j.Order.Source.Kind == TranslationSourceKind.Item).Select(j => j.Order.Source.Subject).ToHashSet(StringComparer.Ordinal);
        return file.Evidence.Items.Values().Where(i => FileRules.IsCarried(file, i) && !translated.Contains(i.Label)).Select(i => (i.Label, file.Evidence.LanguageOf(i.Label)))
            .Where(i => i.Item2 is null || (i.Item2 != language && i.Item2 != NoLanguage));
    }

    /// <summary>A picture without words.</summary>
    public const string NoLanguage = "zxx";

    /// <summary>The translations that a dossier is made from; null where nothing was ever ordered.</summary>
    /// <param name="only">Of what lies in this compartment; null for all.</param>
    public static ImmutableList<string>? ForDossier(CaseFile file, Compartment? only = null) => file.Evidence.Translations is null && file.Interview.Translations is null
        ? null
        : [.. Of(file).Where(j => (only is null || CompartmentOf(j.Order.Source.Kind) == only) && j.Accepted is not null && IsForDossier(file, j.Order.Source) && !IsStale(file, j)).Select(j => $"{j.Number} {j.Order.Source} {j.Order.SourceSha256} {j.Order.From} {j.Order.To} {HashOf(j.Accepted!)}")];

    /// <summary>Hash of a delivery as it stands: text, transcript, notes and qualification.</summary>
    public static string HashOf(TranslationDelivery delivery) =>
        HashOf(string.Join('\n', [delivery.Qualification.ToString(), delivery.Text, delivery.Transcript, delivery.Notes?.Illegible, delivery.Notes?.Explained, delivery.Notes?.Names]));

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What the interview has in the person's own words, and in which language; null where there is no such thing, or where it is for our eyes only.</summary>
    public static (string Language, string Text)? WordsOf(CaseFile file, TranslationSourceKind kind, string subject) => kind switch
    {
        TranslationSourceKind.Statement when NumberOf(subject) is { } number && number <= file.Interview.Statements.Count => (file.Interview.Statements[number - 1].Value.Language, file.Interview.Statements[number - 1].Value.Text),
        TranslationSourceKind.Answer when !WithheldValues.IsConfidential(subject) && file.Interview.Answers.Values().LastOrDefault(a => a.Code == subject) is { Verbatim: { Length: > 0 } said } answer =>
            (file.Interview.Sessions.Values().FirstOrDefault(s => s.Number == answer.Session)?.Language ?? "ru", said),
        _ => null,
    };

    private static int? NumberOf(string subject) => int.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
