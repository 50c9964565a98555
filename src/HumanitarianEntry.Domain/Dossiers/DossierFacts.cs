using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
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
    public ImmutableList<Recorded<DossierRequest>> Requests { get; init; } = [];
    public ImmutableList<DossierVersion> Versions { get; init; } = [];
    public ImmutableList<Recorded<DossierTrouble>> Troubles { get; init; } = [];
    public ImmutableList<Recorded<Submission>> Submissions { get; init; } = [];
    public ImmutableList<Recorded<Receipt>> Receipts { get; init; } = [];
    public ImmutableList<Recorded<InformationRequest>> Questions { get; init; } = [];
    public ImmutableList<Recorded<InformationAnswer>> Answers { get; init; } = [];
    public ImmutableList<Recorded<StateDecision>> StateDecisions { get; init; } = [];
    public ImmutableList<Recorded<SidePaths.Incident>> Incidents { get; init; } = [];

    /// <summary>Who declared that he must not work on the case; read by coordinators only.</summary>
    public ImmutableList<Recorded<Assignments.ConflictOfInterest>> Conflicts { get; init; } = [];

    /// <summary>The version that two people released last; null when none is.</summary>
    public DossierVersion? Released => Decisions.LastOrDefault(d => d.Gate == Gates.Gate.Dossier) is { Outcome: "released" } decision
        ? Versions.LastOrDefault(v => v.RenderedAt <= decision.By.At)
        : null;

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

/// <summary>What was asked to be rendered, for whom.</summary>
public sealed record DossierRequest(int Version, string Language, string RecipientFunction, string InputsHash);

/// <param name="InputsHash">Hash of the facts it was made from; another hash means it is out of date.</param>
public sealed record DossierVersion(int Version, string Language, string RecipientFunction, string InputsHash, Guid FileId, string Sha256, long Size, int Pages, DateTimeOffset RenderedAt)
{
    /// <summary>What was searched for in it and found; null for versions of before they were searched, which cannot be released any more.</summary>
    public LeakScan? Scan { get; init; }
}
