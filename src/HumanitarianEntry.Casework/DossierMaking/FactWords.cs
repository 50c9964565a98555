using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Dossiers.Composing;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Says recorded facts in the language of the dossier.</summary>
internal sealed class FactWords(DossierTexts texts)
{
    private readonly Wording wording = new(texts);

    public FactTexts Texts => texts.Facts;

    public string LanguageOfDossier => texts.Language;

    /// <exception cref="InvalidDataException">The texts have no word for the choice.</exception>
    public string Word<T>(T value)
        where T : struct, Enum => Word(Keys.Kebab(typeof(T).Name), Keys.Kebab(value.ToString()));

    /// <exception cref="InvalidDataException">The texts have no word for the choice.</exception>
    public string Word(string type, string value) =>
        Texts.Words.TryGetValue($"{type}.{value}", out var word) ? word : throw new InvalidDataException($"The texts of the dossier have no word '{type}.{value}'.");

    public string Country(string? code) => ByCode("country", code) ?? code ?? Texts.NotEstablished;

    public string Nationality(string code) => ByCode("nationality", code) ?? code;

    public string Language(string? code) => ByCode("language", code) ?? code ?? Texts.LanguageUnknown;

    public string Date(DateTimeOffset at) => wording.Date(Day(at));

    public string Date(Domain.People.PartialDate date) => wording.Date(Of(date));

    public string Date(DateOnly day) => wording.Date(day);

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    public static Content.PartialDate Of(Domain.People.PartialDate date) => new(date.Year, date.Month, date.Day);

    public static Content.PartialDate? Of(Domain.People.PartialDate? date) => date is { } known ? Of(known) : null;

    public static string Fill(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);

    private string? ByCode(string type, string? code) => code is null ? null : Texts.Words.GetValueOrDefault($"{type}.{code.ToLowerInvariant()}");
}
