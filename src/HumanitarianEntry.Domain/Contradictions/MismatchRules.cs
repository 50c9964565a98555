using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>What holds for every step, and what unsettled mismatches stand against.</summary>
public static class MismatchRules
{
    public const int MaxLength = 4_000;

    /// <summary>Somebody must look at an explanation as the second person.</summary>
    public const string SecondLookTopic = "mismatch-second-look";

    /// <summary>A dossier whose sections contradict each other must not leave (handbook G8, "goes wrong"); what stands in it comes from these compartments.</summary>
    private static readonly ImmutableArray<Compartment> InTheDossier = [Compartment.Identity, Compartment.Interview, Compartment.Evidence];

    /// <summary>What a dossier would say and that is not settled. Judged without the compartments that its officers may not know of.</summary>
    internal static IEnumerable<Blocker> AgainstDossier(CaseFile file)
    {
        var open = Mismatches.For(Role.System, file).Count(s => s.Mismatch.IsMaterial && !s.IsSettled && s.Mismatch.RestsOn.TrueForAll(c => InTheDossier.Contains(c)));
        if (open > 0)
        {
            yield return new Blocker("mismatch-unsettled", $"Things on file that do not fit together yet, so that the dossier would say both: {open}. A screener or the coordinator explains each, or leaves it open with a reason.");
        }
    }

    /// <summary>Clear without a remark means that each contradiction has its innocent explanation recorded (handbook 4f).</summary>
    /// <param name="basis">What the person's outcome rests on: a second look is another reviewer's own explanation, which he does not know.</param>
    internal static IEnumerable<Blocker> AgainstClear(CaseFile basis, Guid person)
    {
        var open = Mismatches.For(Role.Vetter, basis).Count(s => s.Mismatch.IsMaterial && s.Standing != MismatchStanding.Explained && !(s.Waiting is { Value.Kind: MismatchStepKind.Explained } own && own.Provenance.By == person));
        if (open > 0)
        {
            yield return new Blocker("mismatch-unexplained", $"Things on file that do not fit together yet and have no explanation: {open}. Explain each, or choose 'clear-with-remarks'.");
        }
    }

    internal static IEnumerable<Blocker> CheckStep(CaseFile file, ActContext context, string key, string seen, string? words)
    {
        if (Find(file, context, key) is not { } status)
        {
            yield return new Blocker("mismatch-unknown", "These two sources fit together now, or there is no such pair. Look at the list again.");
        }
        else if (status.Mismatch.Fingerprint != seen)
        {
            yield return new Blocker("mismatch-changed", "One of the two sources has changed since you looked. Look at both again.");
        }

        if (words?.Length > MaxLength)
        {
            yield return new Blocker("text-too-long", $"Your words are longer than {MaxLength} signs.");
        }
    }

    internal static IEnumerable<Blocker> CheckReasons(CaseFile file, ActContext context, string key, ImmutableList<InnocentReason> reasons, string? words)
    {
        if (reasons.Count == 0 && string.IsNullOrWhiteSpace(words))
        {
            yield return new Blocker("explanation-missing", "Tick at least one explanation, or write your own.");
        }

        if (Find(file, context, key) is { } status && reasons.Exists(r => !InnocentReasons.For(status.Mismatch).Contains(r)))
        {
            yield return new Blocker("explanation-unknown", "One of the explanations is not on the list for this pair. Write it in your own words.");
        }
    }

    internal static IEnumerable<Blocker> CheckWords(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            yield return new Blocker("reason-missing", "Say why it stays open and what was tried.");
        }
    }

    internal static IEnumerable<Blocker> CheckSecondLook(CaseFile file, ActContext context, string key, bool agrees, string? words)
    {
        if (Find(file, context, key) is not { } status)
        {
            yield break;
        }

        if (status.Waiting is not { } waiting)
        {
            yield return new Blocker("nothing-to-look-at", "Nothing waits for a second look here.");
        }
        else if (waiting.Provenance.By == context.Actor.Id)
        {
            yield return new Blocker("second-person-must-differ", "You have given your opinion already; another person must look.");
        }

        if (!agrees && string.IsNullOrWhiteSpace(words))
        {
            yield return new Blocker("reason-missing", "Say what speaks against the explanation.");
        }
    }

    internal static ActOutcome Adding(CaseFile file, ActContext context, string key, MismatchStepKind kind, ImmutableList<InnocentReason> reasons, string? words)
    {
        var mismatch = Find(file, context, key)!.Mismatch;
        var own = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        var step = context.Record(new MismatchStep(mismatch.Key, mismatch.Fingerprint, kind, [.. reasons.Distinct().Order()], own, mismatch.RestsOn), "staff");
        var inVetting = context.Actor.Role == Role.Vetter;
        var after = inVetting
            ? file with { Vetting = file.Vetting with { MismatchSteps = file.Vetting.MismatchSteps.Add(step) } }
            : file with { Interview = file.Interview with { MismatchSteps = (file.Interview.MismatchSteps ?? []).Add(step) } };
        var waits = kind == MismatchStepKind.KeptOpen || (kind == MismatchStepKind.Explained && mismatch.NeedsSecondLook);
        // Another vetter looks for himself, without knowing that somebody did.
        return new ActOutcome(after) { Told = waits && !inVetting ? [new Told(Role.Coordinator, SecondLookTopic)] : [] };
    }

    private static MismatchStatus? Find(CaseFile file, ActContext context, string key) =>
        Mismatches.For(context.Actor.Role, context.Actor.Role == Role.Vetter ? BlindReview.For(context.Actor.Id, file) : file).Find(s => s.Mismatch.Key == key);
}
