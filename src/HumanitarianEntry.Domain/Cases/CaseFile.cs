using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Needs;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Cases;

/// <summary>The file on one applicant's way to entry: routing facts in the open, everything about the person in compartments.</summary>
public sealed record CaseFile
{
    public required Guid Id { get; init; }
    public required string Reference { get; init; }
    public required string ProgrammeId { get; init; }

    /// <summary>The version of the programme's definition that the case runs on; empty before it was opened.</summary>
    public string DefinitionVersionId { get; init; } = string.Empty;
    public required string CountryOfStay { get; init; }
    public required Priority Priority { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Number of the last change of the programmes that was carried to this case.</summary>
    public int ProgrammeChange { get; init; }
    public Position Position { get; init; } = Position.BeforeStart;
    public ImmutableList<Assignment> Assignments { get; init; } = [];

    public IdentityFacts Identity
    {
        get => IdentityDrawer.Facts;
        init => IdentityDrawer = new(value);
    }

    public ContactFacts Contact
    {
        get => ContactDrawer.Facts;
        init => ContactDrawer = new(value);
    }

    public InterviewFacts Interview
    {
        get => InterviewDrawer.Facts;
        init => InterviewDrawer = new(value);
    }

    public VettingFacts Vetting
    {
        get => VettingDrawer.Facts;
        init => VettingDrawer = new(value);
    }

    public EvidenceFacts Evidence
    {
        get => EvidenceDrawer.Facts;
        init => EvidenceDrawer = new(value);
    }

    public DossierFacts Dossier
    {
        get => DossierDrawer.Facts;
        init => DossierDrawer = new(value);
    }

    public TravelFacts Travel
    {
        get => TravelDrawer.Facts;
        init => TravelDrawer = new(value);
    }

    public ReceptionFacts Reception
    {
        get => ReceptionDrawer.Facts;
        init => ReceptionDrawer = new(value);
    }

    public LegalFacts Legal
    {
        get => LegalDrawer.Facts;
        init => LegalDrawer = new(value);
    }

    public FamilyFacts Family
    {
        get => FamilyDrawer.Facts;
        init => FamilyDrawer = new(value);
    }

    public MedicalFacts Medical
    {
        get => MedicalDrawer.Facts;
        init => MedicalDrawer = new(value);
    }

    public PsychologicalFacts Psychological
    {
        get => PsychologicalDrawer.Facts;
        init => PsychologicalDrawer = new(value);
    }

    private Drawer<IdentityFacts> IdentityDrawer { get; init; } = new(new IdentityFacts());
    private Drawer<ContactFacts> ContactDrawer { get; init; } = new(new ContactFacts());
    private Drawer<InterviewFacts> InterviewDrawer { get; init; } = new(new InterviewFacts());
    private Drawer<VettingFacts> VettingDrawer { get; init; } = new(new VettingFacts());
    private Drawer<EvidenceFacts> EvidenceDrawer { get; init; } = new(new EvidenceFacts());
    private Drawer<DossierFacts> DossierDrawer { get; init; } = new(new DossierFacts());
    private Drawer<TravelFacts> TravelDrawer { get; init; } = new(new TravelFacts());
    private Drawer<ReceptionFacts> ReceptionDrawer { get; init; } = new(new ReceptionFacts());
    private Drawer<LegalFacts> LegalDrawer { get; init; } = new(new LegalFacts());
    private Drawer<FamilyFacts> FamilyDrawer { get; init; } = new(new FamilyFacts());
    private Drawer<MedicalFacts> MedicalDrawer { get; init; } = new(new MedicalFacts());
    private Drawer<PsychologicalFacts> PsychologicalDrawer { get; init; } = new(new PsychologicalFacts());

    public CompartmentFacts this[Compartment compartment] => compartment switch
    {
        Compartment.Identity => Identity,
        Compartment.Contact => Contact,
        Compartment.Interview => Interview,
        Compartment.Vetting => Vetting,
        Compartment.Evidence => Evidence,
        Compartment.Dossier => Dossier,
        Compartment.Travel => Travel,
        Compartment.Reception => Reception,
        Compartment.Legal => Legal,
        Compartment.Family => Family,
        Compartment.Medical => Medical,
        Compartment.Psychological => Psychological,
    };

    public CaseFile With(Compartment compartment, CompartmentFacts facts) => compartment switch
    {
        Compartment.Identity => this with { Identity = (IdentityFacts)facts },
        Compartment.Contact => this with { Contact = (ContactFacts)facts },
        Compartment.Interview => this with { Interview = (InterviewFacts)facts },
        Compartment.Vetting => this with { Vetting = (VettingFacts)facts },
        Compartment.Evidence => this with { Evidence = (EvidenceFacts)facts },
        Compartment.Dossier => this with { Dossier = (DossierFacts)facts },
        Compartment.Travel => this with { Travel = (TravelFacts)facts },
        Compartment.Reception => this with { Reception = (ReceptionFacts)facts },
        Compartment.Legal => this with { Legal = (LegalFacts)facts },
        Compartment.Family => this with { Family = (FamilyFacts)facts },
        Compartment.Medical => this with { Medical = (MedicalFacts)facts },
        Compartment.Psychological => this with { Psychological = (PsychologicalFacts)facts },
    };

    /// <summary>The form in which a compartment keeps its facts.</summary>
    public static Type FactsOf(Compartment compartment) => compartment switch
    {
        Compartment.Identity => typeof(IdentityFacts),
        Compartment.Contact => typeof(ContactFacts),
        Compartment.Interview => typeof(InterviewFacts),
        Compartment.Vetting => typeof(VettingFacts),
        Compartment.Evidence => typeof(EvidenceFacts),
        Compartment.Dossier => typeof(DossierFacts),
        Compartment.Travel => typeof(TravelFacts),
        Compartment.Reception => typeof(ReceptionFacts),
        Compartment.Legal => typeof(LegalFacts),
        Compartment.Family => typeof(FamilyFacts),
        Compartment.Medical => typeof(MedicalFacts),
        Compartment.Psychological => typeof(PsychologicalFacts),
    };

    /// <summary>The case with a compartment that is opened when somebody first looks into it.</summary>
    /// <param name="open">Gives the same facts whenever it is asked; what it throws, the first look throws.</param>
    public CaseFile With(Compartment compartment, Func<CompartmentFacts> open) => compartment switch
    {
        Compartment.Identity => this with { IdentityDrawer = new(() => (IdentityFacts)open()) },
        Compartment.Contact => this with { ContactDrawer = new(() => (ContactFacts)open()) },
        Compartment.Interview => this with { InterviewDrawer = new(() => (InterviewFacts)open()) },
        Compartment.Vetting => this with { VettingDrawer = new(() => (VettingFacts)open()) },
        Compartment.Evidence => this with { EvidenceDrawer = new(() => (EvidenceFacts)open()) },
        Compartment.Dossier => this with { DossierDrawer = new(() => (DossierFacts)open()) },
        Compartment.Travel => this with { TravelDrawer = new(() => (TravelFacts)open()) },
        Compartment.Reception => this with { ReceptionDrawer = new(() => (ReceptionFacts)open()) },
        Compartment.Legal => this with { LegalDrawer = new(() => (LegalFacts)open()) },
        Compartment.Family => this with { FamilyDrawer = new(() => (FamilyFacts)open()) },
        Compartment.Medical => this with { MedicalDrawer = new(() => (MedicalFacts)open()) },
        Compartment.Psychological => this with { PsychologicalDrawer = new(() => (PsychologicalFacts)open()) },
    };

    /// <summary>Whether the compartment is the very one that the other file has: nothing was put into it. Opens nothing that both have in common.</summary>
    public bool HasSame(Compartment compartment, CaseFile other) => ReferenceEquals(DrawerOf(compartment), other.DrawerOf(compartment)) || ReferenceEquals(this[compartment], other[compartment]);

    /// <summary>The recommendation as it was last written, since the case began or began again; null when there is none.</summary>
    public Recorded<RecommendationText>? Recommendation => Dossier.Recommendations.LastOrDefault(r => r.Provenance.At >= Position.BeganAt);

    /// <summary>The decision on a gate that counts now: the latest one since the case began or began again.</summary>
    public GateDecision? DecisionOn(Gate gate) => this[GateTable.For(gate).Compartment].Decisions.LastOrDefault(d => d.Gate == gate && d.By.At >= Position.BeganAt);

    /// <summary>The consent that counts for a purpose now; null when none was asked since the case began or began again.</summary>
    public RecordedConsent? ConsentFor(ConsentPurpose purpose, string? recipient = null) =>
        Contact.Consents.LastOrDefault(c => c.Provenance.At >= Position.BeganAt && c.Consent.Purpose == purpose && (recipient is null || c.Consent.Recipient == recipient));

    public bool IsAllowed(ConsentPurpose purpose, DateTimeOffset now, string? recipient = null) =>
        ConsentFor(purpose, recipient) is { Consent.Status: ConsentStatus.Given } given && (given.Consent.ExpiresOn is not { } end || DateOnly.FromDateTime(now.UtcDateTime) <= end);

    public Proposal? ProposalOn(Gate gate) => this[GateTable.For(gate).Compartment].Proposals.LastOrDefault(p => p.Gate == gate);

    private object DrawerOf(Compartment compartment) => compartment switch
    {
        Compartment.Identity => IdentityDrawer,
        Compartment.Contact => ContactDrawer,
        Compartment.Interview => InterviewDrawer,
        Compartment.Vetting => VettingDrawer,
        Compartment.Evidence => EvidenceDrawer,
        Compartment.Dossier => DossierDrawer,
        Compartment.Travel => TravelDrawer,
        Compartment.Reception => ReceptionDrawer,
        Compartment.Legal => LegalDrawer,
        Compartment.Family => FamilyDrawer,
        Compartment.Medical => MedicalDrawer,
        Compartment.Psychological => PsychologicalDrawer,
    };
}

/// <summary>What every compartment keeps besides its facts: decisions taken at its gates and proposals that wait for a second person.</summary>
public abstract record CompartmentFacts
{
    public ImmutableList<GateDecision> Decisions { get; init; } = [];
    public ImmutableList<Proposal> Proposals { get; init; } = [];
}

/// <summary>Where the case stands in its run: the gates that are open now, a side path that froze it, and how the run ended.</summary>
public sealed record Position(ImmutableList<OpenGate> Open, SidePath? SidePath, string? RunOutcome, bool Finished)
{
    /// <summary>When the case stood still and why (the side path), in order; the last one is open while it does.</summary>
    public ImmutableArray<ClockPause> Standstills { get; init; } = [];

