using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Translations;

/// <summary>It was told that the day of this order is over.</summary>
public sealed record TranslationReminder(string Job);

/// <summary>The clock of an order: its day. Who ordered it and who leads the case hear when that day is over and nothing was delivered; once for each order. It does not stand still with the case,
/// because the translator outside works on; under a seal and after the end of the case nobody is told.</summary>
public static class TranslationReminders
{
    /// <summary>The first day on which the order is late; null when nothing is waited for, and when it was told.</summary>
    public static DateOnly? LateOn(CaseFile file, TranslationJob job) => IsWaitedFor(job) && !IsTold(file, job) ? job.Order.DueOn.AddDays(1) : null;

    /// <summary>Nothing was delivered yet, or what was delivered went back.</summary>
    public static bool IsWaitedFor(TranslationJob job) => job.Standing is TranslationStanding.Ordered or TranslationStanding.Taken or TranslationStanding.SentBack;

    public static bool IsLate(TranslationJob job, DateOnly today) => IsWaitedFor(job) && job.Order.DueOn < today;

    private static bool IsTold(CaseFile file, TranslationJob job) =>
        new[] { file.Evidence.Translations, file.Interview.Translations }.Any(book => book?.Reminders?.Exists(r => r.Value.Job == job.Number) == true);
}

/// <summary>Tells who ordered a translation and who leads the case that its day is over; the translator gets the neutral mail, and his list says which. Doing it twice is refused.</summary>
[ActKind("remind-translation", Compartment.Evidence, Role.System)]
public sealed record RemindTranslation(string Job) : Act
{
    public const string Topic = "translation-late";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Position.Finished || TranslationRules.Find(file, Job) is not { } job || TranslationReminders.LateOn(file, job) is not { } late || late > context.Today)
        {
            yield return new Blocker("reminder-not-due", "This reminder is not due: it was given, or nothing is waited for any more.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var job = TranslationRules.Find(file, Job)!;
        var reminder = context.Record(new TranslationReminder(Job), "clock", Confidence.Confirmed);
        return new(TranslationBooks.With(file, job.Order.Source.Kind, b => b with { Reminders = (b.Reminders ?? []).Add(reminder) }))
        {
            Told = [.. new[] { job.Ordered.Provenance.Role, Role.Coordinator }.Distinct().Select(role => new Told(role, Topic))],
            Mailed = [job.Order.Translator],
        };
    }
}
