using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Recommendation;

namespace HumanitarianEntry.Domain.Dossiers;

/// <summary>Compartment "dossier": recommendation, released versions, submissions, questions and decisions of the state.</summary>
public sealed record DossierFacts : CompartmentFacts
{
    public ImmutableList<Recorded<RecommendationText>> Recommendations { get; init; } = [];

    /// <summary>Whether and how the person was heard before "not recommended"; read by coordinators and counsel only.</summary>
    public ImmutableList<Recorded<Hearing>> Hearings { get; init; } = [];
    public ImmutableList<Recorded<ConditionsAnswer>> ConditionsAnswers { get; init; } = [];
    public ImmutableList<Recorded<ReviewRequest>> ReviewRequests { get; init; } = [];
    public ImmutableList<Recorded<ReviewDecision>> ReviewDecisions { get; init; } = [];
    public ImmutableList<Recorded<ReviewReminder>> ReviewReminders { get; init; } = [];
    public ImmutableList<Recorded<DossierRequest>> Requests { get; init; } = [];
    public ImmutableList<DossierVersion> Versions { get; init; } = [];
    public ImmutableList<Recorded<DossierTrouble>> Troubles { get; init; } = [];
    public ImmutableList<Recorded<Submission>> Submissions { get; init; } = [];

    /// <summary>Words of people that an urgent version may leave; two different ones release it.</summary>
    public ImmutableList<Recorded<UrgentRelease>> UrgentReleases { get; init; } = [];

    /// <summary>Which picture stands on the person sheet; the latest counts.</summary>
    public ImmutableList<Recorded<ChosenPhotograph>> Photographs { get; init; } = [];
    public ImmutableList<Recorded<LinkedCase>> LinkedCases { get; init; } = [];
    public ImmutableList<Recorded<Receipt>> Receipts { get; init; } = [];
    public ImmutableList<Recorded<InformationRequest>> Questions { get; init; } = [];
    public ImmutableList<Recorded<InformationAnswer>> Answers { get; init; } = [];
    public ImmutableList<Recorded<StateDecision>> StateDecisions { get; init; } = [];
    public ImmutableList<Recorded<SidePaths.Incident>> Incidents { get; init; } = [];

    /// <summary>What people added to the ledger of claims: ties, marks and what was taken back; read by coordinators and dossier officers only.</summary>
    public ImmutableList<Recorded<ClaimTie>> ClaimTies { get; init; } = [];
    public ImmutableList<Recorded<UnsupportedClaim>> UnsupportedClaims { get; init; } = [];
    public ImmutableList<Recorded<WithdrawnClaimEntry>> WithdrawnClaimEntries { get; init; } = [];
    public ImmutableList<Recorded<ExplainedDisagreement>> ExplainedDisagreements { get; init; } = [];

    /// <summary>Who declared that he must not work on the case; read by coordinators only.</summary>
    public ImmutableList<Recorded<Assignments.ConflictOfInterest>> Conflicts { get; init; } = [];

    /// <summary>The version that two people released last; null when none is.</summary>
    public DossierVersion? Released => Decisions.LastOrDefault(d => d.Gate == Gates.Gate.Dossier) is { Outcome: "released" } decision
        ? Versions.LastOrDefault(v => v.Kind == DossierKind.Full && v.RenderedAt <= decision.By.At)
        : null;

    /// <summary>The released version while the post does not have it; null when there is none, or it was handed over.</summary>
    public DossierVersion? ReleasedToHandOver => Released is { } released && !Submissions.Exists(s => s.Value.Sha256 == released.Sha256) ? released : null;

    /// <summary>The newest version of the dossier itself; urgent ones go their own way.</summary>
    public DossierVersion? Newest => Versions.LastOrDefault(v => v.Kind == DossierKind.Full);

    public DossierVersion? NewestUrgent => Versions.LastOrDefault(v => v.Kind == DossierKind.Urgent);

    /// <summary>The picture of the person that may be shown; null where none was chosen or the choice was taken back.</summary>
    public ChosenPhotograph? Photograph => Photographs.Latest() is { Item: not null } chosen ? chosen : null;

