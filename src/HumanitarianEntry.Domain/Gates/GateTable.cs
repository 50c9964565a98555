using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using static HumanitarianEntry.Domain.Cases.Role;

namespace HumanitarianEntry.Domain.Gates;

/// <summary>How many people a gate takes.</summary>
public enum Eyes
{
    /// <summary>One named person decides.</summary>
    Two,

    /// <summary>One proposes, another decides (handbook section 5, statement 12).</summary>
    Four,

    /// <summary>As <see cref="Four"/>, the second from another team, and neither may have interviewed (handbook 4g).</summary>
    FourOfTwoTeams,
}

/// <param name="Key">Name in workflow definitions, case files and templates.</param>
/// <param name="Number">Number in the handbook.</param>
/// <param name="Question">What the decider answers, shown on top of the gate's page.</param>
public sealed record GateRow(
    Gate Gate, string Key, string Number, string Question, Compartment Compartment, Eyes Eyes,
    ImmutableArray<Role> Proposers, ImmutableArray<Role> Deciders, ImmutableArray<string> Outcomes)
{
    /// <summary>Who may know what stands against this gate: those who act at it, and those who may read what it judges. A blocker's sentence can name a hit or a finding.</summary>
    public bool MayKnowBlockers(Role role) => Proposers.Contains(role) || Deciders.Contains(role) || AccessTable.For(role, Compartment) >= Access.Read;
}

/// <summary>All gates with who decides, how many eyes, and which outcomes exist. The order of gates belongs to the workflow definition (design 11.2).</summary>
public static class GateTable
{
    public static readonly ImmutableArray<GateRow> Rows =
    [
        Single(Gate.Referral, "referral", "G0", "Do we take this person on, and how fast?", Compartment.Contact, [IntakeOfficer, Coordinator], "accept", "signpost", "duplicate", "unsafe-channel"),
        Single(Gate.Consent, "consent", "G1", "Can we reach him safely, and what does he allow?", Compartment.Contact, [IntakeOfficer, Screener], "consented", "partial", "refused", "cannot-decide"),
        Single(Gate.Identity, "identity", "G2", "Is he who he says he is?", Compartment.Identity, [Screener], "verified", "more-needed", "doubt"),
        Single(Gate.Interview, "interview", "G3", "Is the interview complete and read back?", Compartment.Interview, [Screener], "complete", "partial", "stopped", "no-show", "trigger"),
        Paired(Gate.Vetting, "vetting", "G4", "Is he no agent, really a deserter, and not excluded?", Compartment.Vetting, Eyes.FourOfTwoTeams, [Vetter], [Vetter], "clear", "clear-with-remarks", "unresolved", "exclusion-concern", "integrity-concern"),
        Single(Gate.Evidence, "evidence", "G5", "Is active, consistent engagement against the war proven?", Compartment.Evidence, [EvidenceCustodian, Screener], "sufficient", "insufficient", "contradicted"),
        Paired(Gate.Recommendation, "recommendation", "G6", "Do we put our name to this case?", Compartment.Dossier, Eyes.Four, [Coordinator], [Coordinator], "recommend", "return-to-interview", "return-to-vetting", "return-to-evidence", "not-recommended", "hold"),
        Single(Gate.Routing, "routing", "G7", "Which programme fits, and does the applicant want it?", Compartment.Dossier, [Coordinator], "route", "wait", "none-open"),
        Paired(Gate.Dossier, "dossier", "G8", "May this version leave the house?", Compartment.Dossier, Eyes.Four, [DossierOfficer], [Coordinator, DossierOfficer], "released", "blocked"),
        Single(Gate.Nomination, "nomination", "G8a", "Does a trusted organisation put its name to it?", Compartment.Dossier, [SubmissionOfficer, Coordinator], "agreed", "declined", "wait"),
        Single(Gate.Submission, "submission", "G9", "Has the dossier been handed over?", Compartment.Dossier, [SubmissionOfficer], "sent", "bounced", "returned-unread"),
        Single(Gate.InformationRequest, "information-request", "G10", "Is the embassy's question answered?", Compartment.Dossier, [Coordinator, SubmissionOfficer], "answered", "partly", "cannot-answer", "extension"),
        Single(Gate.Decision, "decision", "G11", "What does the state decide?", Compartment.Dossier, [EmbassyLiaison, SubmissionOfficer], "accepted", "accepted-in-part", "accepted-on-condition", "information-requested", "deferred", "refused", "not-considered", "lapsed", "revoked"),
        Single(Gate.Review, "review", "P2", "Appeal, try elsewhere, or accept the refusal?", Compartment.Dossier, [Coordinator, Counsel], "appeal", "resubmit", "accept-refusal"),
        Single(Gate.Commitment, "commitment", "G11a", "Has the promised visa been given?", Compartment.Dossier, [SubmissionOfficer, EmbassyLiaison], "visa-granted", "visa-pending", "visa-refused", "revoked"),
        Single(Gate.TravelDocument, "travel-document", "G12", "Is a valid travel paper in hand?", Compartment.Travel, [SubmissionOfficer, EmbassyLiaison], "issued", "refused", "lost"),
        Paired(Gate.TravelSafety, "travel-safety", "G13", "Can he travel without being taken?", Compartment.Travel, Eyes.Four, [ProtectionOfficer], [ProtectionOfficer, Counsel, Coordinator], "go", "go-with-escort", "hold", "no-go", "document-expired"),
        Single(Gate.Journey, "journey", "G14", "Has he arrived?", Compartment.Travel, [ProtectionOfficer], "arrived", "turned-back", "detained-at-exit", "refused-at-border"),
        Single(Gate.Reception, "reception", "G15", "Has the reception partner taken over?", Compartment.Reception, [ReceptionPartner], "accepted", "declined", "moved"),
        Single(Gate.Closure, "closure", "G16", "Why does the case end?", Compartment.Dossier, [Coordinator], "arrived-settled", "withdrawn", "not-recommended", "refused", "no-programme", "signposted", "duplicate", "consent-refused", "lost-contact", "removed", "deceased", "erasure"),
    ];

    private static readonly ImmutableDictionary<string, GateRow> ByKey = Rows.ToImmutableDictionary(r => r.Key, StringComparer.Ordinal);

    public static GateRow For(Gate gate) => Rows[(int)gate];

    /// <exception cref="ArgumentException">No gate has this key.</exception>
    public static GateRow For(string key) => ByKey.TryGetValue(key, out var row) ? row : throw new ArgumentException($"No gate is called '{key}'.", nameof(key));

    public static bool Exists(string key) => ByKey.ContainsKey(key);

    private static GateRow Single(Gate gate, string key, string number, string question, Compartment compartment, ImmutableArray<Role> deciders, params ImmutableArray<string> outcomes) =>
        new(gate, key, number, question, compartment, Eyes.Two, [], deciders, outcomes);

    private static GateRow Paired(Gate gate, string key, string number, string question, Compartment compartment, Eyes eyes, ImmutableArray<Role> proposers, ImmutableArray<Role> deciders, params ImmutableArray<string> outcomes) =>
        new(gate, key, number, question, compartment, eyes, proposers, deciders, outcomes);
}
