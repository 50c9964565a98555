namespace HumanitarianEntry.Dossiers.Content;

/// <summary>Every statement on which a reader relies, with what it rests on; and pairs of sections that do not say the same, with the reason.</summary>
public sealed record ClaimRecord(IReadOnlyList<ClaimRow> Rows, IReadOnlyList<ExplainedPair> Pairs)
{
    public static readonly ClaimRecord None = new([], []);
}

/// <param name="Section">Number of the section in which it stands.</param>
/// <param name="RestsOn">The strongest first.</param>
/// <param name="IsUnsupported">Nothing but the person's own word bears it out, or not even that; the row says why.</param>
public sealed record ClaimRow(int Section, string Statement, IReadOnlyList<CitedText> RestsOn, bool IsUnsupported);

/// <param name="Why">Why both stand.</param>
public sealed record ExplainedPair(int SectionOne, string One, int SectionOther, string Other, string Why);
