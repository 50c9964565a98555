using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>A word of a name with its rarity. <paramref name="Number"/> tells the words of one search apart: token and role of a listed word, place of a word of the person; -1 where nothing is remembered.</summary>
internal sealed record Word(NamePart Part, int TenthsOfBit, int Number)
{
    public NameRole Role => Part.Role;

    public static Word[] Of(IReadOnlyList<NamePart> parts)
    {
        var words = new Word[parts.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = new Word(parts[i], NameFrequency.TenthsOfBit(parts[i]), i);
        }

        return words;
    }
}

/// <summary>What one search has compared already: lists repeat their words far more than they repeat their names.</summary>
internal sealed class WordMemo(TokenDictionary tokens)
{
    private readonly Dictionary<int, Word> words = [];
    private readonly Dictionary<long, WordAgreement> agreements = [];

    /// <summary>A listed word from its packed form; it has no letters as written and is for sums only.</summary>
    public Word Listed(int packed)
    {
        if (!words.TryGetValue(packed, out var word))
        {
            var part = new NamePart("", tokens[packed >> PackedWord.Shift], (NameRole)(packed & PackedWord.RoleMask)) { IsVowelless = (packed & PackedWord.Vowelless) != 0 };
            words[packed] = word = new Word(part, NameFrequency.TenthsOfBit(part), packed);
        }

        return word;
    }

    public Word[] ListedAll(ReadOnlySpan<int> packed)
    {
        var all = new Word[packed.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = Listed(packed[i]);
        }

        return all;
    }

    public WordAgreement Compare(Word query, Word listed)
    {
        if (query.Number < 0 || listed.Number < 0)
        {
            return WordEvidence.Compare(query.Part, listed.Part);
        }

        var key = ((long)query.Number << 32) | (uint)listed.Number;
        if (!agreements.TryGetValue(key, out var agreement))
        {
            agreements[key] = agreement = WordEvidence.Compare(query.Part, listed.Part);
        }

        return agreement;
    }
}

/// <summary>A word of a listed name in four bytes: token, whether its script has vowels, role.</summary>
internal static class PackedWord
{
    public const int Shift = 3;
    public const int Vowelless = 4;
    public const int RoleMask = 3;

    public static int Of(int token, NamePart part) => (token << Shift) | (part.IsVowelless ? Vowelless : 0) | (int)part.Role;
}
