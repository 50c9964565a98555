using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.AntiWarActivity;

/// <summary>What can be checked of evidence: the codes of handbook "Evidence checks per type", and of three types that it has no row for (decision 0032).</summary>
public enum VerificationCheck
{
    OriginalFile,
    UploadTime,
    PlaceRecognised,
    FaceAndVoice,
    FirstAppearance,
    ControlShownLive,
    CreationDate,
    FirstPostsArchived,
    AdminHistory,
    PublisherPageArchived,
    EditorConfirms,
    NameLinkProven,
    EventOnRecord,
    BothSidesSeen,
    NumberAndStamp,
    UnitAndSignatory,
    PaperRoute,
    FormOfThatDate,
    OfficeAddress,
    SeriesAndNumber,
    Handwriting,
    Counterfoil,
    ScreenshotWithMetadata,
    ArticleAndPart,
    CourtOrBody,
    NumberInSnapshot,
    LawyersCopy,
    NoLiveQuery,
    RulingSeen,
    PaymentSeen,
    BeforeCriminalArticle,
    WitnessIdentity,
    WitnessRelation,
    HowWitnessKnows,
    WitnessIndependence,
    WitnessAndState,
    MedicalIssuer,
    MedicalDate,
    InjuryAgainstAccount,
    SeparateConsent,
    SignatoryMandate,
    WhatCampaignChecked,
    MarkedNotIndependent,
    PayerIsPerson,
    RecipientAtThatTime,
    AmountAndDate,
    ChainOfHands,
    ThirdPartiesCovered,
    MessagesOnDevice,
    DateOfHelp,
    HelpedPersonConfirms,
    HelpedNotNamed,
}

public enum CheckOutcome
{
    NotDone,
    Done,

    /// <summary>It cannot be made; the note says why. The evidence stays at credibility 3.</summary>
    NotPossible,

    /// <summary>It was made and speaks against the item.</summary>
    Failed,
}

/// <summary>The forms in which one type of evidence comes, where each form has checks of its own.</summary>
public enum EvidenceShape
{
    Usual,
    PictureOrFilm,
    WrittenText,
    OnPaper,
    Electronic,
}

/// <summary>The checks that one form of a type needs before credibility better than 3.</summary>
public sealed record MinimumChecks(EvidenceShape Form, ImmutableList<VerificationCheck> Checks)
{
    private static readonly ImmutableList<VerificationCheck> Paper =
        [VerificationCheck.BothSidesSeen, VerificationCheck.NumberAndStamp, VerificationCheck.UnitAndSignatory, VerificationCheck.PaperRoute];

    private static readonly ImmutableList<VerificationCheck> Film =
        [VerificationCheck.OriginalFile, VerificationCheck.UploadTime, VerificationCheck.PlaceRecognised, VerificationCheck.FaceAndVoice, VerificationCheck.FirstAppearance];

    private static readonly ImmutableList<VerificationCheck> Record =
        [VerificationCheck.ArticleAndPart, VerificationCheck.CourtOrBody, VerificationCheck.NumberInSnapshot, VerificationCheck.LawyersCopy, VerificationCheck.NoLiveQuery];

    /// <summary>The lists of a type: one, or one for each form it comes in. The first is the strictest and holds until a person states another form.</summary>
    public static ImmutableList<MinimumChecks> For(EvidenceType type) => type switch
    {
        EvidenceType.PublicPost =>
        [
            new(EvidenceShape.PictureOrFilm, Film),
            new(EvidenceShape.WrittenText, [VerificationCheck.OriginalFile, VerificationCheck.UploadTime, VerificationCheck.ControlShownLive, VerificationCheck.FirstAppearance]),
        ],
        EvidenceType.SymbolicAct => [new(EvidenceShape.Usual, Film)],
        EvidenceType.Protest => [new(EvidenceShape.Usual, [VerificationCheck.OriginalFile, VerificationCheck.PlaceRecognised, VerificationCheck.FaceAndVoice, VerificationCheck.FirstAppearance, VerificationCheck.EventOnRecord])],
        EvidenceType.Channel => [new(EvidenceShape.Usual, [VerificationCheck.ControlShownLive, VerificationCheck.CreationDate, VerificationCheck.FirstPostsArchived, VerificationCheck.AdminHistory])],
        EvidenceType.MediaInterview => [new(EvidenceShape.Usual, [VerificationCheck.PublisherPageArchived, VerificationCheck.EditorConfirms, VerificationCheck.NameLinkProven])],
        EvidenceType.ResignationReport or EvidenceType.WrittenRefusal or EvidenceType.RefusalOrder => [new(EvidenceShape.Usual, Paper)],
        EvidenceType.Summons =>
        [
            new(EvidenceShape.OnPaper, [VerificationCheck.FormOfThatDate, VerificationCheck.OfficeAddress, VerificationCheck.SeriesAndNumber, VerificationCheck.Handwriting, VerificationCheck.Counterfoil]),
            new(EvidenceShape.Electronic, [VerificationCheck.FormOfThatDate, VerificationCheck.OfficeAddress, VerificationCheck.SeriesAndNumber, VerificationCheck.ScreenshotWithMetadata]),
        ],
        EvidenceType.CourtRecord or EvidenceType.CriminalCase => [new(EvidenceShape.Usual, Record)],
        EvidenceType.AdministrativeCase => [new(EvidenceShape.Usual, [VerificationCheck.RulingSeen, VerificationCheck.PaymentSeen, VerificationCheck.BeforeCriminalArticle])],
        EvidenceType.WitnessStatement =>
        [
            new(EvidenceShape.Usual,
                [VerificationCheck.WitnessIdentity, VerificationCheck.WitnessRelation, VerificationCheck.HowWitnessKnows, VerificationCheck.WitnessIndependence, VerificationCheck.WitnessAndState]),
        ],
        EvidenceType.MedicalRecord => [new(EvidenceShape.Usual, [VerificationCheck.MedicalIssuer, VerificationCheck.MedicalDate, VerificationCheck.InjuryAgainstAccount, VerificationCheck.SeparateConsent])],
        EvidenceType.CampaignLetter => [new(EvidenceShape.Usual, [VerificationCheck.SignatoryMandate, VerificationCheck.WhatCampaignChecked, VerificationCheck.MarkedNotIndependent])],
        EvidenceType.Donation => [new(EvidenceShape.Usual, [VerificationCheck.PaymentSeen, VerificationCheck.PayerIsPerson, VerificationCheck.RecipientAtThatTime, VerificationCheck.AmountAndDate])],
        EvidenceType.LeakedDocument => [new(EvidenceShape.Usual, [VerificationCheck.ChainOfHands, VerificationCheck.FormOfThatDate, VerificationCheck.UnitAndSignatory, VerificationCheck.ThirdPartiesCovered])],
        EvidenceType.HelpToOthers => [new(EvidenceShape.Usual, [VerificationCheck.MessagesOnDevice, VerificationCheck.DateOfHelp, VerificationCheck.HelpedPersonConfirms, VerificationCheck.HelpedNotNamed])],
    };

    /// <summary>Every check that a form of the type asks for, each once.</summary>
    public static ImmutableList<VerificationCheck> Of(EvidenceType type) => [.. For(type).SelectMany(f => f.Checks).Distinct()];
}
