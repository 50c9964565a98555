using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>What each check asks, and what the codes of a grade stand for, in plain words.</summary>
public static class WorksheetWords
{
    /// <summary>What is on file for a check that asks for the source as it was found.</summary>
    public static string Capture(CaptureView? capture) =>
        capture is null ? S("No capture of the source is on file.")
        : capture.HasOtherAddress || capture.HasOtherTime ? S("A capture is on file, and its file says another address or time than was stated.")
        : capture.Read is { FaultCount: > 0 } ? S("A capture is on file; something in it is altered, broken or missing.")
        : capture.Read is { IsSound: true } && capture.At is { } read ? S($"A capture of {read} is on file, and its own hashes hold.")
        : capture.At is { } at ? S($"A capture of {at} is on file, as stated or written in the file; nothing in it proves the time.")
        : S("A capture is on file; when it was made is not known.");

    public static string Ask(VerificationCheck check) => check switch
    {
        VerificationCheck.OriginalFile => S("Is the original file here, or the platform’s own original?"),
        VerificationCheck.UploadTime => S("Is the time of the upload established?"),
        VerificationCheck.PlaceRecognised => S("Is the place recognised by landmarks or shadows?"),
        VerificationCheck.FaceAndVoice => S("Did a person compare face or voice with the applicant?"),
        VerificationCheck.FirstAppearance => S("Was its first appearance searched for, without giving the face to any search engine?"),
        VerificationCheck.ControlShownLive => S("Did the person show control of the account live, by an edit or a code word?"),
        VerificationCheck.CreationDate => S("Is it established when the account or channel was created?"),
        VerificationCheck.FirstPostsArchived => S("Are the first posts archived?"),
        VerificationCheck.AdminHistory => S("Is it known who administered it, and since when?"),
        VerificationCheck.PublisherPageArchived => S("Is the publisher’s page archived?"),
        VerificationCheck.EditorConfirms => S("Does an editor confirm it through a known contact?"),
        VerificationCheck.NameLinkProven => S("Is it proven that the name or alias is the person’s?"),
        VerificationCheck.EventOnRecord => S("Does another report show that the event took place there that day?"),
        VerificationCheck.BothSidesSeen => S("Were both sides of the paper seen?"),
        VerificationCheck.NumberAndStamp => S("Do incoming number and stamp fit others of that office?"),
        VerificationCheck.UnitAndSignatory => S("Did the unit and the signatory exist then?"),
        VerificationCheck.PaperRoute => S("Is the route of the paper shown, such as by a post receipt?"),
        VerificationCheck.FormOfThatDate => S("Is it the form that was in use at that date?"),
        VerificationCheck.OfficeAddress => S("Are name and address of the office right for that date?"),
        VerificationCheck.SeriesAndNumber => S("Do series and number fit?"),
        VerificationCheck.Handwriting => S("Does the handwriting fit the way such papers are filled in?"),
        VerificationCheck.Counterfoil => S("Is the counterfoil there, or its absence explained?"),
        VerificationCheck.ScreenshotWithMetadata => S("Is there a screenshot with its metadata?"),
        VerificationCheck.ArticleAndPart => S("Are article and part right and in force at that date?"),
        VerificationCheck.CourtOrBody => S("Is the court or body competent for it?"),
        VerificationCheck.NumberInSnapshot => S("Is the number in our local snapshot of records?"),
        VerificationCheck.LawyersCopy => S("Is there a copy from a lawyer?"),
        VerificationCheck.NoLiveQuery => S("Was it checked without asking any register of the persecuting state?"),
        VerificationCheck.RulingSeen => S("Was the ruling seen?"),
        VerificationCheck.PaymentSeen => S("Was the proof of payment seen?"),
        VerificationCheck.BeforeCriminalArticle => S("Does it lie before the criminal case under article 280.3?"),
        VerificationCheck.WitnessIdentity => S("Is it established who the witness is?"),
        VerificationCheck.WitnessRelation => S("Is the relation to the person written down?"),
        VerificationCheck.HowWitnessKnows => S("Is it clear how the witness knows it?"),
        VerificationCheck.WitnessIndependence => S("Was the witness’s independence looked into?"),
        VerificationCheck.WitnessAndState => S("Did the witness say whether the state may contact him or her?"),
        VerificationCheck.MedicalIssuer => S("Does the issuer exist, and did the doctor work there?"),
        VerificationCheck.MedicalDate => S("Does the date fit the account?"),
        VerificationCheck.InjuryAgainstAccount => S("Was the injury held against the account on the scale of five degrees?"),
        VerificationCheck.SeparateConsent => S("Is there a separate consent for medical papers?"),
        VerificationCheck.SignatoryMandate => S("May the signatory speak for the campaign?"),
        VerificationCheck.WhatCampaignChecked => S("Does the letter say what the campaign itself checked?"),
        VerificationCheck.MarkedNotIndependent => S("Is it marked as not independent?"),
        VerificationCheck.PayerIsPerson => S("Is it proven that the person paid?"),
        VerificationCheck.RecipientAtThatTime => S("Was the recipient what it is said to be at that time?"),
        VerificationCheck.AmountAndDate => S("Are amount and date shown?"),
        VerificationCheck.ChainOfHands => S("Is it known through whose hands it came?"),
        VerificationCheck.ThirdPartiesCovered => S("Are third persons covered in every copy that leaves?"),
        VerificationCheck.MessagesOnDevice => S("Were the messages seen on the device itself?"),
        VerificationCheck.DateOfHelp => S("Is the date of the help shown?"),
        VerificationCheck.HelpedPersonConfirms => S("Does somebody who was helped confirm it?"),
        VerificationCheck.HelpedNotNamed => S("Can nobody who was helped be recognised?"),
    };

    public static string Level(Corroboration level) => level switch
    {
        Corroboration.K0 => S("K0, nothing else shows it"),
        Corroboration.K1 => S("K1, the person’s own device, account or side shows it"),
        Corroboration.K2 => S("K2, one independent source"),
        Corroboration.K3 => S("K3, two or more independent sources"),
        Corroboration.KX => S("KX, contradicted"),
    };

    public static string Tie(SourceTie tie) => tie switch
    {
        SourceTie.LinkedApplicant => S("A linked applicant"),
        SourceTie.OwnCampaign => S("The person’s own campaign"),
        SourceTie.JointWork => S("A film or text made together with the person"),
        SourceTie.SameOrigin => S("The same file or witness stands behind it"),
        SourceTie.SamePublisher => S("The same publisher"),
        SourceTie.OwnMaking => S("Made or written by the person"),
    };

    public static string NameOf(Support support) => support.Other ?? support.Source ?? InWords(support.Kind);
}
