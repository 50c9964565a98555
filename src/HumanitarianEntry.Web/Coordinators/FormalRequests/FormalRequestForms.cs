using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Coordinators.FormalRequests;

public sealed record FormalRequestsPage(
    CaseView Case, string Url, IReadOnlyDictionary<Guid, string> Names, DateOnly Today, Guid Reader, AnswerForm Answer, ErasureForm Erasure, SecondForm Second)
{
    /// <summary>Which request was chosen to be answered; the one that is due first otherwise.</summary>
    public int? Number { get; init; }

    public FormalStanding? Chosen => Open.FirstOrDefault(s => s.Asked.Value.Number == Number) ?? (Open is [var first, ..] ? first : null);

    public string CaseUrl => $"/coordinators/cases/{Case.File.Reference}";

    public IReadOnlyList<FormalStanding> Open => [.. FormalRules.Standings(Case.File).Where(s => s.IsOpen).OrderBy(s => s.Asked.Value.AnswerBy)];

    public IReadOnlyList<FormalStanding> Answered => [.. FormalRules.Standings(Case.File).Where(s => !s.IsOpen).Reverse()];

    /// <summary>Who received something and must be asked to destroy it.</summary>
    public IReadOnlyList<string> Receivers => [.. Case.File.Dossier.Submissions.Values().Select(s => s.RecipientFunction).Distinct(StringComparer.Ordinal)];

    public Recorded<ErasureStep>? Proposal(FormalStanding standing) => FormalRules.Proposal(Case.File, standing.Asked.Value.Number);

    public string NameOf(Guid id) => id == Case.File.Id ? S("the person") : Names.GetValueOrDefault(id, S("somebody who left"));

    public static string WordsOf(FormalRequestKind kind) => kind switch
    {
        FormalRequestKind.MoreTime => S("More time"),
        FormalRequestKind.CorrectDetails => S("Correct my details"),
        FormalRequestKind.Withdraw => S("Stop"),
        FormalRequestKind.MyData => S("Give me my data"),
        FormalRequestKind.Erase => S("Erase my data"),
    };

    public static string WordsOf(FormalOutcome outcome) => outcome switch
    {
        FormalOutcome.Granted => S("Granted"),
        FormalOutcome.InPart => S("Granted in part"),
        FormalOutcome.NotGranted => S("Not granted"),
        FormalOutcome.TakenBack => S("Taken back by the person"),
    };

    public static string WordsOf(KeepingGround ground) => ground switch
    {
        KeepingGround.LegalClaims => S("Needed for legal claims (GDPR art. 17(3)(e))"),
        KeepingGround.LegalDuty => S("A law obliges us to keep it (art. 17(3)(b))"),
        KeepingGround.ProofOfCrimes => S("The person separately allowed us to keep proof of crimes"),
        KeepingGround.DangerNow => S("Life or safety depends on it now"),
    };

    public static string AdviceOn(FormalRequestKind kind) => kind switch
    {
        FormalRequestKind.MoreTime => S("Say which new day holds. Where a court or a post sets the day, say so."),
        FormalRequestKind.CorrectDetails => S("Record what is right on the pages of the case first; what was there before stays as corrected. Then answer."),
        FormalRequestKind.MyData => S("When granted, the person can take a copy for 30 days, only with the code typed again. Notes, conclusions, names of staff and other persons are never in it. Make sure that it is the person who asks, not somebody who holds the phone."),
        FormalRequestKind.Erase => S("Reach the person by the safe channel and hear the code phrase: somebody may force this wish."),
        FormalRequestKind.Withdraw => string.Empty,
    };

    public static IReadOnlyList<Choice> Outcomes => [.. new[] { FormalOutcome.Granted, FormalOutcome.InPart, FormalOutcome.NotGranted }.Select(o => new Choice(o.ToString(), WordsOf(o)))];

    public static IReadOnlyList<Choice> ErasureOutcomes => [new(nameof(FormalOutcome.Granted), S("Erase everything"), S("Work stops at once. Three days later all keys, files and search rows are destroyed. Nobody can bring them back.")), new(nameof(FormalOutcome.NotGranted), S("Not granted"))];

    public static IReadOnlyList<Choice> Grounds => [new("", S("None: it is granted")), .. Enum.GetValues<KeepingGround>().Select(g => new Choice(g.ToString(), WordsOf(g)))];
}

public sealed record AnswerForm
{
    [Required(ErrorMessage = "Choose the request again.")]
    public int? Number { get; init; }

    [Required(ErrorMessage = "Choose the answer.")]
    public FormalOutcome? Outcome { get; init; }

    [StringLength(AskFormally.MaxLength, ErrorMessage = "The text is longer than 4,000 signs.")]
    public string? Words { get; init; }

    [FullDate(ErrorMessage = "Write day, month and year, or leave the date empty.")]
    public PartialDateForm TimeUntil { get; init; } = new();

    public AnswerRequest ToAct() => new(Number!.Value, Outcome!.Value, Words ?? string.Empty) { TimeUntil = TimeUntil.ToDay() };
}

public sealed record ErasureForm
{
    [Required(ErrorMessage = "Choose the request again.")]
    public int? Number { get; init; }

    [Required(ErrorMessage = "Choose the answer.")]
    public FormalOutcome? Outcome { get; init; }

    public KeepingGround? Ground { get; init; }

    [StringLength(AskFormally.MaxLength, ErrorMessage = "The text is longer than 4,000 signs.")]
    public string? Words { get; init; }

    [Required(ErrorMessage = "Write for the second person why.")]
    [StringLength(2_000, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Reason { get; init; }

    public string? ReceiversAsked { get; init; }

    public ProposeErasureAnswer ToAct() => new(Number!.Value, Outcome!.Value, Words ?? string.Empty, Reason!) { Ground = Ground, ReceiversAsked = ReceiversAsked is not null };
}

public sealed record SecondForm
{
    [Required(ErrorMessage = "Choose the request again.")]
    public int? Number { get; init; }

    [Required(ErrorMessage = "Choose whether you agree.")]
    public bool? Agrees { get; init; }

    [Required(ErrorMessage = "Write the reason in a sentence or two.")]
    [StringLength(2_000, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Reason { get; init; }

    public SecondErasureAnswer ToAct() => new(Number!.Value, Agrees!.Value, Reason!);
}
