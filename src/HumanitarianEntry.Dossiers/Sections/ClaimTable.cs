using System.Globalization;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Statements and what they rest on: behind the list of annexes that it cites.</summary>
internal sealed class ClaimTable(ClaimTexts texts)
{
    public IEnumerable<Block> Blocks(ClaimRecord claims, Wording wording)
    {
        if (claims.Rows.Count == 0)
            yield break;
        yield return Wording.Subheading(texts.Title);
        yield return Wording.Paragraph(texts.Explanation);
        yield return new TableBlock(texts.Title, [new(texts.Statement, 5), new(texts.Section, 1.5), new(texts.RestsOn, 6)],
            [.. claims.Rows.OrderBy(row => row.Section).Select(IReadOnlyList<IReadOnlyList<Span>> (row) => [Span.Of(row.Statement), Span.Of(Number(row.Section)), Rests(row, wording)])]);
        if (claims.Pairs.Count == 0)
            yield break;
        yield return Wording.Subheading(texts.Pairs);
        yield return new TableBlock(texts.Pairs, [new(texts.OneSection, 4), new(texts.OtherSection, 4), new(texts.Why, 5)],
            [.. claims.Pairs.Select(IReadOnlyList<IReadOnlyList<Span>> (pair) => [Span.Of($"{Number(pair.SectionOne)}. {pair.One}"), Span.Of($"{Number(pair.SectionOther)}. {pair.Other}"), Span.Of(pair.Why)])]);
    }

    private static string Number(int section) => section.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<Span> Rests(ClaimRow row, Wording wording)
    {
        List<Span> spans = [];
        foreach (var rest in row.RestsOn)
        {
            if (spans.Count > 0)
                spans.Add(new TextSpan("\n"));
            spans.AddRange(wording.Cited(rest));
        }
        return spans;
    }
}

/// <summary>Words of the claims and of what they rest on.</summary>
public sealed record ClaimTexts
{
    public required string Title { get; init; }

    public required string Explanation { get; init; }

    public required string Section { get; init; }

    public required string Statement { get; init; }

    public required string RestsOn { get; init; }

    public required string Pairs { get; init; }

    public required string OneSection { get; init; }

    public required string OtherSection { get; init; }

    public required string Why { get; init; }

    /// <summary>The sentence of each kind of claim, by its code; the values as the claim has them.</summary>
    public required IReadOnlyDictionary<string, string> Claims { get; init; }

    /// <summary>The sentence of each way in which two sections disagree.</summary>
    public required IReadOnlyDictionary<string, string> Disagreements { get; init; }

    /// <summary>{0} label, {1} grade.</summary>
    public required string Item { get; init; }

    /// <summary>{0} label.</summary>
    public required string ItemUngraded { get; init; }

    /// <summary>{0} label, {1} grade.</summary>
    public required string ItemProtected { get; init; }

    /// <summary>{0} kind, {1} how it was seen.</summary>
    public required string Paper { get; init; }

    /// <summary>{0} what, {1} day of the decision.</summary>
    public required string VettingResult { get; init; }

    /// <summary>{0} list, {1} day of its version.</summary>
    public required string ListEntry { get; init; }

    /// <summary>{0} number of persons.</summary>
    public required string Attested { get; init; }

    public required string Offer { get; init; }

    /// <summary>{0} day.</summary>
    public required string LegalRecord { get; init; }

    /// <summary>{0} criterion.</summary>
    public required string Finding { get; init; }

    /// <summary>{0} numbers of the questions, {1} day.</summary>
    public required string Answers { get; init; }

    public required string WrittenStatement { get; init; }

    public required string Account { get; init; }

    /// <summary>{0} numbers of sections.</summary>
    public required string Follows { get; init; }

    /// <summary>{0} why.</summary>
    public required string NotBorneOut { get; init; }

    /// <summary>A draft only.</summary>
    public required string Open { get; init; }

    /// <summary>Why nothing bears a claim out, by code.</summary>
    public required IReadOnlyDictionary<string, string> Reasons { get; init; }

    public required string OwnStatement { get; init; }

    /// <summary>{0} what it rests on; behind a statement in its section.</summary>
    public required string Behind { get; init; }
}