    /// <summary>References of the cases that are named as linked now, in order.</summary>
    public ImmutableList<string> CurrentLinks =>
        [.. LinkedCases.Values().GroupBy(l => l.Reference, StringComparer.Ordinal).Where(g => g.Last().Stands).Select(g => g.Key).Order(StringComparer.Ordinal)];

    /// <summary>Whether two different people said that this urgent version may leave.</summary>
    public bool IsReleased(DossierVersion urgent) => UrgentReleases.Where(r => r.Value.Version == urgent.Version && r.Value.Sha256 == urgent.Sha256).Select(r => r.Provenance.By).Distinct().Count() >= 2;

    /// <summary>What keeps a version that was asked for from being made, the last word on each; nothing once that version or a later one is there.</summary>
    public ImmutableList<Recorded<DossierTrouble>> OpenTroubles
    {
        get
        {
            var made = Versions.Count == 0 ? 0 : Versions.Max(v => v.Version);
            return [.. Troubles.Where(t => t.Value.Version > made).GroupBy(t => t.Value.Version).Select(g => g.Last()).OrderBy(t => t.Value.Version)];
        }
    }

    /// <summary>The latest question while it has no answer. An earlier one that could not be answered does not wait for ever.</summary>
    public InformationRequest? OpenQuestion => Questions.Count > 0 && !Answers.Exists(a => a.Value.Question == Questions.Count) ? Questions[^1].Value : null;
}

public enum DossierKind
{
    Full,

    /// <summary>One page for an emergency.</summary>
    Urgent,
}

/// <summary>What was asked to be rendered, for whom.</summary>
public sealed record DossierRequest(int Version, string Language, string RecipientFunction, string InputsHash)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DossierKind Kind { get; init; }

    /// <summary>A hash for each part, so that a later version can say what changed; null for requests of before.</summary>
    public ImmutableSortedDictionary<string, string>? Parts { get; init; }
}

/// <param name="InputsHash">Hash of the facts it was made from; another hash means it is out of date.</param>
public sealed record DossierVersion(int Version, string Language, string RecipientFunction, string InputsHash, Guid FileId, string Sha256, long Size, int Pages, DateTimeOffset RenderedAt)
{
    /// <summary>What was searched for in it and found; null for versions of before they were searched, which cannot be released any more.</summary>
    public LeakScan? Scan { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DossierKind Kind { get; init; }

    /// <summary>Which copies it carries or names; null for versions of before they were written down.</summary>
    public ImmutableList<DossierAnnex>? Annexes { get; init; }

    /// <summary>Hash of the profile it was made by; null for what dossiers said before there were profiles.</summary>
    public string? Profile { get; init; }
}

/// <summary>How the copy of an annex goes with a dossier.</summary>
public enum AnnexPlace
{
    /// <summary>Inside the file, as an attached file.</summary>
    Attached,

    /// <summary>As a page of the dossier.</summary>
    Page,

    /// <summary>Named in the list and handed over apart.</summary>
    Apart,

    /// <summary>Named in the list; there is no copy that may travel.</summary>
    NamedOnly,
}

/// <param name="Item">Label of the item of evidence.</param>
/// <param name="Sha256">Of the copy, lower-case hexadecimal; of the original where there is no copy.</param>
public sealed record DossierAnnex(string Item, int Number, string Sha256, AnnexPlace Place)
{
    /// <summary>Number of the translation of the item that this annex is; null for the item's own copy.</summary>
    public string? Translation { get; init; }
}

/// <param name="Item">Label of the item whose working copy is shown; null: none any more.</param>
public sealed record ChosenPhotograph(string? Item);

/// <summary>Another case that belongs to this one; a dossier gives its number and nothing else.</summary>
public sealed record LinkedCase(string Reference, bool Stands);

/// <summary>One of the two words that let an urgent version leave.</summary>
public sealed record UrgentRelease(int Version, string Sha256, string Reason);
