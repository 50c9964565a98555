using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.UnitTests.Domain.Building;

/// <summary>The fixed, invented people of the tests. North and South are two teams.</summary>
public static class People
{
    public static readonly Actor Intake = Staff(1, Role.IntakeOfficer);
    public static readonly Actor Screener = Staff(2, Role.Screener);
    public static readonly Actor SecondScreener = Staff(3, Role.Screener);
    public static readonly Actor Vetter = Staff(4, Role.Vetter);
    public static readonly Actor VetterOfSameTeam = Staff(5, Role.Vetter);
    public static readonly Actor SecondVetter = Staff(6, Role.Vetter, "south");
    public static readonly Actor ThirdVetter = Staff(7, Role.Vetter, "south");
    public static readonly Actor Custodian = Staff(8, Role.EvidenceCustodian);
    public static readonly Actor Coordinator = Staff(9, Role.Coordinator);
    public static readonly Actor SecondCoordinator = Staff(10, Role.Coordinator);
    public static readonly Actor ThirdCoordinator = Staff(11, Role.Coordinator);
    public static readonly Actor DossierOfficer = Staff(12, Role.DossierOfficer);
    public static readonly Actor SubmissionOfficer = Staff(13, Role.SubmissionOfficer);
    public static readonly Actor Liaison = Staff(14, Role.EmbassyLiaison, "post");
    public static readonly Actor Protection = Staff(15, Role.ProtectionOfficer);
    public static readonly Actor Counsel = Staff(16, Role.Counsel, "south");
    public static readonly Actor Partner = Staff(17, Role.ReceptionPartner, "reception");
    public static readonly Actor Applicant = Staff(18, Role.Applicant, "applicant");
    public static readonly Actor System = Staff(19, Role.System, "system");

    public static readonly Actor Translator = Staff(20, Role.Translator);
    public static readonly Actor SecondTranslator = Staff(21, Role.Translator);

    /// <summary>The same person in another role.</summary>
    public static Actor As(this Actor actor, Role role) => actor with { Role = role };

    private static Actor Staff(int number, Role role, string team = "north") => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), role, team);
}
