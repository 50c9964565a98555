using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>What a case lacks of a whole screening.</summary>
public enum ScreeningNeed
{
    /// <summary>There is a result for every list version in force, or the person may not be screened.</summary>
    None,

    /// <summary>Only versions of lists changed; where nothing in them touches the person, the result can be carried on to them.</summary>
    NewerLists,

    /// <summary>The person must be searched.</summary>
    Search,
}

/// <summary>When a person is screened without anybody asking for it: when a gate opens that rests on it, when names, birth or papers change, and when lists or the search do.</summary>
public static class ScreeningUpkeep
{
    /// <summary>Subject of work that no person asked for.</summary>
    public const string ByItself = "by-itself";

    private static readonly ImmutableArray<Gate> Resting = [Gate.Vetting, Gate.Dossier, Gate.Submission, Gate.TravelSafety];

    /// <summary>True while the case is open, the security check is allowed and there is a name.</summary>
    public static bool MayScreen(CaseFile file, DateTimeOffset now) => !file.Position.Finished && file.IsAllowed(ConsentPurpose.Vet, now) && file.Identity.MainName is not null;

    public static ScreeningNeed NeedOf(CaseFile file, ScreeningStandard standard, int maxAgeDays, DateTimeOffset now)
    {
        if (!MayScreen(file, now))
        {
            return ScreeningNeed.None;
        }

        if (file.Vetting.LatestRun is not { } run || run.Provenance.At < file.Position.BeganAt || run.Value.ApplicantHash != ScreeningCheck.ApplicantHash(file)
            || run.Value.EngineVersion != standard.EngineVersion || run.Value.Lists.Count == 0
            || ((now - run.Provenance.At).TotalDays > maxAgeDays && file.Position.Open.Exists(o => Resting.Contains(o.Gate))))
        {
            return ScreeningNeed.Search;
        }

        // A search that could not look for every name stays as it is until something changes: the gate is blocked and the vetter was told.
        return !standard.MissingIn(run.Value).Any() ? ScreeningNeed.None : run.Value.Failure is null ? ScreeningNeed.NewerLists : ScreeningNeed.Search;
    }

    /// <summary>Since when the case lacks it: the latest of what made the result incomplete.</summary>
    /// <param name="engineSince">When the engine in use was first met here.</param>
    public static DateTimeOffset LackingSince(CaseFile file, ScreeningStandard standard, int maxAgeDays, DateTimeOffset engineSince)
    {
        var facts = file.Identity.Names.Select(n => n.Provenance.At).Concat(file.Identity.Births.Select(b => b.Provenance.At)).Concat(file.Identity.Documents.Select(d => d.Provenance.At));
        var allowed = file.ConsentFor(ConsentPurpose.Vet)?.Provenance.At ?? file.OpenedAt;
        var run = file.Vetting.LatestRun;
        return run is null ? facts.Append(allowed).Max()
            : run.Value.ApplicantHash != ScreeningCheck.ApplicantHash(file) ? facts.Append(run.Provenance.At).Max()
            : run.Value.EngineVersion != standard.EngineVersion ? engineSince
            : run.Provenance.At < file.Position.BeganAt ? file.Position.BeganAt
            : standard.MissingIn(run.Value).Select(l => l.Since).DefaultIfEmpty(run.Provenance.At.AddDays(maxAgeDays)).Min();
    }

    /// <summary>What an act sets in motion by itself.</summary>
    /// <param name="opened">Gates that the act opened.</param>
    public static ImmutableList<WorkRequest> After(CaseFile before, CaseFile after, IReadOnlyCollection<Gate> opened, ActContext context)
    {
        var resting = opened.Any(g => Resting.Contains(g));
        if ((!resting && after.HasSame(Compartment.Identity, before)) || !MayScreen(after, context.Now))
        {
            return [];
        }

        // Until somebody has been searched for the first time, facts are still being gathered.
        var changed = after.Vetting.Runs.Count > 0 && ScreeningCheck.ApplicantHash(after) != ScreeningCheck.ApplicantHash(before);
        return changed || (resting && ScreeningCheck.Check(after, context, context.Programme.MaxScreeningAgeDays).Any()) ? [new WorkRequest(WorkKind.ScreenNames, ByItself)] : [];
    }
}

/// <summary>The system's own request: the person lacks a result that he must have.</summary>
[ActKind("screen-by-itself", Compartment.Vetting, Role.System)]
public sealed record ScreenByItself : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!ScreeningUpkeep.MayScreen(file, context.Now))
        {
            yield return new Blocker("screening-not-allowed", "He has not allowed a security check, or there is no name to search for.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) => new(file) { Work = [new WorkRequest(WorkKind.ScreenNames, ScreeningUpkeep.ByItself)] };
}

/// <summary>Nothing that newer list versions changed touches the applicant: the result holds for them too. Refused when anything but the versions is different.</summary>
/// <param name="From">The lists that the result held for.</param>
/// <param name="To">The lists in force.</param>
[ActKind("carry-screening", Compartment.Vetting, Role.System)]
public sealed record CarryScreening(string EngineVersion, string ApplicantHash, ImmutableList<ScreenedList> From, ImmutableList<ScreenedList> To) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Vetting.LatestRun is not { Value: { Failure: null } run } || run.EngineVersion != EngineVersion || run.ApplicantHash != ApplicantHash || ScreeningCheck.ApplicantHash(file) != ApplicantHash
            || !run.Lists.SequenceEqual(From))
        {
            yield return new Blocker("screening-not-carried", "The result is not the one that was compared; the person must be searched again.");
        }

        if (From.Exists(f => !To.Exists(t => t.Id == f.Id && t.Kind == f.Kind)))
        {
            yield return new Blocker("screening-not-carried", "A list is gone or means something else now; the person must be searched again.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { Carried = file.Vetting.Carried.Add(context.Record(new ScreeningCarried(file.Vetting.Runs.Count, To), "comparison of list versions", Confidence.Confirmed)) } });
}

/// <summary>The nightly proof found no result of this person for a list version in force, and it could not be made up for in time.</summary>
/// <param name="Since">Since when it is missing.</param>
[ActKind("report-screening-gap", Compartment.Vetting, Role.System)]
public sealed record ReportScreeningGap(ImmutableList<string> Lists, DateTimeOffset Since) : Act
{
    public override ActOutcome Apply(CaseFile file, ActContext context) => new(file) { Told = [new Told(Role.Vetter, "screening-gap"), new Told(Role.Coordinator, "screening-gap")] };
}
