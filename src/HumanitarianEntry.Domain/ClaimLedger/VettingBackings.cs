using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.ClaimLedger;

public enum VettingResult
{
    /// <summary>The search of the lists.</summary>
    Names,

    /// <summary>Units and incidents.</summary>
    Units,
    Exclusion,
    Voluntariness,

    /// <summary>What the reviewers decided in all.</summary>
    Whole,
}

/// <summary>Results of the vetting as something that claims rest on. None counts before the gate of the vetting was passed with four eyes.</summary>
public static class VettingBackings
{
    public const string Names = "names";
    public const string Units = "units";
    public const string Exclusion = "exclusion";
    public const string Voluntariness = "voluntariness";
    public const string Whole = "whole";

    /// <summary>Entries of wanted lists go by their hash.</summary>
    internal const string Entry = "entry-";

    /// <summary>The results by name; entries of lists besides.</summary>
    public static readonly ImmutableDictionary<string, VettingResult> Results = new Dictionary<string, VettingResult>(StringComparer.Ordinal)
    {
        [Names] = VettingResult.Names, [Units] = VettingResult.Units, [Exclusion] = VettingResult.Exclusion, [Voluntariness] = VettingResult.Voluntariness, [Whole] = VettingResult.Whole,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Entries about the person that speak for him, in the last search.</summary>
    public static IEnumerable<ScreeningHit> Confirmed(CaseFile file) =>
        (file.Vetting.LatestRun?.Value.Hits ?? []).Where(h => h.Class == HitClass.PersecutionEvidence && file.Vetting.StandingOf(h) == HitStanding.Same);

    /// <summary>The hash in the mark of an entry of a list; null for every other result.</summary>
    public static string? EntryHashOf(string mark) => mark.StartsWith(Entry, StringComparison.Ordinal) ? mark[Entry.Length..] : null;

    internal static bool IsConfirmed(CaseFile file, string entryHash) => Confirmed(file).Any(h => h.EntryHash == entryHash);

    internal static BackingReading? Read(CaseFile file, BackingTarget target)
    {
        var facts = file.Vetting;
        if (EntryHashOf(target.Mark) is { } hash)
        {
            return OfEntry(file, target, hash);
        }

        if (!Results.TryGetValue(target.Mark, out var result) || file.DecisionOn(Gate.Vetting) is not { } decision)
        {
            return null;
        }

        var why = !VettingGate.IsPassing(decision.Outcome) ? Sentence.Of("The vetting was not passed.") : target.Mark switch
        {
            Names when facts.LatestRun is not { Value: { Failure: null, Lists.Count: > 0 } } => Sentence.Of("The last search of the lists is not whole."),
            Units when VettingGate.OpenOverlaps(file).Any() => Sentence.Of("An incident is not held against a service period yet."),
            Exclusion when !ReviewResult.ExclusionsOf(file).All(VettingGate.IsCleared) => Sentence.Of("A question of exclusion is not cleared."),
            Voluntariness when ReviewResult.VoluntarinessOf(file) is null => Sentence.Of("The reviewers came to no common finding."),
            _ => null,
        };
        return new BackingReading(target, Sentence.Of($"vetting: {result}, {BackingRules.Day(decision.By.At)}"), why, BackingRules.Stamp(decision.By.At));
    }

    private static BackingReading? OfEntry(CaseFile file, BackingTarget target, string hash)
    {
        if (file.Vetting.LatestRun?.Value is not { } run || run.Hits.Find(h => h.EntryHash == hash) is not { } hit || run.Lists.Find(l => l.Id == hit.ListId) is not { } list)
        {
            return null;
        }

        return new BackingReading(target, Sentence.Of($"entry in {list.Name}, {list.VersionDate}"), IsConfirmed(file, hash) ? null : Sentence.Of("Whether the entry is about the person is not confirmed by two."), hash);
    }
}
