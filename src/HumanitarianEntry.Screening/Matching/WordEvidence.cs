using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>How well two words of names agree, and by which rule.</summary>
/// <param name="Factor">Share of the word's weight that counts: 1 the same, 0.9 the same name in another language, 0.6 an everyday form, similarity to the power of 1.5 else.</param>
internal readonly record struct WordAgreement(double Factor, bool Contradicts, WordRule Rule)
{
    /// <summary>The rule in words, with the letters as written.</summary>
    public string Reason(string query, string listed) => Rule switch
    {
        WordRule.Same => WordEvidence.SameReason(query, listed),
        WordRule.InitialAgrees => "initial agrees",
        WordRule.InitialDiffers => "initial differs",
        WordRule.SameFather => "same father's name in another language",
        WordRule.OtherLanguage => "same name in another language",
        WordRule.EverydayForm => "everyday form of the name",
        WordRule.Feminine => "feminine ending",
        WordRule.OtherGivenName => "another given name",
        WordRule.Article => "the same but for the article",
        WordRule.Similar => FormattableString.Invariant($"similar {Math.Pow(Factor, 2 / 3d):0.00}"),
        WordRule.Different => "different",
    };
}

/// <summary>The rules by which words are compared.</summary>
internal enum WordRule
{
    Same,
    InitialAgrees,
    InitialDiffers,
    SameFather,
    OtherLanguage,
    EverydayForm,
    Feminine,
    OtherGivenName,
    Article,
    Similar,
    Different,
}

/// <summary>Compares one word with another, by the role both may have.</summary>
internal static class WordEvidence
{
    public static WordAgreement Compare(NamePart query, NamePart listed)
    {
        if (query.IsInitial || listed.IsInitial)
        {
            return query.Key[0] == listed.Key[0] ? new WordAgreement(0.7, false, WordRule.InitialAgrees) : new WordAgreement(0, true, WordRule.InitialDiffers);
        }

        var patronymics = query.Role == NameRole.Patronymic && listed.Role == NameRole.Patronymic;
        var (a, b) = patronymics ? (query.Stem, listed.Stem) : (query.Key, listed.Key);
        if (a == b)
        {
            return new WordAgreement(1, false, WordRule.Same);
        }

        if (patronymics && GivenNames.SameFather(a, b))
        {
            return new WordAgreement(0.9, false, WordRule.SameFather);
        }

        var kinship = query.Role is NameRole.Family || listed.Role is NameRole.Family ? GivenNameKinship.None : GivenNames.Kinship(a, b);
        if (kinship == GivenNameKinship.OtherLanguage)
        {
            return new WordAgreement(0.9, false, WordRule.OtherLanguage);
        }

        if (kinship == GivenNameKinship.EverydayForm)
        {
            return new WordAgreement(0.6, false, WordRule.EverydayForm);
        }

        if (query.Role is NameRole.Given or NameRole.Other && listed.Role is NameRole.Given or NameRole.Other && (query.Role == NameRole.Given || listed.Role == NameRole.Given) && GivenNames.Knows(a) && GivenNames.Knows(b))
        {
            var alike = KeySimilarity.Of(a, b);
            return alike < LeastSimilarity(NameRole.Given) ? new WordAgreement(0, true, WordRule.OtherGivenName) : new WordAgreement(alike * Math.Sqrt(alike) / 2, false, WordRule.OtherGivenName);
        }

        if (IsArticled(a, b) || IsArticled(b, a))
        {
            return new WordAgreement(0.95, false, WordRule.Article);
        }

        if (query.Role != NameRole.Given && listed.Role != NameRole.Given && IsFeminineOf(a, b))
        {
            return new WordAgreement(0.95, false, WordRule.Feminine);
        }

        var similarity = KeySimilarity.Of(a, b);
        if (query.IsVowelless != listed.IsVowelless && KeySimilarity.HaveSameConsonants(a.Replace('p', 'b'), b.Replace('p', 'b'), 2))
        {
            similarity = VowellessScript;
        }

        if (similarity < SameConsonants && (query.Role != NameRole.Family || listed.Role != NameRole.Family) && KeySimilarity.HaveSameConsonants(a, b, 3))
        {
            similarity = SameConsonants;
        }

        return similarity < LeastSimilarity(query.Role)
            ? new WordAgreement(0, true, WordRule.Different)
            : new WordAgreement(similarity * Math.Sqrt(similarity), false, WordRule.Similar);
    }

    // Names of languages that write no vowels are romanised with any: Mouldi and Maoeldi. Slavic family names differ by vowels alone too often for that.
    private const double SameConsonants = 0.8;

    // Arabic and Hebrew letters hold the consonants only; Arabic has no p.
    private const double VowellessScript = 0.9;

    private static double LeastSimilarity(NameRole role) => role switch
    {
        NameRole.Family => 0.75,
        NameRole.Given => 0.6,
        NameRole.Patronymic => 0.67,
        NameRole.Other => 0.7,
    };

    private static bool IsArticled(string longer, string shorter) =>
        shorter.Length > 3 && longer.Length == shorter.Length + 2 && (longer.StartsWith("al", StringComparison.Ordinal) || longer.StartsWith("el", StringComparison.Ordinal)) && longer.AsSpan(2).SequenceEqual(shorter);

    private static bool IsFeminineOf(string a, string b)
    {
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        return (longer == shorter + "a" && (shorter.EndsWith("ov", StringComparison.Ordinal) || shorter.EndsWith("ev", StringComparison.Ordinal) || shorter.EndsWith("in", StringComparison.Ordinal)))
            || (shorter.EndsWith("ski", StringComparison.Ordinal) && (longer == shorter[..^1] + "aa" || longer == shorter[..^1] + "aia"))
            || (a.EndsWith("ski", StringComparison.Ordinal) && b == a[..^1] + "a")
            || (b.EndsWith("ski", StringComparison.Ordinal) && a == b[..^1] + "a");
    }

    internal static string SameReason(string query, string listed)
    {
        if (query.Equals(listed, StringComparison.OrdinalIgnoreCase))
        {
            return "the same";
        }

        var epoch = query.Any(Homoglyphs.IsCyrillic) ? Transliteration.EpochOf(query, listed) : Transliteration.EpochOf(listed, query);
        if (epoch is null)
        {
            return "same name, other spelling";
        }

        return epoch.Value switch
        {
            RomanisationEpoch.Icao9303 => "ICAO 9303 spelling, passports since 2014",
            RomanisationEpoch.Gost2010 => "GOST spelling, passports of 2010-2013",
            RomanisationEpoch.Order310Of1997 => "order 310 spelling, passports of 1997-2010",
            RomanisationEpoch.FrenchBefore1997 => "French spelling, passports before 1997",
        };
    }
}
