using HumanitarianEntry.Domain.Cases;
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

    [Fact]
    public void For_EveryRoleAndCompartment_IsTheHandbooksCell()
    {
        var rows = Handbook.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var compartments = rows[0].Select(Enum.Parse<Compartment>).ToList();
        var table = rows.Skip(1).ToDictionary(r => Enum.Parse<Role>(r[0]), r => r[1..]);

        Assert.Equal(Enum.GetValues<Compartment>(), compartments);
        Assert.Equal(Enum.GetValues<Role>().Order(), table.Keys.Order());
        foreach (var (role, cells) in table)
        {
            foreach (var (compartment, cell) in compartments.Zip(cells))
            {
                Assert.True(AccessTable.For(role, compartment) == Meaning(cell), $"{role} x {compartment} is {AccessTable.For(role, compartment)}, the handbook says {cell}.");
            }
        }
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
