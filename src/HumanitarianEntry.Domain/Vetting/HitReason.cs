using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>What an answer to a hit rests on, in a closed list, so that it can be counted and read in other cases without anybody's words.</summary>
public enum HitReason
{
    BirthDateAndPlaceAgree,
    PatronymicAgrees,
    DocumentNumberAgrees,
    PhotoComparedByTwo,
    OwnStatement,
    ChargeAgrees,
    ServiceAgrees,
    OtherAgreement,

    OtherBirthDate,
    OtherBirthPlace,
    OtherPatronymic,
    OtherSex,

    /// <summary>Another number of the same kind of paper.</summary>
    OtherDocumentNumber,

    /// <summary>Was shown to be elsewhere, alive or free, when the entry places the listed person somewhere.</summary>
    ElsewhereAtThatTime,
    OtherPhoto,
    OtherCareer,
    OtherDifference,

    /// <summary>The entry says too little.</summary>
    EntryTooThin,

    /// <summary>Of the applicant too little is known.</summary>
    FactsMissing,
    EntryContradictsItself,
    NoPhotoToCompare,
    OtherDoubt,
}

public static class HitReasons
{
    private static readonly ImmutableArray<HitReason> All = [.. Enum.GetValues<HitReason>()];

    /// <summary>The reasons that an answer can have, in the order in which they are offered.</summary>
    public static ImmutableArray<HitReason> For(HitOutcome outcome) => [.. All.Where(r => OutcomeOf(r) == outcome)];

    private static HitOutcome OutcomeOf(HitReason reason) => reason switch
    {
        <= HitReason.OtherAgreement => HitOutcome.Same,
        <= HitReason.OtherDifference => HitOutcome.NotSame,
        _ => HitOutcome.CannotTell,
    };
}
