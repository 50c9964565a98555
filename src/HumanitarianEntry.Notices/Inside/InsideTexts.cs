namespace HumanitarianEntry.Notices.Inside;

/// <summary>A text as it is shown, and its language.</summary>
public sealed record InsideText(string Text, string Locale);

/// <summary>
/// What people read inside the system when a gate opens or is decided. Staff texts may name gate and reference, never a person; the applicant reads
/// coarse words only. Good for plain text: whoever shows it escapes it.
/// </summary>
public sealed class InsideTexts
{
    /// <summary>Stands in the place of an outcome: the gate has just opened.</summary>
    public const string Opened = "opened";

    /// <summary>The audience that is the person the case is about.</summary>
    public const string Applicant = "applicant";

    private const string StaffLocale = "en";
    private readonly Dictionary<string, StaffTranslation> translations;
    private readonly Dictionary<string, ApplicantTexts> applicants;

    private InsideTexts(StaffTexts staff, Dictionary<string, StaffTranslation> translations, Dictionary<string, ApplicantTexts> applicants, CaseVocabulary vocabulary)
    {
        this.translations = translations;
        this.applicants = applicants;
        Participants = new Participants(staff, vocabulary);
    }

    /// <summary>Languages in which applicants read.</summary>
    public static IReadOnlyList<string> ApplicantLocales { get; } = ["en", "ru", "fr", "de", "kk"];

    /// <summary>Languages in which staff read, besides English.</summary>
    public static IReadOnlyList<string> StaffTranslations { get; } = ["ru", "fr", "de"];

    /// <summary>Who is told; from the same file as the texts.</summary>
    public Participants Participants { get; }

    /// <summary>Reads <c>staff.en.json</c>, its translations <c>staff.LOCALE.json</c> and <c>applicant.LOCALE.json</c>.</summary>
    /// <exception cref="TemplateException">A file is missing or incomplete, or a text asks for more than its reader may see.</exception>
    public static InsideTexts Load(string folder, CaseVocabulary? vocabulary = null)
    {
        CaseVocabulary words = vocabulary ?? CaseVocabulary.Standard;
        var staff = StaffTexts.Load(Path.Combine(folder, $"staff.{StaffLocale}.json"), words);
        return new InsideTexts(
            staff,
            StaffTranslations.ToDictionary(locale => locale, locale => StaffTranslation.Load(Path.Combine(folder, $"staff.{locale}.json"), staff), StringComparer.Ordinal),
            ApplicantLocales.ToDictionary(
                locale => locale, locale => ApplicantTexts.Load(Path.Combine(folder, $"applicant.{locale}.json"), words), StringComparer.Ordinal),
            words);
    }

    /// <summary>The text one audience reads when a gate opens or was decided.</summary>
    /// <param name="outcome">An outcome of the gate, or <see cref="Opened"/>.</param>
    /// <param name="audience">A role, or <see cref="Applicant"/>.</param>
    /// <param name="values">At least <see cref="ValuesFor"/>.</param>
    /// <exception cref="KeyNotFoundException">This audience is not told here, or the language is unknown.</exception>
    /// <exception cref="ArgumentException">A value is missing or malformed.</exception>
    public InsideText For(string gate, string outcome, string audience, string locale, IReadOnlyDictionary<string, string> values)
    {
        Told told = Participants.Require(gate, outcome, audience);
        if (told.Applicant is { } word)
        {
            return ForApplicant(word.Status, word.Need, locale);
        }

        if (string.Equals(locale, StaffLocale, StringComparison.Ordinal))
        {
            return new InsideText(told.Template!.Render(values), locale);
        }

        return translations.TryGetValue(locale, out StaffTranslation? translation)
            ? new InsideText(translation.Of(told.Template!).Render(values), locale)
            : throw new KeyNotFoundException($"No inside texts in the language '{locale}'.");
    }

    /// <summary>The applicant's words for a coarse status and, where there is one, for what is needed.</summary>
    /// <exception cref="KeyNotFoundException">Unknown status, need or language.</exception>
    public InsideText ForApplicant(string status, string? need, string locale)
    {
        ApplicantTexts texts = applicants.TryGetValue(locale, out ApplicantTexts? found)
            ? found
            : throw new KeyNotFoundException($"No applicant texts in the language '{locale}'.");
        return new InsideText(need is null ? texts.Status(status) : $"{texts.Status(status)} {texts.Need(need)}", locale);
    }

    /// <summary>The values that must be given to <see cref="For"/>.</summary>
    public IReadOnlySet<string> ValuesFor(string gate, string outcome, string audience) =>
        Participants.Require(gate, outcome, audience).Template?.Names ?? new HashSet<string>();
}
