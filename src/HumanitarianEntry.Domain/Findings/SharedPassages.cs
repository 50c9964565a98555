using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Domain.Findings;

/// <summary>A text and what it is called.</summary>
public sealed record NamedText(string Name, string Text);

/// <summary>Words that stand in both texts, as the first one writes them.</summary>
public sealed record SharedPassage(string One, string Other, string Words);

/// <summary>
/// Finds passages that are the same in two texts: runs of at least <see cref="Shortest"/> words whose folded form is equal, whatever their case, stress marks, ё or punctuation. An aid to read by, never a score (handbook 4f, coached text).
/// </summary>
public static class SharedPassages
{
    /// <summary>Words of the shortest passage that is shown; fewer are everybody's phrases.</summary>
    public const int Shortest = 9;

    /// <summary>No more words than this of a text are read, and no more passages than <see cref="Most"/> are shown.</summary>
    public const int MostWords = 20_000;

    public const int Most = 50;

    public static IReadOnlyList<SharedPassage> Among(IReadOnlyList<NamedText> texts)
    {
        var read = texts.Select(t => (t.Name, Words: WordsOf(t.Text))).Where(t => t.Words.Count >= Shortest).ToList();
        var found = new List<SharedPassage>();
        for (var i = 0; i < read.Count; i++)
        {
            for (var j = i + 1; j < read.Count && found.Count < Most; j++)
            {
                found.AddRange(Between(read[i].Words, read[j].Words).Select(p => new SharedPassage(read[i].Name, read[j].Name, p)).Take(Most - found.Count));
            }
        }

        return found;
    }

    private static IEnumerable<string> Between(List<Word> one, List<Word> other)
    {
        var starts = Enumerable.Range(0, other.Count - Shortest + 1).Select(i => Shingle(other, i)).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i + Shortest <= one.Count; i++)
        {
            if (!starts.Contains(Shingle(one, i)))
            {
                continue;
            }

            var end = i + Shortest;
            while (end < one.Count && starts.Contains(Shingle(one, end - Shortest + 1)))
            {
                end++;
            }

            yield return string.Join(' ', one[i..end].Select(w => w.Written));
            i = end - 1;
        }
    }

    private static string Shingle(List<Word> words, int at) => string.Join(' ', words.GetRange(at, Shortest).Select(w => w.Folded));

    private static List<Word> WordsOf(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => new Word(w, Fold(w))).Where(w => w.Folded.Length > 0).Take(MostWords)];

    private static string Fold(string word)
    {
        // What is neither letter, digit nor mark goes first: half a surrogate pair has no normal form.
        var clean = string.Concat(word.Where(c => char.IsLetterOrDigit(c) || IsMark(c)));
        return string.Concat(clean.Normalize(NormalizationForm.FormKD).ToLowerInvariant().Where(c => !IsMark(c)));
    }

    private static bool IsMark(char sign) => CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;

    private readonly record struct Word(string Written, string Folded);
}
