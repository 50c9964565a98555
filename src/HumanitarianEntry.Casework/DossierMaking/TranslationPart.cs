using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Dossiers.Documents;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Original and translation beside each other: what two people stand for, in the language of this dossier, of what is on file now. Translators are named by function and certificate.</summary>
internal static class TranslationPart
{
    /// <summary>More signs than this, original and translation together, are attached as a file of their own.</summary>
    public const int MostSet = 5_000;

    /// <summary>"sworn translator, certificate T-… of …"</summary>
    public static string By(Desk desk, TranslationJob job) =>
        FactWords.Fill(desk.Texts.Translations.Certificate, desk.Words.Word(job.Accepted!.Qualification), job.Number, desk.Words.Date(job.Deliveries.Last().Provenance.At));

    /// <summary>Who translated the item, in all its parts; null when nobody did.</summary>
    public static string? ByOf(Desk desk, EvidenceItem item) =>
        JobsOf(desk, TranslationSourceKind.Item, item.Label).Select(j => j.Order.Source.Part.Length == 0 ? By(desk, j) : $"{By(desk, j)} ({desk.Clean(j.Order.Source.Part)})").ToList() is { Count: > 0 } all ? string.Join("; ", all) : null;

    /// <summary>The evidence with the long translations behind it, numbered on.</summary>
    public static IReadOnlyList<Content.Annex> Annexes(Desk desk, IReadOnlyList<Content.Annex> annexes) => [.. annexes, .. Files(desk).Select(f => f.Annex)];

    /// <summary>The long translations as the version names them, so that custody of each item says that its translation went, and which.</summary>
    public static IEnumerable<DossierAnnex> Named(Desk desk) =>
        Files(desk).Select(f => new DossierAnnex(f.Item.Label, f.Annex.Number, f.Annex.Sha256, AnnexPlace.Attached) { Translation = f.Job.Number });

    /// <summary>Short translations of items, as they are set on the pages.</summary>
    public static IReadOnlyList<Content.QuotedStatement> OfAnnexes(Desk desk) =>
        [.. OfItems(desk).Where(t => !IsFile(desk, t.Item, t.Job)).Select(t => Quoted(desk, t.Job, ContextOf(desk, t.Item, t.Job)) with { Annexes = desk.Annexes.NumberOf(t.Item.Label) })];

    /// <summary>A statement with its translation: the whole, or its parts where they are all of it, or the whole untranslated before the parts that are there.</summary>
    public static IEnumerable<Content.QuotedStatement> Statement(Desk desk, Recorded<Statement> statement, string number, Content.QuotedStatement otherwise)
    {
        var context = otherwise.Context;
        var jobs = JobsOf(desk, TranslationSourceKind.Statement, number).ToList();
        var whole = OrderTranslation.Lines(statement.Value.Text);
        if (jobs.Find(j => j.Order.Text == whole) is { } one)
        {
            return [Quoted(desk, one, context)];
        }

        var rest = jobs.Aggregate(whole, (left, j) => left.IndexOf(j.Order.Text!, StringComparison.Ordinal) is >= 0 and var at ? left.Remove(at, j.Order.Text!.Length) : left);
        var parts = jobs.OrderBy(j => whole.IndexOf(j.Order.Text!, StringComparison.Ordinal)).Select(j => Quoted(desk, j, $"{context} ({desk.Clean(j.Order.Source.Part)})"));
        return jobs.Count > 0 && string.IsNullOrWhiteSpace(rest) ? parts : [otherwise, .. parts];
    }

    /// <summary>Answers in the person's own words that were translated for the dossier.</summary>
    public static IEnumerable<Content.QuotedStatement> Answers(Desk desk) =>
        TranslationRules.Accepted(desk.File, desk.Words.LanguageOfDossier).Where(j => j.Order.Source.Kind == TranslationSourceKind.Answer && (UndisclosedValues.PartOf(j.Order.Source.Subject) is not { } part || desk.May(part)))
            .Select(j => Quoted(desk, j, FactWords.Fill(desk.Texts.Translations.AnswerOf, j.Order.Source.Subject, desk.Words.Date(desk.File.Interview.Answers.Last(a => a.Value.Code == j.Order.Source.Subject).Provenance.At))));

