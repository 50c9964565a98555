using C = HumanitarianEntry.Domain.Cases.Compartment;

namespace HumanitarianEntry.Domain.Cases;

/// <summary>How much of a compartment a role may see. Each step includes the ones before it.</summary>
public enum Access
{
    None,

    /// <summary>That there is something and whether it is done; no content.</summary>
    Status,

    /// <summary>Results and what the role needs for its own step, not the working notes.</summary>
    Summary,
    Read,
    Write,
}

/// <summary>Roles x compartments of handbook section 2, and four more that it has no column for (decision 0024). Assignment to the case is always needed as well; what is not listed is closed.</summary>
public static class AccessTable
{
    private static readonly Dictionary<(Role, Compartment), Access> Rows = Build();

    public static Access For(Role role, Compartment compartment) => Rows.GetValueOrDefault((role, compartment), Access.None);

    public static IEnumerable<Compartment> Readable(Role role) => Enum.GetValues<Compartment>().Where(c => For(role, c) >= Access.Read);

    private static Dictionary<(Role, Compartment), Access> Build()
    {
        var rows = new Dictionary<(Role, Compartment), Access>();
        void Row(Role role, params (Compartment Compartment, Access Access)[] cells)
        {
            foreach (var (compartment, access) in cells)
            {
                rows[(role, compartment)] = access;
            }
        }

        Row(Role.IntakeOfficer, (C.Identity, Access.Write), (C.Contact, Access.Write));
        Row(Role.Screener, (C.Identity, Access.Write), (C.Contact, Access.Read), (C.Interview, Access.Write), (C.Vetting, Access.Status), (C.Evidence, Access.Write), (C.Legal, Access.Summary), (C.Family, Access.Write));
        Row(Role.Vetter, (C.Identity, Access.Read), (C.Interview, Access.Read), (C.Vetting, Access.Write), (C.Evidence, Access.Read));
        Row(Role.EvidenceCustodian, (C.Identity, Access.Status), (C.Evidence, Access.Write));
        Row(Role.Coordinator, (C.Identity, Access.Read), (C.Contact, Access.Read), (C.Interview, Access.Read), (C.Vetting, Access.Summary), (C.Evidence, Access.Read), (C.Dossier, Access.Write), (C.Travel, Access.Status), (C.Reception, Access.Status), (C.Legal, Access.Read), (C.Family, Access.Write), (C.Medical, Access.Read));
        Row(Role.DossierOfficer, (C.Identity, Access.Read), (C.Interview, Access.Summary), (C.Vetting, Access.Summary), (C.Evidence, Access.Summary), (C.Dossier, Access.Write), (C.Family, Access.Summary));
        Row(Role.SubmissionOfficer, (C.Identity, Access.Read), (C.Vetting, Access.Summary), (C.Evidence, Access.Summary), (C.Dossier, Access.Read), (C.Travel, Access.Status), (C.Family, Access.Summary));
        Row(Role.EmbassyLiaison, (C.Dossier, Access.Summary));
        Row(Role.ProtectionOfficer, (C.Identity, Access.Read), (C.Contact, Access.Write), (C.Vetting, Access.Status), (C.Travel, Access.Write), (C.Reception, Access.Status), (C.Legal, Access.Write), (C.Family, Access.Write), (C.Medical, Access.Write), (C.Psychological, Access.Write));
        Row(Role.Counsel, (C.Identity, Access.Read), (C.Contact, Access.Read), (C.Interview, Access.Read), (C.Vetting, Access.Summary), (C.Evidence, Access.Read), (C.Dossier, Access.Read), (C.Travel, Access.Read), (C.Legal, Access.Write), (C.Family, Access.Write), (C.Medical, Access.Read), (C.Psychological, Access.Read));
        Row(Role.ReceptionPartner, (C.Travel, Access.Status), (C.Reception, Access.Write));
        Row(Role.Auditor, (C.Identity, Access.Status), (C.Dossier, Access.Status));
        Row(Role.System, [.. Enum.GetValues<Compartment>().Select(c => (c, Access.Write))]);
        return rows;
    }
}
