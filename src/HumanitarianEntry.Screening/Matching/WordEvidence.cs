using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>How well two words of names agree.</summary>
/// <param name="Factor">Share of the word's weight that counts: 1 the same, 0.9 the same name in another language, 0.6 an everyday form, similarity squared else.</param>
internal readonly record struct WordAgreement(double Factor, bool Contradicts, string Reason)
{
    public bool Agrees => Factor >= 0.5 && !Contradicts;
}

/// <summary>Compares one word with another, by the role both may have.</summary>
internal static class WordEvidence
{
    /// <param name="explain">False leaves the reason empty where it costs time to find; the factor is the same.</param>
    public static WordAgreement Compare(NamePart query, NamePart listed, bool explain)
    {
        if (query.IsInitial || listed.IsInitial)
        {
            return query.Key[0] == listed.Key[0] ? new WordAgreement(0.5, false, "initial agrees") : new WordAgreement(0, true, "initial differs");
        }

        var patronymics = query.Role == NameRole.Patronymic && listed.Role == NameRole.Patronymic;
        var (a, b) = patronymics ? (query.Stem, listed.Stem) : (query.Key, listed.Key);
        if (a == b)
        {
            return new WordAgreement(1, false, explain ? SameReason(query.Text, listed.Text) : "");
        }

        if (patronymics && GivenNames.SameFather(a, b))
        {
            return new WordAgreement(0.9, false, "same father's name in another language");
        }

        var kinship = query.Role is NameRole.Family || listed.Role is NameRole.Family ? GivenNameKinship.None : GivenNames.Kinship(a, b);
        if (kinship == GivenNameKinship.OtherLanguage)
        {
            return new WordAgreement(0.9, false, "same name in another language");
        }

        if (kinship == GivenNameKinship.EverydayForm)
        {
            return new WordAgreement(0.6, false, "everyday form of the name");
        }

        if (query.Role != NameRole.Given && listed.Role != NameRole.Given && IsFeminineOf(a, b))
        {
            return new WordAgreement(0.95, false, "feminine ending");
        }

        var similarity = KeySimilarity.Of(a, b);
        return similarity < LeastSimilarity(query.Role)
            ? new WordAgreement(0, true, "different")
            : new WordAgreement(similarity * similarity, false, explain ? FormattableString.Invariant($"similar {similarity:0.00}") : "");
    }

    private static double LeastSimilarity(NameRole role) => role switch
    {
        NameRole.Family => 0.7,
        NameRole.Given => 0.6,
        NameRole.Patronymic => 0.67,
        NameRole.Other => 0.7,
    };

    private static bool IsFeminineOf(string a, string b)
    {
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        return (longer == shorter + "a" && (shorter.EndsWith("ov", StringComparison.Ordinal) || shorter.EndsWith("ev", StringComparison.Ordinal) || shorter.EndsWith("in", StringComparison.Ordinal)))
            || (shorter.EndsWith("ski", StringComparison.Ordinal) && (longer == shorter[..^1] + "aa" || longer == shorter[..^1] + "aia"))
            || (a.EndsWith("ski", StringComparison.Ordinal) && b == a[..^1] + "a")
            || (b.EndsWith("ski", StringComparison.Ordinal) && a == b[..^1] + "a");
    }

    private static string SameReason(string query, string listed)
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
