namespace HumanitarianEntry.Screening.Matching;

/// <summary>
/// Plain edit distance of one word to many, letters held as bits (Myers 1999, in Hyyrö's form): one step a letter of the other word. For words of up to 64 letters below code 128;
/// others are measured by the plain table.
/// </summary>
internal ref struct EditFilter
{
    public const int Letters = 128;
    private readonly string word;
    private readonly Span<ulong> places;
    private readonly bool usable;

    /// <param name="places">Room for <see cref="Letters"/> numbers, all zero.</param>
    public EditFilter(string word, Span<ulong> places)
    {
        this.word = word;
        this.places = places;
        usable = word.Length is > 0 and <= 64;
        for (var i = 0; usable && i < word.Length; i++)
        {
            usable = word[i] < Letters;
            if (usable)
            {
                places[word[i]] |= 1UL << i;
            }
        }
    }

    public readonly bool IsWithin(string other, int edits)
    {
        if (!usable || Math.Abs(other.Length - word.Length) > edits)
        {
            return !usable && KeySimilarity.Edits(word, other, edits) <= edits;
        }

        var (up, down, last) = (ulong.MaxValue, 0UL, 1UL << (word.Length - 1));
        var distance = word.Length;
        foreach (var c in other)
        {
            var same = c < Letters ? places[c] : 0;
            var across = (((same & up) + up) ^ up) | same | down;
            var plus = down | ~(across | up);
            var minus = up & across;
            distance += (plus & last) != 0 ? 1 : (minus & last) != 0 ? -1 : 0;
            plus = (plus << 1) | 1;
            minus <<= 1;
            up = minus | ~(across | plus);
            down = plus & across;
        }

        return distance <= edits || (edits == 1 && distance == 2 && IsOneExchange(other));
    }

    // Two neighbours in the wrong order are one slip, though two edits.
    private readonly bool IsOneExchange(string other)
    {
        if (other.Length != word.Length)
        {
            return false;
        }

        var at = word.AsSpan().CommonPrefixLength(other);
        return at + 1 < word.Length && word[at] == other[at + 1] && word[at + 1] == other[at] && word.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2));
    }
}