    private static IEnumerable<TranslationJob> JobsOf(Desk desk, TranslationSourceKind kind, string subject) =>
        TranslationRules.Accepted(desk.File, desk.Words.LanguageOfDossier).Where(j => j.Order.Source.Kind == kind && j.Order.Source.Subject == subject);

    private static IEnumerable<(EvidenceItem Item, TranslationJob Job)> OfItems(Desk desk) =>
        from item in desk.File.Evidence.Items.Values()
        from job in JobsOf(desk, TranslationSourceKind.Item, item.Label)
        where IsFor(desk, item)
        select (item, job);

    private static IEnumerable<(EvidenceItem Item, TranslationJob Job, Content.Annex Annex)> Files(Desk desk) =>
        OfItems(desk).Where(t => IsFile(desk, t.Item, t.Job)).Select((t, i) => (t.Item, t.Job, File(desk, t.Item, t.Job, desk.Annexes.Items.Count + 1 + i)));

    /// <summary>Of what travels to this recipient anyway: a file of his annexes, or an item without one whose words he reads.</summary>
    private static bool IsFor(Desk desk, EvidenceItem item) =>
        desk.Annexes.NumberOf(item.Label).Length > 0
        || (item.File is null && TranslationRules.IsForDossier(desk.File, new TranslationSource(TranslationSourceKind.Item, item.Label, string.Empty)) && !AnnexRules.IsMedical(item) && desk.May(DisclosedPart.EvidenceDescriptions));

    /// <summary>Medical papers are translated on their own sheet, as a file behind them; then the general list, which has no gaps, takes no files behind its own, and all of it is set.</summary>
    private static bool IsFile(Desk desk, EvidenceItem item, TranslationJob job) =>
        AnnexRules.IsMedical(item) || ((job.Original?.Length ?? 0) + job.Accepted!.Text.Length > MostSet && !desk.Annexes.Items.Any(AnnexRules.IsMedical));

    private static string ContextOf(Desk desk, EvidenceItem item, TranslationJob job) =>
        $"{item.Label} — {(desk.May(DisclosedPart.EvidenceDescriptions) ? desk.Clean(item.Title) : desk.Words.Word(item.Type))}{(job.Order.Source.Part.Length == 0 ? null : $" ({desk.Clean(job.Order.Source.Part)})")}";

    private static Content.QuotedStatement Quoted(Desk desk, TranslationJob job, string context) => new()
    {
        Context = context,
        Original = desk.Clean(job.Original),
        OriginalLanguage = job.Order.From,
        Translation = Translated(desk, job),
        TranslatorFunction = By(desk, job),
    };

    private static string Translated(Desk desk, TranslationJob job)
    {
        var text = desk.Clean(job.Accepted!.Text);
        var notes = job.Accepted.Notes?.All.Select(desk.Clean).Where(n => n.Length > 0).ToList() ?? [];
        return notes.Count == 0 ? text : $"{text}\n\n{FactWords.Fill(desk.Texts.Translations.Notes, string.Join(" · ", notes))}";
    }

    private static Content.Annex File(Desk desk, EvidenceItem item, TranslationJob job, int number)
    {
        var title = FactWords.Fill(desk.Texts.Translations.Of, ContextOf(desk, item, job));
        var bytes = Encoding.UTF8.GetBytes(string.Join("\n\n", [title, By(desk, job), desk.Texts.Translations.Original, desk.Clean(job.Original), desk.Texts.Translations.Translated, Translated(desk, job)]) + "\n");
        return new Content.Annex
        {
            Number = number,
            Title = title,
            Kind = desk.Texts.Translations.Kind,
            Language = desk.Words.Language(desk.Words.LanguageOfDossier),
            OriginalSeen = Content.OriginalSeen.BornDigital,
            TranslatorFunction = By(desk, job),
            FileName = FactWords.Fill(AnnexRules.IsMedical(item) ? "confidentiel-{0:00}.txt" : "annexe-{0:00}.txt", number),
            IsOnSheet = AnnexRules.IsMedical(item),
            MediaType = "text/plain",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Attached = FileContent.Of(bytes),
        };
    }
}
