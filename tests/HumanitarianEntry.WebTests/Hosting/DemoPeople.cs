using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.WebTests.Hosting;

/// <summary>An invented staff member with an account in the host's database.</summary>
public sealed record DemoPerson(Guid Id, string Organisation, string? Team, params Role[] Roles)
{
    /// <summary>Organisation and team as acts record them.</summary>
    public string TeamName => CaseLoader.TeamOf(Organisation, Team);

    /// <summary>The person acting in the first of the roles.</summary>
    public Actor Actor => As(Roles[0]);

    public Actor As(Role role) => new(Id, role, TeamName);

    public static DemoPerson New(string? team, params Role[] roles) => new(Ids.New(), CaseHost.Organisation, team, roles);
}

/// <summary>One person for each role; where a gate takes two people or two teams, the second one as well.</summary>
public sealed record Crew
{
    public DemoPerson Intake { get; } = DemoPerson.New("a", Role.IntakeOfficer);
    public DemoPerson Screener { get; } = DemoPerson.New("a", Role.Screener);
    public DemoPerson Custodian { get; } = DemoPerson.New("a", Role.EvidenceCustodian);
    public DemoPerson Vetter { get; } = DemoPerson.New("v1", Role.Vetter);

    /// <summary>Of another team than <see cref="Vetter"/>.</summary>
    public DemoPerson SecondVetter { get; } = DemoPerson.New("v2", Role.Vetter);
    public DemoPerson ThirdVetter { get; } = DemoPerson.New("v3", Role.Vetter);
    public DemoPerson Coordinator { get; } = DemoPerson.New("a", Role.Coordinator);
    public DemoPerson SecondCoordinator { get; } = DemoPerson.New("b", Role.Coordinator);
    public DemoPerson DossierOfficer { get; } = DemoPerson.New("a", Role.DossierOfficer);
    public DemoPerson SubmissionOfficer { get; } = DemoPerson.New("a", Role.SubmissionOfficer);
    public DemoPerson Liaison { get; } = DemoPerson.New("embassy-astana", Role.EmbassyLiaison);
    public DemoPerson Protection { get; } = DemoPerson.New("a", Role.ProtectionOfficer);
    public DemoPerson Counsel { get; } = DemoPerson.New("a", Role.Counsel);
    public DemoPerson Reception { get; } = DemoPerson.New("reception", Role.ReceptionPartner);

    /// <summary>Holds a role of every kind but is on no case.</summary>
    public DemoPerson Outsider { get; } = DemoPerson.New("z", Role.IntakeOfficer, Role.Screener, Role.EvidenceCustodian, Role.Vetter, Role.Coordinator, Role.DossierOfficer, Role.SubmissionOfficer, Role.ProtectionOfficer, Role.Counsel, Role.ReceptionPartner, Role.Auditor, Role.Administrator);

    public IEnumerable<DemoPerson> All =>
    [
        Intake, Screener, Custodian, Vetter, SecondVetter, ThirdVetter, Coordinator, SecondCoordinator, DossierOfficer, SubmissionOfficer, Liaison, Protection, Counsel, Reception, Outsider,
    ];

    /// <summary>Everybody but the outsider and the intake officer and coordinator, who put themselves on the case.</summary>
    public IEnumerable<DemoPerson> Assigned => All.Where(p => p != Intake && p != Coordinator && p != Outsider);
}

/// <summary>A case made through real acts, with a whole crew assigned.</summary>
public sealed record DemoCase(Guid Id, string Reference, string AccessCode, Crew Crew);
