using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Seeding;

/// <summary>The invented staff of the demonstration. User names are the keys that the case files use.</summary>
public static class DemoPeople
{
    private const string Own = "demo-org";

    public static IReadOnlyList<StaffSeat> All { get; } =
    [
        Seat("intake", "Ilse Probst", Own, null, Role.IntakeOfficer),
        Seat("screener", "Mira Sand", Own, null, Role.Screener),
        Seat("screener2", "Jonas Feld", Own, null, Role.Screener),
        Seat("vetter", "Nora Quill", Own, "vetting-north", Role.Vetter),
        Seat("vetter2", "Tariq Bell", Own, "vetting-south", Role.Vetter),
        Seat("vetter3", "Tessa Braun", Own, "vetting-east", Role.Vetter),
        Seat("custodian", "Edda Lowe", Own, null, Role.EvidenceCustodian),
        Seat("coordinator", "Paul Wren", Own, null, Role.Coordinator),
        Seat("coordinator2", "Asta Holm", Own, null, Role.Coordinator),
        Seat("dossier", "Luc Marchand", Own, null, Role.DossierOfficer),
        Seat("submission", "Ines Roth", Own, null, Role.SubmissionOfficer),
        Seat("liaison", "Claire Dumas", "post-fr-astana", null, Role.EmbassyLiaison),
        Seat("protection", "Sam Okoro", Own, null, Role.ProtectionOfficer),
        Seat("counsel", "Dana Weiss", "demo-law", null, Role.Counsel),
        Seat("reception", "Marc Petit", "demo-reception-lyon", null, Role.ReceptionPartner),
        Seat("interpreter", "Olga Stern", Own, null, Role.Interpreter),
        Seat("translator", "Irina Vogt", Own, null, Role.Translator),
        Seat("translator2", "Jean Carel", Own, null, Role.Translator),
        Seat("auditor", "Rui Prado", Own, null, Role.Auditor),
        Seat("admin", "Kim Berg", Own, null, Role.Administrator),
        Seat("admin2", "Lea Brandt", Own, null, Role.Administrator),
        Seat("designer", "Ada Lindt", Own, null, Role.ProgrammeDesigner),
        Seat("designer2", "Ben Hale", Own, null, Role.ProgrammeDesigner),
    ];

    private static StaffSeat Seat(string userName, string name, string organisation, string? team, Role role) => new(userName, $"{name} (DEMO)", [role], organisation, team, $"{userName}@demo.invalid");
}
