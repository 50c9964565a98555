using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Shared.Translations;

/// <summary>Words for translations, the same for those who order, read and make them.</summary>
public static class TranslationWords
{
    public static string Language(string code) => code switch
    {
        "ru" => S("Russian"),
        "uk" => S("Ukrainian"),
        "be" => S("Belarusian"),
        "kk" => S("Kazakh"),
        "ky" => S("Kyrgyz"),
        "uz" => S("Uzbek"),
        "tg" => S("Tajik"),
        "az" => S("Azerbaijani"),
        "tt" => S("Tatar"),
        "ka" => S("Georgian"),
        "hy" => S("Armenian"),
        "ar" => S("Arabic"),
        "fa" => S("Persian"),
        "tr" => S("Turkish"),
        "en" => S("English"),
        "fr" => S("French"),
        "de" => S("German"),
        TranslationRules.NoLanguage => S("No words in it"),
        _ => code,
    };

    /// <summary>Languages of originals.</summary>
    public static IReadOnlyList<Choice> Originals => [.. TranslationRules.Languages.Select(l => new Choice(l, Language(l)))];

    /// <summary>The same for an item, which may have no words.</summary>
    public static IReadOnlyList<Choice> Contents => [.. Originals, new(TranslationRules.NoLanguage, Language(TranslationRules.NoLanguage))];

    public static string Of(TranslationStanding standing) => standing switch
    {
        TranslationStanding.Ordered => S("Ordered, not taken yet"),
        TranslationStanding.Taken => S("Is being translated"),
        TranslationStanding.Declined => S("Declined"),
        TranslationStanding.Delivered => S("Waits for the second reading"),
        TranslationStanding.SentBack => S("Sent back"),
        TranslationStanding.Accepted => S("Accepted"),
        TranslationStanding.Withdrawn => S("Withdrawn"),
    };

    public static string Of(TranslatorQualification qualification) => qualification switch
    {
        TranslatorQualification.Sworn => S("Sworn translator"),
        TranslatorQualification.Professional => S("Professional translator"),
        TranslatorQualification.Volunteer => S("Volunteer"),
    };

    public static string Of(DeclineReason reason) => reason switch
    {
        DeclineReason.NoTime => S("No time"),
        DeclineReason.NotMyField => S("Not my languages, or not my field"),
        DeclineReason.Conflict => S("I know the person, or something else ties me to him"),
    };

    public static string Of(TranslationStep step) => step.Kind switch
    {
        TranslationStepKind.Taken => S("Taken"),
        TranslationStepKind.Declined => S("Declined"),
        TranslationStepKind.Delivered => S($"Version {step.Delivery!.Version} delivered"),
        TranslationStepKind.Accepted => S($"Version {step.Version!.Value} read and accepted"),
        TranslationStepKind.SentBack => S($"Version {step.Version!.Value} read and sent back"),
        TranslationStepKind.Withdrawn => S("Withdrawn"),
    };

    /// <summary>Interpreters of the interview, to be ticked: by working code, or by their session.</summary>
    public static IReadOnlyList<Choice> Interpreters(IEnumerable<string> interpreters) => [.. interpreters.Select(i => new Choice(i, Interpreter(i)))];

    public static string Interpreter(string interpreter) =>
        InterviewInterpreters.SessionOf(interpreter) is { } session ? S($"the interpreter of session {session}, whose code is not on file") : S($"interpreter {interpreter}");

    public static string TagOf(TranslationStanding standing) => standing switch
    {
        TranslationStanding.Accepted => "tag-good",
        TranslationStanding.Declined or TranslationStanding.Delivered => "tag-warn",
        _ => string.Empty,
    };

    /// <summary>What is translated, for those who work on the case.</summary>
    public static string Of(CaseFile file, TranslationSource source)
    {
        var what = source.Kind switch
        {
            TranslationSourceKind.Item => file.Evidence.Find(source.Subject) is { } item ? $"{item.Label}, {item.Title}" : source.Subject,
            TranslationSourceKind.Statement => S($"Statement {source.Subject}"),
            TranslationSourceKind.Answer => S($"Answer {source.Subject}, in the person’s own words"),
        };
        return source.Part.Length == 0 ? what : $"{what} ({source.Part})";
    }
}