    public static readonly Position BeforeStart = new([], null, null, false);

    /// <summary>When the run began, or began again after the case was closed: decisions, consents and journeys before it count no more. Known to every role, unlike the reason.</summary>
    public DateTimeOffset BeganAt { get; init; }

    /// <summary>Steps of the run that failed and wait to be tried again, by their ids.</summary>
    public ImmutableList<string> Faults { get; init; } = [];

    public bool IsOpen(Gate gate) => SidePath is null && Open.Any(o => o.Gate == gate);

    /// <summary>True where people can decide.</summary>
    public bool TakesDecision(Gate gate) => IsOpen(gate) || DecidesAgain(gate);

    /// <summary>G8 after it was passed: until what was released has been handed over, for it may have become unfit to leave, and while a question of the post waits that only another version answers.</summary>
    public bool DecidesAgain(Gate gate) => gate == Gate.Dossier && !IsOpen(gate) && (IsOpen(Gate.Nomination) || TakesHandOver);

    /// <summary>True where a released version can be handed to the post: for the first time, or with an answer.</summary>
    public bool TakesHandOver => IsOpen(Gate.Submission) || IsOpen(Gate.InformationRequest);

    public CaseState State => StateTable.StateOf(this);
}

public sealed record OpenGate(Gate Gate, DateTimeOffset Since)
{
    /// <summary>Which wait of the run it is.</summary>
    public string? WaitId { get; init; }

    /// <summary>Who must act by the definition.</summary>
    public Role? Role { get; init; }

    /// <summary>The last mark of its clock that was told; known to acts only.</summary>
    public ClockMark? Told { get; init; }
}
