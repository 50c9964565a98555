namespace HumanitarianEntry.Notices;

/// <summary>
/// The words that texts and labels must be complete for. This project knows no other, so the words are given by whoever loads the templates;
/// <see cref="Standard"/> is the contract of the handbook (gates G0 to G16 and P2).
/// </summary>
public sealed record CaseVocabulary
{
    /// <summary>Gate keys, in the order of the way, with their outcomes.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Gates { get; init; }

    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Roles of staff and partners.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The only states of things an applicant is shown.</summary>
    public required IReadOnlyList<string> ApplicantStatuses { get; init; }

    /// <summary>The only states of things a liaison is shown.</summary>
    public required IReadOnlyList<string> LiaisonStatuses { get; init; }

    /// <summary>What may be needed from an applicant.</summary>
    public required IReadOnlyList<string> ApplicantNeeds { get; init; }

    public static CaseVocabulary Standard { get; } = new()
    {
        Gates = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["referral"] = ["accept", "signpost", "duplicate", "unsafe-channel"],
            ["consent"] = ["consented", "partial", "refused", "cannot-decide"],
            ["identity"] = ["verified", "more-needed", "doubt"],
            ["interview"] = ["complete", "partial", "stopped", "no-show", "trigger"],
            ["vetting"] = ["clear", "clear-with-remarks", "unresolved", "exclusion-concern", "integrity-concern"],
            ["evidence"] = ["sufficient", "insufficient", "contradicted"],
            ["recommendation"] = ["recommend", "return-to-interview", "return-to-vetting", "return-to-evidence", "not-recommended", "hold"],
            ["routing"] = ["route", "wait", "none-open"],
            ["dossier"] = ["released", "blocked"],
            ["nomination"] = ["agreed", "declined", "wait"],
            ["submission"] = ["sent", "bounced", "returned-unread"],
            ["information-request"] = ["answered", "partly", "cannot-answer", "extension"],
            ["decision"] =
            [
                "accepted", "accepted-in-part", "accepted-on-condition", "information-requested", "deferred", "refused", "not-considered",
                "lapsed", "revoked",
            ],
            ["review"] = ["appeal", "resubmit", "accept-refusal"],
            ["commitment"] = ["visa-granted", "visa-pending", "visa-refused", "revoked"],
            ["travel-document"] = ["issued", "refused", "lost"],
            ["travel-safety"] = ["go", "go-with-escort", "hold", "no-go", "document-expired"],
            ["journey"] = ["arrived", "turned-back", "detained-at-exit", "refused-at-border"],
            ["reception"] = ["accepted", "declined", "moved"],
            ["closure"] =
            [
                "arrived-settled", "withdrawn", "not-recommended", "refused", "no-programme", "signposted", "duplicate", "consent-refused",
                "lost-contact", "removed", "deceased", "erasure",
            ],
        },
        States =
        [
            "Referred", "ConsentPending", "Intake", "Interviewing", "VettingAndEvidence", "Assessment", "Routing", "Dossier", "Submitted",
            "InfoRequested", "ReviewOrAppeal", "CommitmentIssued", "TravelDocument", "TravelHold", "Travelling", "Arrived", "Closing",
            "Closed", "Withdrawn", "Emergency", "Parked", "Sealed",
        ],
        Roles =
        [
            "intake-officer", "screener", "interpreter", "translator", "vetter", "evidence-custodian", "coordinator", "dossier-officer", "submission-officer",
            "embassy-liaison", "protection-officer", "counsel", "reception-partner", "auditor", "administrator", "programme-designer",
        ],
        ApplicantStatuses = ["Received", "InReview", "NeedSomething", "WithPartner", "PleaseContact", "Closed"],
        LiaisonStatuses = ["NotWithYou", "WithYou", "QuestionOpen", "Decided", "DocumentStage", "Paused", "Recalled", "Finished"],
        ApplicantNeeds =
        [
            "consent", "identity-papers", "interview-time", "evidence", "answers", "signature", "contact-plan", "conversation", "check-in",
            "arrival-contact",
        ],
    };
}
