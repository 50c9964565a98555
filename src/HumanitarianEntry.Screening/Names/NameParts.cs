using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Names;

/// <summary>What a word of a name is. Other = the writing does not tell.</summary>
public enum NameRole
{
    Family,
    Given,
    Patronymic,
    Other,
}

/// <summary>One word of a name: as written, its canonical key and its role. A single letter is an initial.</summary>
public sealed record NamePart(string Text, string Key, NameRole Role)
{
    public bool IsInitial => Key.Length == 1;

    /// <summary>Written in Hebrew or Arabic letters: the key lacks most vowels.</summary>
    public bool IsVowelless { get; init; } = Text.Any(c => c is >= '\u0590' and <= '\u06FF' or >= '\uFB1D' and <= '\uFEFC');

    /// <summary>The key without patronymic or feminine ending: what is compared.</summary>
    public string Stem { get; } = Role == NameRole.Patronymic ? Patronymics.StemOf(Key) : Key;
}

/// <summary>One reading of one name.</summary>
/// <param name="Original">The letters as given, shown in explanations.</param>
/// <param name="Parts">Words in writing order, titles and particles taken out.</param>
/// <param name="Titles">Ranks and titles that were set aside.</param>
public sealed record ParsedName(string Original, NameStrength Strength, IReadOnlyList<NamePart> Parts, IReadOnlyList<string> Titles)
{
    /// <summary>All keys in writing order without gaps: finds names with stray spaces.</summary>
    public string JoinedKey => string.Concat(Parts.Select(p => p.Key));
}
