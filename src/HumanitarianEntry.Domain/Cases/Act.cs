using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.HostCountries;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Cases;

/// <summary>
/// Everything that changes a case. An act is what a person asks for, as plain values; <see cref="Check"/> says what stands against it, <see cref="Apply"/> what becomes of the case.
/// Both are pure: no clock, database or random source inside (design section 4).
/// </summary>
public abstract record Act
{
    /// <summary>What stands against the act on these facts; empty when it may be done.</summary>
    public virtual IEnumerable<Blocker> Check(CaseFile file, ActContext context) => [];

    /// <summary>Id of the programme in which the case is to go on, as it was typed; null for every act but re-routing.</summary>
    [JsonIgnore]
    public virtual string? TargetProgramme => null;

    /// <summary>The case afterwards and what must be set in motion. Called only when <see cref="Check"/> found nothing.</summary>
    public abstract ActOutcome Apply(CaseFile file, ActContext context);
}

/// <summary>Declares an act's kind (the closed name used in audit entries, case files and stored acts), the compartment it writes and who may do it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActKindAttribute(string kind, Compartment compartment, params Role[] roles) : Attribute
{
    public string Kind { get; } = kind;
    public Compartment Compartment { get; } = compartment;
    public Role[] Roles { get; } = roles;

    /// <summary>False for acts that open or claim a case, where nobody can be assigned yet.</summary>
    public bool NeedsAssignment { get; init; } = true;
}

/// <summary>A field that acts of the past have and no act of today may: it is read, and case files do not offer it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OnlyInOldActsAttribute : Attribute;

/// <summary>What the act may know besides the case.</summary>
/// <param name="ActId">Random id of this act, made by the runner.</param>
public sealed record ActContext(Guid ActId, Actor Actor, DateTimeOffset Now, ProgrammeRules Programme)
{
    /// <summary>The programme that a case is to go on in; null for every act but re-routing, and when there is none of that name.</summary>
    public ProgrammeRules? Target { get; init; }

    /// <summary>What a name screening must have searched to be whole. Given to acts that decide; null where nothing depends on it.</summary>
    public ScreeningStandard? Screening { get; init; }

    /// <summary>What the registers of units and incidents say to the service periods. Given to acts that decide; null where nothing depends on it.</summary>
    public ImmutableList<ServiceReading>? Units { get; init; }

    /// <summary>What the profile of the country of stay says.</summary>
    public HostRules Host { get; init; } = HostRules.None;

    /// <summary>What others have already taken of the time that the act would take (<see cref="IBooksTime"/>).</summary>
    public ImmutableList<TakenQuarter> Taken { get; init; } = [];

    /// <summary>Absent colleagues for whom the actor stands in now; asked for only by acts that need it.</summary>
    public ImmutableList<Guid> StandsInFor { get; init; } = [];

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public Provenance Provenance(string source, Confidence confidence = Confidence.Stated) => new(Actor.Id, Actor.Role, Actor.Team, Now, source, confidence);

    public Recorded<T> Record<T>(T value, string source, Confidence confidence = Confidence.Stated) => new(value, Provenance(source, confidence));
}

/// <summary>One reason why something cannot be done now: a stable code and a sentence that says how to mend it.</summary>
public sealed record Blocker(string Code, Sentence Message);

/// <summary>The verdict of a gate on the facts: it can pass, or these blockers stand against it. Never a decision.</summary>
public sealed record GateCheck(ImmutableList<Blocker> Blockers)
{
    public bool CanPass => Blockers.Count == 0;
}

/// <summary>The case after an act and what the runner must set in motion in the same transaction.</summary>
public sealed record ActOutcome(CaseFile File)
{
    /// <summary>A gate that was decided; the runner completes the workflow's wait for it.</summary>
    public GateDecision? Decided { get; init; }

    /// <summary>The gate had been passed before: the decision takes the place of the former one, and the run stays where it is.</summary>
    public bool StaysPut { get; init; }

    /// <summary>An event for the workflow run, such as <c>applicant-withdrew</c>.</summary>
    public string? Event { get; init; }

    /// <summary>What the event says: one word the definition knows.</summary>
    public string? EventWord { get; init; }

    /// <summary>A clock of the run that is due.</summary>
    public string? TimerWait { get; init; }

    /// <summary>A mark of a gate's clock that is told with this act.</summary>
    public MarkTold? MarkTold { get; init; }

    /// <summary>A new run begins on the programme's current definition, and <see cref="Decided"/> is its first gate (handbook G16, re-opening).</summary>
    public bool Restarts { get; init; }

    /// <summary>The new run belongs to another programme; the old one ends. Only with <see cref="Restarts"/>.</summary>
    public string? MovesToProgramme { get; init; }

    /// <summary>A step of the run that failed is tried again (engine rule S9).</summary>
    public string? Retries { get; init; }

    /// <summary>The run goes on by this version of its definition, if everything it stands on is there unchanged (engine rule S14).</summary>
    public string? MovesToVersion { get; init; }

    /// <summary>Number of the change of the programmes that was carried to the case.</summary>
    public int? Follows { get; init; }

    /// <summary>Pauses or resumes the run (side paths P1, P4, P5; engine rule S16).</summary>
    public SidePathChange? SidePath { get; init; }

    /// <summary>Who joins or leaves the case, in order.</summary>
    public ImmutableList<AssignmentChange> Assignments { get; init; } = [];

    /// <summary>Work outside the transaction, done later at least once by a worker that reports back with another act.</summary>
    public ImmutableList<WorkRequest> Work { get; init; } = [];

    /// <summary>What leaves the organisation, to whom, why and on which consent (handbook section 5, statement 11).</summary>
    public ImmutableList<Disclosure> Disclosures { get; init; } = [];

    /// <summary>People who are told inside the system besides those that the gate names.</summary>
    public ImmutableList<Told> Told { get; init; } = [];

    /// <summary>People who get the neutral mail although they are not, or no more, on the case: what it is about stands on their own first page.</summary>
    public ImmutableList<Guid> Mailed { get; init; } = [];
}

/// <summary>Work for a worker outside the transaction.</summary>
public sealed record WorkRequest(WorkKind Kind, string Subject);

public enum WorkKind
{
    ScreenNames,
    RenderDossier,

    /// <summary>Carries the question whether two cases are one person's to the other case.</summary>
    AskForMerge,

    /// <summary>Carries the answer back.</summary>
    EndMerge,

    /// <summary>Destroys everything that is known of the person, when the time to take it back is over.</summary>
    EraseCase,

    /// <summary>Scans a file of the evidence or of a capture, reads what it tells of its making, and makes a copy without that.</summary>
    ExamineFile,
}

/// <summary>Somebody who must be told something that no gate decision tells: a message arrived, a proposal waits for him.</summary>
public sealed record Told(Role Role, string Topic)
{
    /// <summary>The gate that it is about; null when it is about the case.</summary>
    public Gate? At { get; init; }

    /// <summary>The one person whom it concerns; null: everybody in the role.</summary>
    public Guid? To { get; init; }
}

public sealed record Disclosure(string What, string RecipientFunction, string Purpose, string LegalBasis, Guid? ConsentActId);

public enum SidePath
{
    Emergency,
    Parked,
    Sealed,
}

public sealed record SidePathChange(SidePath? Enter);
