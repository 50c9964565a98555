using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;

namespace HumanitarianEntry.Domain.FormalRequests;

/// <summary>What the person may ask for in due form. Each has a number, a day by which it is answered, and an answer.</summary>
public enum FormalRequestKind
{
    MoreTime,
    CorrectDetails,

    /// <summary>Done in the moment in which it is asked for (P3).</summary>
    Withdraw,
    MyData,
    Erase,
}

public enum FormalOutcome
{
    Granted,
    InPart,
    NotGranted,

    /// <summary>The person does not want it any more.</summary>
    TakenBack,
}

/// <summary>Why something must be kept although the person asks to erase it (GDPR art. 17(3); handbook section 5, statements 23 and 24).</summary>
public enum KeepingGround
{
    /// <summary>Needed to bring or to answer legal claims.</summary>
    LegalClaims,

    /// <summary>A law obliges us to keep it for a time.</summary>
    LegalDuty,

    /// <summary>The person has allowed us, apart from everything else, to keep proof of crimes.</summary>
    ProofOfCrimes,

    /// <summary>Life or safety of the person or of another one depends on it now.</summary>
    DangerNow,
}

/// <param name="Number">Counted from 1 inside the case.</param>
/// <param name="Words">What the person wrote; empty where nothing has to be said.</param>
/// <param name="AnswerBy">The last day for the answer.</param>
public sealed record FormalRequest(int Number, FormalRequestKind Kind, string Words, DateOnly AnswerBy);

/// <param name="Words">To the person, in words that he understands.</param>
public sealed record FormalAnswer(int Number, FormalOutcome Outcome, string Words)
{
    /// <summary>The new last day, where more time was asked for.</summary>
    public DateOnly? TimeUntil { get; init; }

    /// <summary>Why what was asked to be erased is kept.</summary>
    public KeepingGround? Ground { get; init; }
}

/// <summary>The answer to a wish to be erased as one person proposes it; another one agrees or does not.</summary>
/// <param name="Agreed">Null on the proposal itself.</param>
/// <param name="Reason">For colleagues; never shown to the person.</param>
public sealed record ErasureStep(int Number, FormalOutcome Outcome, KeepingGround? Ground, string Words, string Reason, bool? Agreed);

/// <summary>Marks of the last day that were told.</summary>
public sealed record FormalReminder(int Number, int DaysBefore);

/// <summary>The person took a copy of what is known of him.</summary>
public sealed record OwnCopyTaken(int Number);

/// <summary>A request with what became of it.</summary>
public sealed record FormalStanding(Recorded<FormalRequest> Asked, Recorded<FormalAnswer>? Answer)
{
    public bool IsOpen => Answer is null;
}

/// <summary>How long an answer may take, what stands now, and when somebody must be told that the last day comes.</summary>
public static class FormalRules
{
    /// <summary>Data rights: handbook section 5, statement 24, and GDPR art. 12(3), whose month is never shorter than 28 days.</summary>
    public const int DataRightsDays = 28;

    public const int MoreTimeDays = 3;

    /// <summary>So long the person may take his yes back and save his copy before anything is destroyed.</summary>
    public static readonly TimeSpan ErasureWaits = TimeSpan.FromDays(3);

    /// <summary>So long a granted copy can be taken.</summary>
    public static readonly TimeSpan DataStays = TimeSpan.FromDays(30);

    private static readonly ImmutableArray<int> Marks = [7, 1, -1];

    public static DateOnly AnswerBy(FormalRequestKind kind, DateOnly today) => kind switch
    {
        FormalRequestKind.MoreTime => today.AddDays(MoreTimeDays),
        FormalRequestKind.Withdraw => today,
        FormalRequestKind.CorrectDetails or FormalRequestKind.MyData or FormalRequestKind.Erase => today.AddDays(DataRightsDays),
    };

