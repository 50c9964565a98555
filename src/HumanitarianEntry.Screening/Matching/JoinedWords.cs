using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>Words that one side writes together and the other apart: Abd el Kader and Abdelkader, Jong Un and Jongun. The side that writes them apart is read as one word.</summary>
internal static class JoinedWords
{
    private const int LeastLetters = 5;
    private const double LeastSimilarity = 0.82;

    public static (IReadOnlyList<NamePart> Query, IReadOnlyList<NamePart> Listed) Meet(IReadOnlyList<NamePart> query, IReadOnlyList<NamePart> listed)
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

    private static List<NamePart>? Joined(IReadOnlyList<NamePart> apart, IReadOnlyList<NamePart> together)
    {
        for (var i = 0; i + 1 < apart.Count; i++)
        {
            var (first, second) = (apart[i], apart[i + 1]);
            var length = first.Key.Length + second.Key.Length;
            if (length < LeastLetters || first.Role == NameRole.Patronymic || second.Role == NameRole.Patronymic)
            {
                continue;
            }

            for (var t = 0; t < together.Count; t++)
            {
                var whole = together[t].Key;
                if (Math.Abs(whole.Length - length) <= 2 && whole[0] == first.Key[0] && whole[^1] == second.Key[^1]
                    && !IsMet(first.Key, together) && !IsMet(second.Key, together) && KeySimilarity.Of(first.Key + second.Key, whole) >= LeastSimilarity)
                {
                    var parts = new List<NamePart>(apart);
                    parts[i] = new NamePart($"{first.Text} {second.Text}", first.Key + second.Key, together[t].Role);
                    parts.RemoveAt(i + 1);
                    return parts;
                }
            }
        }

        return null;
    }

    private static bool IsMet(string key, IReadOnlyList<NamePart> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Key == key)
            {
                return true;
            }
        }

        return false;
    }
}
