using HumanitarianEntry.Domain.Cases;

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

    /// <summary>The translator's own job, while the case runs.</summary>
    public static TranslationJob? Own(CaseFile file, ActContext context, string number) =>
        !file.Position.Finished && TranslationRules.Find(file, number) is { } job && job.Order.Translator == context.Actor.Id ? job : null;

    public static IEnumerable<TranslationJob> OpenOf(CaseFile file, Guid translator) =>
        TranslationRules.Of(file).Where(j => j.Order.Translator == translator && j.Standing is TranslationStanding.Ordered or TranslationStanding.Taken or TranslationStanding.SentBack);

    /// <summary>The same words whether it is somebody else's or does not exist.</summary>
    public static Blocker Unknown(string number) => new("translation-unknown", $"There is no such translation to do that with, or not any more: {number}.");
}
