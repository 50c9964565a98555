namespace HumanitarianEntry.Dossiers.Texts;

/// <summary>Blanks at which no line may break, by the habits of the dossier's language.</summary>
internal static class Spacing
{
    public static string Apply(string language, string text) => language switch
    {
        "fr" => FrenchSpacing.Apply(text),
        "de" => GermanSpacing.Apply(text),
        _ => text,
    };
}
