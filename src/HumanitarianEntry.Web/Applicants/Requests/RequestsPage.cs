using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Web.Public.ApplicantSignIn;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HumanitarianEntry.Web.Applicants.Requests;

/// <param name="Asked">Newest first.</param>
/// <param name="MayCopy">A copy can be taken now.</param>
/// <param name="ErasedAt">When everything is destroyed; null when nobody agreed to it.</param>
public sealed record RequestsPage(IReadOnlyList<FormalStanding> Asked, bool MayCopy, DateTimeOffset? ErasedAt, TimeZoneInfo Zone)
{
    public static RequestsPage Of(OwnCase own, DateTimeOffset now) =>
        new([.. FormalRules.Standings(own.File).Reverse()], FormalRules.OpenCopy(own.File, now) is not null, FormalRules.ErasedAt(own.File), own.Zone);

    /// <summary>What the answer is, as a text key.</summary>
    public static string KeyOf(FormalStanding standing) => standing.Answer is { } answer ? $"requests.state.{Keys.Kebab(answer.Value.Outcome.ToString())}" : "requests.state.open";

    /// <summary>An open one, or an erasure that waits for its day.</summary>
    public bool MayTakeBack(FormalStanding standing) =>
        standing.IsOpen || (ErasedAt is not null && standing is { Asked.Value.Kind: FormalRequestKind.Erase, Answer.Value.Outcome: FormalOutcome.Granted });
}

public sealed record RequestForm
{
    [StringLength(AskFormally.MaxLength)]
    public string? Words { get; init; }

    /// <summary>"yes" when the person ticked that he wants to be erased.</summary>
    public string? Sure { get; init; }

    /// <summary>What the page is about; never read from the request.</summary>
    [BindNever]
    public FormalRequestKind Kind { get; init; }

    [BindNever]
    public bool IsAsked { get; init; }

    /// <summary>How long an answer takes at most.</summary>
    public int Days() => FormalRules.AnswerBy(Kind, DateOnly.MinValue).DayNumber;

    public bool NeedsWords() => Kind is FormalRequestKind.MoreTime or FormalRequestKind.CorrectDetails;

    public static string KeyOf(FormalRequestKind kind) => $"requests.kind.{Keys.Kebab(kind.ToString())}";

    public static int NumberOf(FormalRequestKind kind) => (int)kind + 1;

    public static FormalRequestKind? KindOf(int number) => Enum.IsDefined((FormalRequestKind)(number - 1)) ? (FormalRequestKind)(number - 1) : null;
}

public sealed record CopyForm
{
    [Required, StringLength(60)]
    public string? Code { get; init; }

    /// <summary>Until when it can be taken; null when there is none.</summary>
    [BindNever]
    public DateTimeOffset? Until { get; init; }

    [BindNever]
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public string Digits() => new ApplicantSignInForm { Code = Code }.Digits;
}
