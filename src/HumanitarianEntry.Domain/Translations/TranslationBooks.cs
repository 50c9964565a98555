using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;

namespace HumanitarianEntry.Domain.Translations;

/// <summary>Finding and adding in the two places where translations are kept.</summary>
internal static class TranslationBooks
{
    public static CaseFile With(CaseFile file, TranslationSourceKind kind, Func<TranslationBook, TranslationBook> change) => TranslationRules.CompartmentOf(kind) == Compartment.Evidence
        ? file with { Evidence = file.Evidence with { Translations = change(file.Evidence.Translations ?? TranslationBook.Empty) } }
        : file with { Interview = file.Interview with { Translations = change(file.Interview.Translations ?? TranslationBook.Empty) } };

    public static CaseFile Add(CaseFile file, ActContext context, TranslationJob job, TranslationStep step) =>
        With(file, job.Order.Source.Kind, b => b with { Steps = b.Steps.Add(context.Record(step, "staff", Confidence.Confirmed)) });

    /// <summary>The job, for who works with what is translated.</summary>
    public static TranslationJob? Handled(CaseFile file, ActContext context, string number) =>
        TranslationRules.Find(file, number) is { } job && TranslationRules.MayHandle(context.Actor.Role, job.Order.Source.Kind) ? job : null;

    /// <summary>The translator's own job, while the case runs and nothing shuts it to him.</summary>
    public static TranslationJob? Own(CaseFile file, ActContext context, string number) =>
        !file.Position.Finished && !IsShut(file, context.Actor.Id, context.Now) && TranslationRules.Find(file, number) is { } job && job.Order.Translator == context.Actor.Id ? job : null;

    /// <summary>He declared a tie, or the person no longer allows us to keep his data: nothing of the case is given to him, under no number.</summary>
    public static bool IsShut(CaseFile file, Guid translator, DateTimeOffset now) => HasTie(file, translator) || !file.IsAllowed(ConsentPurpose.Store, now);

    public static bool HasTie(CaseFile file, Guid translator) => file.Dossier.Conflicts.Values().Any(c => c.StaffId == translator);

    /// <summary>The case with the same step on every job that is still open: also on those that wait for their second reading, because their translator reads them still.</summary>
    /// <param name="translator">Whose jobs; null for everybody's.</param>
    public static CaseFile CloseOpen(CaseFile file, ActContext context, Guid? translator, Func<TranslationJob, TranslationStep> step) =>
        OpenOf(file, translator).Aggregate(file, (f, job) => Add(f, context, job, step(job)));

    public static IEnumerable<TranslationJob> OpenOf(CaseFile file, Guid? translator) => TranslationRules.Of(file).Where(j => j.IsOpen && (translator is null || j.Order.Translator == translator));

    /// <summary>The same words whether it is somebody else's or does not exist.</summary>
    public static Blocker Unknown(string number) => new("translation-unknown", $"There is no such translation to do that with, or not any more: {number}.");
}
