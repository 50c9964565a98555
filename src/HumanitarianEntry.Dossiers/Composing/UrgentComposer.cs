using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Sections;

namespace HumanitarianEntry.Dossiers.Composing;

/// <summary>Makes the one page for an emergency. Of the reasons alone as many are left out as are told to be; the page says how many, and nothing else is ever shortened.</summary>
public sealed class UrgentComposer(DossierTexts texts)
{
    private readonly UrgentTexts words = texts.Urgent;
    private readonly Wording wording = new(texts);

    /// <param name="mostGrounds">How many reasons are printed.</param>
    public DossierDocument Compose(UrgentPage page, int mostGrounds)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (header, manifest) = (page.Header, DossierManifest.Create(page));
        var grounds = page.Grounds.Take(mostGrounds).ToList();
        var left = page.Grounds.Count - grounds.Count;
        KeyValueRow[] rows =
        [
            new(words.Reference, [new TextSpan(header.Reference) { Style = SpanStyle.Strong }, new TextSpan(" · " + Wording.Fill(texts.Cover.VersionOf, header.Version, wording.Date(header.Date)))]),
            wording.Row(words.Recipient, $"{header.Recipient} ({header.CopyMark})"),
            new(words.Who, [new TextSpan(page.Who) { Style = SpanStyle.Strong }, new TextSpan("\n" + page.Identity)]),
            wording.Row(words.Asked, $"{page.Asked}\n{page.Basis}"),
            wording.Row(words.Danger, Lines(page.Danger, words.NoDanger)),
            new(words.LastDay, [new TextSpan(Lines(page.LastDays, words.NoLastDay)) { Style = page.LastDays.Count > 0 ? SpanStyle.Strong : SpanStyle.Plain }]),
            wording.Row(words.Checked, Lines(page.Checked, words.NothingChecked)),
            wording.Row(words.NotChecked, Lines(page.NotChecked, words.NothingOpen)),
            new(words.Recommendation, [new TextSpan(page.Recommendation) { Style = SpanStyle.Strong }, .. grounds.Select(ground => new TextSpan("\n" + ground)), .. left > 0 ? [new TextSpan("\n" + Wording.Fill(words.Shortened, left)) { Style = SpanStyle.Emphasis }] : Array.Empty<Span>()]),
            wording.Row(words.Contact, header.SubmissionContact),
        ];
        return new DossierDocument
        {
            IsOnePage = true,
            Metadata = DossierComposer.MetadataOf(texts, header),
            Cover = null,
            Blocks =
            [
                new HeadingBlock(1, words.Title),
                Wording.Paragraph(words.Notice, ParagraphStyle.Note),
                new KeyValueBlock(rows),
                CoverPage.Proof(texts.Cover, header, manifest),
            ],
            Attachments = [manifest.ToAttachment(texts.Document.Manifest)],
        };
    }

    private static string Lines(IReadOnlyList<string> lines, string none) => lines.Count == 0 ? none : string.Join('\n', lines);
}

public sealed record UrgentTexts
{
    public required string Title { get; init; }

    public required string Notice { get; init; }

    public required string Reference { get; init; }

    public required string Recipient { get; init; }

    public required string Who { get; init; }

    public required string Asked { get; init; }

    public required string Danger { get; init; }

    public required string NoDanger { get; init; }

    public required string LastDay { get; init; }

    public required string NoLastDay { get; init; }

    public required string Checked { get; init; }

    public required string NothingChecked { get; init; }

    public required string NotChecked { get; init; }

    public required string NothingOpen { get; init; }

    public required string Recommendation { get; init; }

    public required string Contact { get; init; }

    /// <summary>{0} how many reasons are left out.</summary>
    public required string Shortened { get; init; }

    // What recorded facts become on this page.

    public required string NameMissing { get; init; }

    /// <summary>{0} name, {1} in ICAO letters.</summary>
    public required string Name { get; init; }

    /// <summary>{0} day of birth, {1} nationality.</summary>
    public required string Born { get; init; }

    public required string BirthMissing { get; init; }

    /// <summary>{0} what the grade means.</summary>
    public required string Identity { get; init; }

    public required string IdentityMissing { get; init; }

    public required string IdentityInDoubt { get; init; }

    public required string Emergency { get; init; }

    /// <summary>{0} country.</summary>
    public required string Where { get; init; }

    /// <summary>{0} what, {1} day, {2} country.</summary>
    public required string Day { get; init; }

    /// <summary>By kind of day.</summary>
    public required IReadOnlyDictionary<string, string> Days { get; init; }

    /// <summary>{0} day of the search, {1} how many lists.</summary>
    public required string Searched { get; init; }

    public required string PersecutionEvidence { get; init; }

    /// <summary>{0} how many entries.</summary>
    public required string HitsOpen { get; init; }

    public required string HitsNone { get; init; }

    /// <summary>{0} step, {1} day.</summary>
    public required string Passed { get; init; }

    /// <summary>{0} steps.</summary>
    public required string NotPassed { get; init; }

    /// <summary>{0} how many items are graded.</summary>
    public required string Evidence { get; init; }

    public required string EvidenceNone { get; init; }

    /// <summary>{0} how many items are not graded.</summary>
    public required string EvidenceOpen { get; init; }

    public required string NoRecommendation { get; init; }

    public required string DossierFollows { get; init; }

    /// <summary>{0} how many doubts.</summary>
    public required string Doubts { get; init; }
}
