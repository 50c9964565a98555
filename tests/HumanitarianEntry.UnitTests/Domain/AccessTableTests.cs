using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Needs;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>The table as the handbook prints it (section 2, roles x compartments), with one letter for the cells that it puts in words.</summary>
public sealed class AccessTableTests
{
    // R read, W write, S status only, P part of it (result, summary, released or shareable parts), - none.
    private const string Handbook =
        """
                          Identity Contact Interview Vetting Evidence Dossier Travel Reception
        IntakeOfficer     W        W       -         -       -        -       -      -
        Screener          W        R       W         S       W        -       -      -
        Interpreter       -        -       -         -       -        -       -      -
        Translator        -        -       -         -       -        -       -      -
        Vetter            R        -       R         W       R        -       -      -
        EvidenceCustodian S        -       -         -       W        -       -      -
        Coordinator       R        R       R         P       R        W       S      S
        DossierOfficer    R        -       P         P       P        W       -      -
        SubmissionOfficer R        -       -         P       P        R       S      -
        EmbassyLiaison    -        -       -         -       -        P       -      -
        ProtectionOfficer R        W       -         S       -        -       W      S
        Counsel           R        R       R         P       R        R       R      -
        ReceptionPartner  -        -       -         -       -        -       S      W
        Auditor           S        -       -         -       -        S       -      -
        Administrator     -        -       -         -       -        -       -      -
        ProgrammeDesigner -        -       -         -       -        -       -      -
        Applicant         -        -       -         -       -        -       -      -
        System            W        W       W         W       W        W       W      W
        """;

    // What the handbook has no column for (decision 0024).
    private const string Added =
        """
                          Legal Family Medical Psychological
        IntakeOfficer     -     -      -       -
        Screener          P     W      -       -
        Interpreter       -     -      -       -
        Translator        -     -      -       -
        Vetter            -     -      -       -
        EvidenceCustodian -     -      -       -
        Coordinator       R     W      R       -
        DossierOfficer    -     P      -       -
        SubmissionOfficer -     P      -       -
        EmbassyLiaison    -     -      -       -
        ProtectionOfficer W     W      W       W
        Counsel           W     W      R       R
        ReceptionPartner  -     -      -       -
        Auditor           -     -      -       -
        Administrator     -     -      -       -
        ProgrammeDesigner -     -      -       -
        Applicant         -     -      -       -
        System            W     W      W       W
        """;

    [Fact]
    public void For_EveryRoleAndCompartment_IsTheTablesCell()
    {
        Assert.Equal(Enum.GetValues<Compartment>(), [.. IsTheTables(Handbook), .. IsTheTables(Added)]);
    }

    /// <summary>A confidential sheet is opened on its own page: nobody's view of a case opens one.</summary>
    [Fact]
    public void Opened_AnyRole_HoldsNoConfidentialSheet() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.DoesNotContain(RoleView.Opened(role), Sheets.IsSheet));

    private static List<Compartment> IsTheTables(string table)
    {
        var rows = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var compartments = rows[0].Select(Enum.Parse<Compartment>).ToList();
        var cellsOf = rows.Skip(1).ToDictionary(r => Enum.Parse<Role>(r[0]), r => r[1..]);

        Assert.Equal(Enum.GetValues<Role>().Order(), cellsOf.Keys.Order());
        foreach (var (role, cells) in cellsOf)
        {
            foreach (var (compartment, cell) in compartments.Zip(cells))
            {
                Assert.True(AccessTable.For(role, compartment) == Meaning(cell), $"{role} x {compartment} is {AccessTable.For(role, compartment)}, the table says {cell}.");
            }
        }

        return compartments;
    }

    [Fact]
    public void For_NobodyButSystem_WritesVettingAndReadsContact()
    {
        var both = Enum.GetValues<Role>().Where(r => AccessTable.For(r, Compartment.Vetting) >= Access.Read && AccessTable.For(r, Compartment.Contact) >= Access.Read);

        Assert.Equal([Role.System], both);
    }

    [Fact]
    public void Readable_EmbassyLiaison_IsNothing() => Assert.Empty(AccessTable.Readable(Role.EmbassyLiaison));

    private static Access Meaning(string cell) => cell switch
    {
        "R" => Access.Read,
        "W" => Access.Write,
        "S" => Access.Status,
        "P" => Access.Summary,
        "-" => Access.None,
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "The table has no such cell."),
    };
}
