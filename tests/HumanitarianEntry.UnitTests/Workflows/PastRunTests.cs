using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Replaying;
using HumanitarianEntry.Workflows.Running;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

public sealed class PastRunTests
{
    private const string Programme = "workflows/fr-ple-kz.v1.json";

    private static readonly PastStep[] Refused =
    [
        .. "referral=accept consent=partial identity=verified interview=complete vetting=integrity-concern evidence=contradicted recommendation=not-recommended closure=not-recommended".Split(' ')
            .Select((step, day) => new PastStep(PastStepKind.Gate, step.Split('=')[0], step.Split('=')[1], Walker.Beginning.AddDays(day))),
    ];

    [Fact]
    public void Compare_TheSameDrawing_NoDifference() => Assert.Empty(Compare(text => text, Refused));

    [Fact]
    public void Compare_AnotherWayAfterAGate_IsListedAndEndsWhereNobodyWaits()
    {
        var differences = Compare(text => Redirect(text, "Not recommended", "interview"), Refused);
        Assert.Equal([7, 8], differences.Select(difference => difference.Step));
        Assert.Contains("closure", differences[0].Was, StringComparison.Ordinal);
        Assert.Contains("interview", differences[0].WouldBe, StringComparison.Ordinal);
        Assert.Equal(("ended: not-recommended", "nobody waits for it"), (differences[1].Was, differences[1].WouldBe));
    }

    [Fact]
    public void Compare_SilenceThenWithdrawal_TimersAndEventsAreRepeated()
    {
        const string Way = "referral=accept consent=consented identity=verified interview=complete vetting=clear evidence=sufficient recommendation=recommend routing=route dossier=released submission=sent";
        PastStep[] steps =
        [
            .. Way.Split(' ').Select(step => new PastStep(PastStepKind.Gate, step.Split('=')[0], step.Split('=')[1], Walker.Beginning)),
            new PastStep(PastStepKind.Timer, "silence", Word: null, Walker.Beginning.AddDays(30)),
            new PastStep(PastStepKind.Event, "applicant-withdrew", "withdraw", Walker.Beginning.AddDays(31)),
        ];
        Assert.Empty(Compare(text => text, steps));
    }

    [Fact]
    public void Compare_CaseThatBeganAgain_GoesOnFromItsNewBeginning()
    {
        PastStep[] steps = [.. Refused, new PastStep(PastStepKind.Reopening, "reopen", Word: null, Walker.Beginning.AddDays(9)), .. Refused[..2]];
        Assert.Empty(Compare(text => text, steps));
        Assert.Throws<RunException>(() => Compare(text => text, [.. Refused[..2], steps[8]]));
    }

    [Fact]
    public void Compare_RecordThatItsOwnVersionCannotRepeat_IsRefused() =>
        Assert.Throws<RunException>(() => Compare(text => text, [new PastStep(PastStepKind.Gate, "vetting", "clear", Walker.Beginning)]));

    private static IReadOnlyList<Difference> Compare(Func<string, string> change, IReadOnlyList<PastStep> steps)
    {
        var own = Definitions.Load(Programme);
        return PastRun.Compare(own, WorkflowDefinition.Parse(change(own.ToJson()), "changed.json"), steps, Walker.Beginning, new Shelf());
    }

    private static string Redirect(string text, string port, string target)
    {
        var document = System.Text.Json.Nodes.JsonNode.Parse(text)!;
        var arrow = document["root"]!["connections"]!.AsArray().Single(one => one!["source"]!["port"]!.GetValue<string>() == port)!;
        arrow["target"]!["activity"] = target;
        return document.ToJsonString();
    }
}