    /// <summary>Every request in order.</summary>
    public static IReadOnlyList<FormalStanding> Standings(CaseFile file) =>
        [.. file.Contact.FormalRequests.Select(r => new FormalStanding(r, file.Contact.FormalAnswers.LastOrDefault(a => a.Value.Number == r.Value.Number)))];

    public static FormalStanding? Find(CaseFile file, int number) => Standings(file).FirstOrDefault(s => s.Asked.Value.Number == number);

    public static FormalStanding? OpenOf(CaseFile file, FormalRequestKind kind) => Standings(file).FirstOrDefault(s => s.IsOpen && s.Asked.Value.Kind == kind);

    /// <summary>The proposal on which a second person must speak; null when none waits.</summary>
    public static Recorded<ErasureStep>? Proposal(CaseFile file, int number) =>
        file.Contact.ErasureSteps.LastOrDefault(s => s.Value.Number == number) is { Value.Agreed: null } waiting && Find(file, number) is { IsOpen: true } ? waiting : null;

    /// <summary>When the case is erased; null when nobody agreed to it, the person took it back or began again, or an emergency was opened since: then somebody may have forced the wish.</summary>
    public static DateTimeOffset? ErasedAt(CaseFile file) =>
        Standings(file).LastOrDefault(s => s.Asked.Value.Kind == FormalRequestKind.Erase && s.Answer is not null)?.Answer is { Value.Outcome: FormalOutcome.Granted } granted
        && granted.Provenance.At >= file.Position.BeganAt && !file.Dossier.Incidents.Exists(i => i.Value is { Path: SidePath.Emergency, Begins: true } && i.Provenance.At > granted.Provenance.At)
            ? granted.Provenance.At + ErasureWaits
            : null;

    /// <summary>The granted request by which the person may take his copy now; null when there is none.</summary>
    public static FormalStanding? OpenCopy(CaseFile file, DateTimeOffset now) =>
        Standings(file).LastOrDefault(s => s is { Asked.Value.Kind: FormalRequestKind.MyData, Answer.Value.Outcome: FormalOutcome.Granted or FormalOutcome.InPart } && now <= s.Answer!.Provenance.At + DataStays);

    /// <summary>The reminder that is due on this day; null when there is none or it was given.</summary>
    public static FormalReminder? Due(CaseFile file, DateOnly today)
    {
        foreach (var open in Standings(file).Where(s => s.IsOpen))
        {
            var (number, last) = (open.Asked.Value.Number, open.Asked.Value.AnswerBy);
            if (DayMarks.Due(last, today, Marks, Told(file, number)) is { } mark)
            {
                return new FormalReminder(number, mark);
            }
        }

        return null;
    }

    /// <summary>When the next reminder falls due; null when none will.</summary>
    public static DateTimeOffset? NextAt(CaseFile file) => Standings(file).Where(s => s.IsOpen)
        .Select(s => DayMarks.NextAt(s.Asked.Value.AnswerBy, Marks, Told(file, s.Asked.Value.Number))).Min();

    private static IEnumerable<int> Told(CaseFile file, int number) => file.Contact.FormalReminders.Values().Where(r => r.Number == number).Select(r => r.DaysBefore);

    /// <summary>The case with one more request; its number follows the last one.</summary>
    internal static CaseFile With(CaseFile file, ActContext context, FormalRequestKind kind, string words)
    {
        var request = new FormalRequest(file.Contact.FormalRequests.Count + 1, kind, words, AnswerBy(kind, context.Today));
        return file with { Contact = file.Contact with { FormalRequests = file.Contact.FormalRequests.Add(context.Record(request, "applicant", Confidence.Confirmed)) } };
    }

    internal static CaseFile With(CaseFile file, ActContext context, FormalAnswer answer, string source) =>
        file with { Contact = file.Contact with { FormalAnswers = file.Contact.FormalAnswers.Add(context.Record(answer, source, Confidence.Confirmed)) } };
}
