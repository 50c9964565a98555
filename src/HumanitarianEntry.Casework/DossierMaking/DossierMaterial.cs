using System.Collections.Immutable;
using HumanitarianEntry.Casework.HostCountries;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Workflows.Maps;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>What one dossier is made from.</summary>
/// <param name="AsOf">The moment of the request: the date of the dossier, whenever it is set.</param>
/// <param name="Files">The annexes that are attached, by file id.</param>
/// <param name="IsDraft">A working proof; every page says so.</param>
public sealed record DossierMaterial(CaseFile File, DossierRequest Request, DateTimeOffset AsOf, Programme Programme, DossierTexts Texts, IReadOnlyDictionary<Guid, FileContent> Files, bool IsDraft = false)
{
    /// <summary>The way of the case's own version of the programme; null where there is none to draw.</summary>
    public ProgrammeMap? Way { get; init; }

    /// <summary>Pictures that stand as pages, by file id.</summary>
    public IReadOnlyDictionary<Guid, byte[]> Pages { get; init; } = ImmutableSortedDictionary<Guid, byte[]>.Empty;

    /// <summary>The picture of the person, from its working copy; null where none may be shown.</summary>
    public byte[]? Photograph { get; init; }

    /// <summary>The recipient in every language of dossiers.</summary>
    public IReadOnlyDictionary<string, string> RecipientNames { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the profile of the country of stay says.</summary>
    public Domain.HostCountries.HostRules Host { get; init; } = Domain.HostCountries.HostRules.None;

    /// <summary>What is published of the country of stay and may be quoted, in the order of printing.</summary>
    public ImmutableList<HostReport> Reports { get; init; } = [];

    public DossierAudience Audience => DossierAudience.Of(Programme.Rules, Request.RecipientFunction);

    /// <summary>Of the key that will sign it; null for a draft, which is never signed.</summary>
    public string? KeyFingerprint { get; init; }
}

/// <summary>The material with what all sections need to speak of it.</summary>
internal sealed class Desk(DossierMaterial material)
{
    private readonly DisclosureMask mask = new(
        UndisclosedValues.Of(material.File, material.Audience.Profile), WithheldValues.DisclosedNames(material.File, material.Audience.Profile), material.Texts.Document.NotDisclosedShort);

    private ClaimsPart? claims;

    /// <summary>Without what a review found that is not decided.</summary>
    public CaseFile File { get; } = BlindReview.Settled(material.File);

    public DossierMaterial Material => material;

    public FactWords Words { get; } = new(material.Texts);

    public FactTexts Texts => material.Texts.Facts;

    public AnnexPlan Annexes { get; } = new(material.File, material.Audience, FactWords.Day(material.AsOf));

    public ClaimsPart Claims => claims ??= new ClaimsPart(this);

    public Pseudonyms Pseudonyms { get; } = new(material.File, material.Texts.Facts);

    public bool May(DisclosedPart part) => material.Audience.Profile.Allows(part);

    /// <summary>Free text without what never leaves, without names that have pseudonyms, and without what this recipient does not get.</summary>
    public string Clean(string? text) => mask.Apply(Pseudonyms.Apply(Redaction.Clean(text, Texts.Removed)));

    public string CleanOr(string? text, string absent) => Clean(text) is { Length: > 0 } clean ? clean : absent;

    public Content.CitedText Cite(string text, string evidenceLabel) => new(text, Annexes.NumberOf(evidenceLabel));

    /// <summary>What he said to these questions, marked as such; null when none was answered.</summary>
    public string? Said(params string[] codes)
    {
        var answers = codes.Select(c => Clean(File.Interview.AnswerTo(c)?.Value)).Where(a => a.Length > 0).ToList();
        return answers.Count == 0 ? null : FactWords.Fill(Texts.InterviewSays, string.Join(Texts.Between, answers));
    }

    public bool WasAsked(params string[] codes) => codes.Any(c => File.Interview.AnswerTo(c) is not null);
}
