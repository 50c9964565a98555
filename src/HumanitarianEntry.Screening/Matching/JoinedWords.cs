using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>Words that one side writes together and the other apart: Abd el Kader and Abdelkader, Jong Un and Jongun. The side that writes them apart is read as one word.</summary>
internal static class JoinedWords
{
    private const int LeastLetters = 5;
    private const double LeastSimilarity = 0.82;

    public static (Word[] Query, Word[] Listed) Meet(Word[] query, Word[] listed)
    {
        for (var joins = 0; joins < 2; joins++)
        {
            if (Joined(query, listed) is { } shorter)
            {
                query = shorter;
            }
            else if (Joined(listed, query) is { } other)
            {
                listed = other;
            }
            else
            {
                break;
            }
        }

        return (query, listed);
    }

    private static Word[]? Joined(Word[] apart, Word[] together)
    {
        for (var i = 0; i + 1 < apart.Length; i++)
        {
            var (first, second) = (apart[i].Part, apart[i + 1].Part);
            var length = first.Key.Length + second.Key.Length;
            if (length < LeastLetters || first.Role == NameRole.Patronymic || second.Role == NameRole.Patronymic)
            {
                continue;
            }

            for (var t = 0; t < together.Length; t++)
            {
                var whole = together[t].Part.Key;
                if (Math.Abs(whole.Length - length) <= 2 && whole[0] == first.Key[0] && whole[^1] == second.Key[^1]
                    && !IsMet(first.Key, together) && !IsMet(second.Key, together) && KeySimilarity.Of(first.Key + second.Key, whole) >= LeastSimilarity)
                {
                    var part = new NamePart($"{first.Text} {second.Text}", first.Key + second.Key, together[t].Role);
                    return [.. apart[..i], new Word(part, NameFrequency.TenthsOfBit(part), -1), .. apart[(i + 2)..]];
                }
            }
        }

        return null;
    }

    private static bool IsMet(string key, Word[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Part.Key == key)
            {
                return true;
            }
        }

        return false;
    }
}
