namespace HumanitarianEntry.Domain.Vetting;

public enum HitOutcome
{
    Same,
    NotSame,
    CannotTell,
}

public enum HitStanding
{
    Pending,
    SameNeedsSecond,
    Same,
    NotSame,
    CannotTell,
}

public sealed record HitAdjudication(string EntryHash, string ApplicantHash, HitOutcome Outcome, string Reason);
