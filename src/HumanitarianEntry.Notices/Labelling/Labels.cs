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
    private readonly Dictionary<string, Dictionary<string, Label>> applicants;
    private readonly AudienceFile audiences;

    private Labels(Dictionary<string, LabelFile> languages, Dictionary<string, Dictionary<string, Label>> applicants, AudienceFile audiences) =>
        (this.languages, this.applicants, this.audiences) = (languages, applicants, audiences);

    /// <summary>Languages with words for everybody.</summary>
    public static IReadOnlyList<string> Locales { get; } = ["en", "ru", "fr", "de"];

    /// <summary>Languages in which applicants read. Those that are not in <see cref="Locales"/> have the applicant's words only.</summary>
    public static IReadOnlyList<string> ApplicantLocales { get; } = [.. Locales, "kk"];

    /// <summary>Reads <c>audiences.json</c> and <c>LOCALE.json</c>.</summary>
    /// <exception cref="TemplateException">A file or a word is missing, or there are words for names nobody knows. All are named.</exception>
    public static Labels Load(string folder, CaseVocabulary? vocabulary = null)
    {
        CaseVocabulary words = vocabulary ?? CaseVocabulary.Standard;
        string PathOf(string locale) => Path.Combine(folder, $"{locale}.json");
        var full = Locales.ToDictionary(locale => locale, locale => LabelFile.Load(PathOf(locale), words), StringComparer.Ordinal);
        return new Labels(
            full,
            ApplicantLocales.ToDictionary(
                locale => locale,
                locale => full.TryGetValue(locale, out LabelFile? file) ? file.Applicant : ApplicantLabelFile.Load(PathOf(locale), words).Applicant,
                StringComparer.Ordinal),
            AudienceFile.Load(Path.Combine(folder, "audiences.json"), words));
    }

    /// <summary>A state, in the words of one audience.</summary>
    /// <returns>Null where the audience keeps seeing what it saw before: the applicant during a side path.</returns>
    /// <exception cref="KeyNotFoundException">Unknown language or state.</exception>
    public Label? ForState(string locale, LabelAudience audience, string state)
    {
        CoarseWords coarse = Get(audiences.States, state, "state");
        return audience is LabelAudience.Staff ? Get(In(locale).States, state, "state") : Coarse(locale, audience, coarse);
    }

    /// <summary>A gate, in the words of one audience.</summary>
    /// <returns>Null where the audience keeps seeing what it saw before.</returns>
    /// <exception cref="KeyNotFoundException">Unknown language or gate.</exception>
    public Label? ForGate(string locale, LabelAudience audience, string gate)
    {
        CoarseWords coarse = Get(audiences.Gates, gate, "gate");
        return audience is LabelAudience.Staff ? Get(In(locale).Gates, gate, "gate") : Coarse(locale, audience, coarse);
    }

    /// <summary>An outcome, for staff only.</summary>
    /// <exception cref="KeyNotFoundException">Unknown language, gate or outcome.</exception>
    public string ForOutcome(string locale, string gate, string outcome) => Get(Get(In(locale).Outcomes, gate, "gate"), outcome, "outcome");

    /// <summary>A role, for staff only.</summary>
    /// <exception cref="KeyNotFoundException">Unknown language or role.</exception>
    public string ForRole(string locale, string role) => Get(In(locale).Roles, role, "role");

    /// <summary>One of the applicant's coarse statuses.</summary>
    /// <exception cref="KeyNotFoundException">Unknown language or status.</exception>
    public Label ForApplicantStatus(string locale, string status) => Get(Get(applicants, locale, "language"), status, "applicant status");

    /// <summary>One of the liaison's coarse statuses.</summary>
    /// <exception cref="KeyNotFoundException">Unknown language or status.</exception>
    public Label ForLiaisonStatus(string locale, string status) => Get(In(locale).Liaison, status, "liaison status");

    private Label? Coarse(string locale, LabelAudience audience, CoarseWords words) => audience switch
    {
        LabelAudience.Staff => null,
        LabelAudience.Liaison => ForLiaisonStatus(locale, words.Liaison),
        LabelAudience.Applicant => ForApplicant(Get(applicants, locale, "language"), words.Applicant),
    };

    private static Label? ForApplicant(Dictionary<string, Label> words, string? status) => status is null ? null : Get(words, status, "applicant status");

    private static T Get<T>(Dictionary<string, T> words, string key, string what) =>
        words.TryGetValue(key, out T? word) ? word : throw new KeyNotFoundException($"No label for the {what} '{key}'.");

    private LabelFile In(string locale) => Get(languages, locale, "language");
}
