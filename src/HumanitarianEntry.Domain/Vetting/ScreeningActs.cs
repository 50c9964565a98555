using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>Asks for a name screening; the worker does it outside the transaction and reports with <see cref="RecordScreeningRun"/>.</summary>
[ActKind("request-screening", Compartment.Vetting, Role.Vetter, Role.Coordinator, Role.ProtectionOfficer, Role.System)]
public sealed record RequestScreening : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.IsAllowed(ConsentPurpose.Vet, context.Now))
        {
            yield return new Blocker("consent-to-vet-missing", "He has not allowed a security check.");
        }

        if (file.Identity.MainName is null)
        {
            yield return new Blocker("name-missing", "There is no name to search for.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) => new(file) { Work = [new WorkRequest(WorkKind.ScreenNames, ScreeningCheck.ApplicantHash(file))] };
}

/// <summary>The result of a screening. A persecutor-class hit sets the travel flag at once and never lowers anything; it becomes evidence when it is known to be he.</summary>
[ActKind("record-screening", Compartment.Vetting, Role.System)]
public sealed record RecordScreeningRun(ScreeningRun Run) : Act
{
    /// <summary>No person asked for it: a gate opened, facts changed, or a list or the search did.</summary>
    public bool ByItself { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var hit in Run.Hits)
        {
            if (Run.Lists.Find(l => l.Id == hit.ListId) is not { } list)
            {
                yield return new Blocker("hit-of-unknown-list", $"Hit {hit.Label} names a list that this run did not search.");
            }
            else if (PersecutorRule.Classify(list.Kind, hit.Articles) != hit.Class)
            {
                yield return new Blocker("hit-class-wrong", $"Hit {hit.Label} is classed as {hit.Class}; by the persecutor rule it is {PersecutorRule.Classify(list.Kind, hit.Articles)}.");
            }
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { Runs = file.Vetting.Runs.Add(context.Record(Run, "screening", Confidence.Confirmed)) } })
        {
            Told = !ByItself ? [new Told(Role.Vetter, "screening-done")] : HasNews(file.Vetting.LatestRun?.Value) ? [new Told(Role.Vetter, "screening-news")] : [],
        };

    /// <summary>Somebody must look: an entry came, went or is another one now, or the search failed. A run that nobody asked for and that says the same as before disturbs nobody.</summary>
    private bool HasNews(ScreeningRun? before) =>
        (Run.Failure is not null && Run.Failure != before?.Failure) || !Run.Hits.Select(h => h.EntryHash).ToHashSet(StringComparer.Ordinal).SetEquals(before?.Hits.Select(h => h.EntryHash) ?? []);
}
