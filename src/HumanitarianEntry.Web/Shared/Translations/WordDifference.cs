namespace HumanitarianEntry.Web.Shared.Translations;

public enum WordChange
{
    Same,
    Gone,
    New,
}

/// <summary>What differs between two versions of a text, by words: the longest common sequence.</summary>
public static class WordDifference
{
    private const int MostWords = 3_000;

    /// <returns>Stretches in the order of reading; null where the texts are too long to be held against each other so.</returns>
    public static IReadOnlyList<(WordChange Change, string Text)>? Of(string before, string after)
    {
        var (one, other) = (WordsOf(before), WordsOf(after));
        if (one.Count > MostWords || other.Count > MostWords)
        {
            return null;
        }

        var longest = new int[one.Count + 1, other.Count + 1];
        for (var i = one.Count - 1; i >= 0; i--)
        {
            for (var j = other.Count - 1; j >= 0; j--)
            {
                longest[i, j] = one[i] == other[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var found = new List<(WordChange Change, string Text)>();
        for (var (i, j) = (0, 0); i < one.Count || j < other.Count;)
        {
            if (i < one.Count && j < other.Count && one[i] == other[j])
            {
                Add(WordChange.Same, one[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (i < one.Count && (j == other.Count || longest[i + 1, j] >= longest[i, j + 1]))
            {
                Add(WordChange.Gone, one[i++]);
            }
            else
            {
                Add(WordChange.New, other[j++]);
            }
        }

        return found;

        void Add(WordChange change, string word)
        {
            if (found.Count > 0 && found[^1].Change == change)
            {
                found[^1] = (change, found[^1].Text + word);
            }
            else
            {
                found.Add((change, word));
            }
        }
    }

    /// <summary>Words with the white space behind them.</summary>
    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            words.Add(text[at..end]);
            at = end;
        }

        return words;
    }
}
