namespace HumanitarianEntry.Notices.Labelling;

/// <summary>Who reads a label.</summary>
public enum LabelAudience
{
    Staff,
    Liaison,
    Applicant,
}

/// <summary>A name and one sentence about it.</summary>
public sealed record Label(string Text, string Description);

/// <summary>
/// The words for states, gates, outcomes and roles. Staff read the thing itself; a liaison and an applicant read one of a few coarse words, and
/// which one is written in <c>audiences.json</c>, so that no inner state shines through.
/// </summary>
public sealed class Labels
{
    private readonly Dictionary<string, LabelFile> languages;
    private readonly AudienceFile audiences;

    private Labels(Dictionary<string, LabelFile> languages, AudienceFile audiences) => (this.languages, this.audiences) = (languages, audiences);

    /// <summary>Languages that must be complete.</summary>
    public static IReadOnlyList<string> Locales { get; } = ["en", "ru", "fr"];

    /// <summary>Reads <c>audiences.json</c> and <c>LOCALE.json</c>.</summary>
    /// <exception cref="TemplateException">A file or a word is missing, or there are words for names nobody knows. All are named.</exception>
    public static Labels Load(string folder, CaseVocabulary? vocabulary = null)
    {
        CaseVocabulary words = vocabulary ?? CaseVocabulary.Standard;
        return new Labels(
            Locales.ToDictionary(locale => locale, locale => LabelFile.Load(Path.Combine(folder, $"{locale}.json"), words), StringComparer.Ordinal),
            AudienceFile.Load(Path.Combine(folder, "audiences.json"), words));
    }

    /// <summary>A state, in the words of one audience.</summary>
    /// <returns>Null where the audience keeps seeing what it saw before: the applicant during a side path.</returns>
    /// <exception cref="KeyNotFoundException">Unknown language or state.</exception>
    public Label? ForState(string locale, LabelAudience audience, string state)
    {
        LabelFile file = In(locale);
        return Coarse(file, audience, Get(audiences.States, state, "state"))
            ?? (audience is LabelAudience.Staff ? Get(file.States, state, "state") : null);
    }

    /// <summary>A gate, in the words of one audience.</summary>
    /// <returns>Null where the audience keeps seeing what it saw before.</returns>
    /// <exception cref="KeyNotFoundException">Unknown language or gate.</exception>
    public Label? ForGate(string locale, LabelAudience audience, string gate)
    {
        LabelFile file = In(locale);
        return Coarse(file, audience, Get(audiences.Gates, gate, "gate"))
            ?? (audience is LabelAudience.Staff ? Get(file.Gates, gate, "gate") : null);
    }

    /// <summary>An outcome, for staff only.</summary>
    /// <exception cref="KeyNotFoundException">Unknown language, gate or outcome.</exception>
    public string ForOutcome(string locale, string gate, string outcome) => Get(Get(In(locale).Outcomes, gate, "gate"), outcome, "outcome");

    /// <summary>A role, for staff only.</summary>
    /// <exception cref="KeyNotFoundException">Unknown language or role.</exception>
    public string ForRole(string locale, string role) => Get(In(locale).Roles, role, "role");

    /// <summary>One of the applicant's coarse statuses.</summary>
    /// <exception cref="KeyNotFoundException">Unknown language or status.</exception>
    public Label ForApplicantStatus(string locale, string status) => Get(In(locale).Applicant, status, "applicant status");

    /// <summary>One of the liaison's coarse statuses.</summary>
    /// <exception cref="KeyNotFoundException">Unknown language or status.</exception>
    public Label ForLiaisonStatus(string locale, string status) => Get(In(locale).Liaison, status, "liaison status");

    private static Label? Coarse(LabelFile file, LabelAudience audience, CoarseWords words) => audience switch
    {
        LabelAudience.Staff => null,
        LabelAudience.Liaison => Get(file.Liaison, words.Liaison, "liaison status"),
        LabelAudience.Applicant => words.Applicant is null ? null : Get(file.Applicant, words.Applicant, "applicant status"),
    };

    private static T Get<T>(Dictionary<string, T> words, string key, string what) =>
        words.TryGetValue(key, out T? word) ? word : throw new KeyNotFoundException($"No label for the {what} '{key}'.");

    private LabelFile In(string locale) => Get(languages, locale, "language");
}
