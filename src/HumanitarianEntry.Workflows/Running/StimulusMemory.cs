using System.Security.Cryptography;
using System.Text;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>
/// Remembers the last <see cref="Capacity"/> answered stimuli as 64-bit digests with the verdict's letter, about 7 KB when full, so that the state stays flat.
/// An older repeat cannot do harm when it names a wait by id: that wait is gone, so the answer is <see cref="StimulusVerdict.TooLate"/>.
/// Refusals are not remembered, because the same stimulus may rightly come again (a timer after the pause).
/// </summary>
public static class StimulusMemory
{
    public const int Capacity = 500;

    internal static StimulusResult? Recall(RunState state, string stimulusId)
    {
        var digest = Digest(stimulusId);
        var entry = state.Answered.FirstOrDefault(answered => answered.StartsWith(digest, StringComparison.Ordinal));
        return entry is null ? null : new StimulusResult(stimulusId, Verdict(entry[^1]), Reason: null, IsRepeat: true);
    }

    internal static RunState Remember(RunState state, StimulusResult result)
    {
        if (result.Verdict == StimulusVerdict.Refused) return state;
        var entry = $"{Digest(result.StimulusId)}{Letter(result.Verdict)}";
        var kept = state.Answered.Length < Capacity ? state.Answered : state.Answered.RemoveRange(0, state.Answered.Length - Capacity + 1);
        return state with { Answered = kept.Add(entry) };
    }

    private static string Digest(string stimulusId) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(stimulusId)).AsSpan(0, 8)).TrimEnd('=');

    private static char Letter(StimulusVerdict verdict) => verdict switch
    {
        StimulusVerdict.Accepted => 'a',
        StimulusVerdict.Kept => 'k',
        StimulusVerdict.TooLate => 'l',
        StimulusVerdict.Refused => throw new RunException("a refused stimulus is not remembered"),
    };

    private static StimulusVerdict Verdict(char letter) => letter switch
    {
        'a' => StimulusVerdict.Accepted,
        'k' => StimulusVerdict.Kept,
        'l' => StimulusVerdict.TooLate,
        _ => throw new RunException($"unknown verdict letter '{letter}' in the run's memory"),
    };
}
