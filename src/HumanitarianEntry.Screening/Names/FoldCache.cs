namespace HumanitarianEntry.Screening.Names;

/// <summary>Keys of words met before, for reading many names at once: lists repeat their words. Not for use by two threads at a time.</summary>
internal sealed class FoldCache
{
    private const int MostWords = 500_000;
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    public string Of(string word)
    {
        if (!keys.TryGetValue(word, out var key))
        {
            key = CanonicalFold.Of(word);
            if (keys.Count < MostWords)
            {
                keys[word] = key;
            }
        }

        return key;
    }
}
