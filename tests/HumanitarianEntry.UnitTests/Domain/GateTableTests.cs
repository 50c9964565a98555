using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class GateTableTests
{
    /// <summary>The contract of gates and outcomes, as workflows, pages and case files spell it.</summary>
    private const string Contract =
        """
        referral (G0): accept, signpost, duplicate, unsafe-channel
        consent (G1): consented, partial, refused, cannot-decide
        identity (G2): verified, more-needed, doubt
        interview (G3): complete, partial, stopped, no-show, trigger
        vetting (G4): clear, clear-with-remarks, unresolved, exclusion-concern, integrity-concern
        evidence (G5): sufficient, insufficient, contradicted
        recommendation (G6): recommend, return-to-interview, return-to-vetting, return-to-evidence, not-recommended, hold
        routing (G7): route, wait, none-open
        dossier (G8): released, blocked
        nomination (G8a): agreed, declined, wait
        submission (G9): sent, bounced, returned-unread
        information-request (G10): answered, partly, cannot-answer, extension
        decision (G11): accepted, accepted-in-part, accepted-on-condition, information-requested, deferred, refused, not-considered, lapsed, revoked
        review (P2): appeal, resubmit, accept-refusal
        commitment (G11a): visa-granted, visa-pending, visa-refused, revoked
        travel-document (G12): issued, refused, lost
        travel-safety (G13): go, go-with-escort, hold, no-go, document-expired
        journey (G14): arrived, turned-back, detained-at-exit, refused-at-border
        reception (G15): accepted, declined, moved
        closure (G16): arrived-settled, withdrawn, not-recommended, refused, no-programme, signposted, duplicate, consent-refused, lost-contact, removed, deceased, erasure
        """;

    [Fact]
    public void Rows_AreTheContract()
    {
        var printed = GateTable.Rows.Select(r => $"{r.Key} ({r.Number}): {string.Join(", ", r.Outcomes)}");

        Assert.Equal(Contract.Split('\n', StringSplitOptions.TrimEntries), printed);
    }

    [Fact]
    public void For_EveryGate_IsItsOwnRow() => Assert.All(Enum.GetValues<Gate>(), g => Assert.Equal(g, GateTable.For(g).Gate));

    [Fact]
    public void For_UnknownKey_Throws() => Assert.Throws<ArgumentException>(() => GateTable.For("vettting"));

    [Fact]
    public void Exists_KnowsKeysOnly()
    {
        Assert.False(GateTable.Exists("Vetting"));
        Assert.True(GateTable.Exists("vetting"));
    }

    [Fact]
    public void Eyes_FourWhereTheHandbookSaysSo()
    {
        Assert.Equal([Gate.Vetting, Gate.Recommendation, Gate.Dossier, Gate.TravelSafety], GateTable.Rows.Where(r => r.Eyes != Eyes.Two).Select(r => r.Gate));
        Assert.Equal(Eyes.FourOfTwoTeams, GateTable.For(Gate.Vetting).Eyes);
    }

    [Fact]
    public void Deciders_EveryGate_MayUseTheActThatDecidesIt()
    {
        foreach (var row in GateTable.Rows)
        {
            Assert.NotEmpty(row.Deciders);
            var decide = ActCatalogue.RuleOf(row.Eyes == Eyes.Two ? typeof(DecideGate) : typeof(SecondDecision)).Roles;
            Assert.True(row.Deciders.All(decide.Contains), $"A decider of {row.Key} may not use its act.");
            Assert.True(row.Eyes == Eyes.Two ? row.Proposers.IsEmpty : row.Proposers.Length > 0 && row.Proposers.All(ActCatalogue.RuleOf(typeof(ProposeDecision)).Roles.Contains), $"A proposer of {row.Key} may not propose.");
        }
    }

    [Fact]
    public void Deciders_OutsideStatus_NeverDecideInside() =>
        Assert.All(GateTable.Rows.Where(r => r.Deciders.Contains(Role.EmbassyLiaison)), r => Assert.Contains(r.Gate, new[] { Gate.Decision, Gate.Commitment, Gate.TravelDocument }));
}
