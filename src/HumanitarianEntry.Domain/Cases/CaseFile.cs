using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Reception;
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

    public IdentityFacts Identity { get; init; } = new();
    public ContactFacts Contact { get; init; } = new();
    public InterviewFacts Interview { get; init; } = new();
    public VettingFacts Vetting { get; init; } = new();
    public EvidenceFacts Evidence { get; init; } = new();
    public DossierFacts Dossier { get; init; } = new();
    public TravelFacts Travel { get; init; } = new();
    public ReceptionFacts Reception { get; init; } = new();

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
    };

    /// <summary>The decision on a gate that counts now: the latest one since the case began or began again.</summary>
    public GateDecision? DecisionOn(Gate gate) => this[GateTable.For(gate).Compartment].Decisions.LastOrDefault(d => d.Gate == gate && d.By.At >= Position.BeganAt);

    /// <summary>The consent that counts for a purpose now; null when none was asked since the case began or began again.</summary>
    public RecordedConsent? ConsentFor(ConsentPurpose purpose, string? recipient = null) =>
        Contact.Consents.LastOrDefault(c => c.Provenance.At >= Position.BeganAt && c.Consent.Purpose == purpose && (recipient is null || c.Consent.Recipient == recipient));

    public bool IsAllowed(ConsentPurpose purpose, DateTimeOffset now, string? recipient = null) =>
        ConsentFor(purpose, recipient) is { Consent.Status: ConsentStatus.Given } given && (given.Consent.ExpiresOn is not { } end || DateOnly.FromDateTime(now.UtcDateTime) <= end);

    public Proposal? ProposalOn(Gate gate) => this[GateTable.For(gate).Compartment].Proposals.LastOrDefault(p => p.Gate == gate);
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
