using System.Text.RegularExpressions;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Running;
using HumanitarianEntry.Workflows.Validation;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

/// <summary>Every recorded flowchart either behaves as Elsa's default mode did, or is refused with its code.</summary>
public sealed partial class RecordingTests
{
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["06-implicit-merge-after-fork"] = "V10",
        ["07-waitall-dead-branch"] = "V5",
        ["08-waitallactive-dead-branch"] = "V0",
        ["10-loop-from-parallel-into-earlier"] = "V3",
        ["11-switch-matchany"] = "V0",
        ["14-end-completes-flowchart"] = "V0",
        ["15-fault"] = "V0",
        ["17-unconnected-outcome"] = "V1",
        ["18-race-mergemode"] = "V0",
        ["19-merge-mergemode-dead"] = "V0",
        ["20-cascade-mergemode"] = "V0",
        ["21-two-loops-parallel-join"] = "V7",
        ["21b-loop-in-branch-waitallactive"] = "V7",
        ["23-multi-token-same-node"] = "V10",
        ["24-nested-flowchart-loop-in-branch"] = "V0",
        ["26-race-in-nested-flowchart-in-parallel-branch"] = "V0",
        ["26b-race-in-flownode"] = "V9",
        ["29-decision-inside-branch-both-to-join-waitall"] = "V4",
        ["31-rework-loop-after-join"] = "V8",
        ["33-finish-in-branch-of-nested"] = "V0",
    };

    public static TheoryData<string> Names => [.. Recordings().Keys];

    /// <summary>Those that the subset can run, without the migrations.</summary>
    public static TheoryData<string> Accepted => [.. Recordings().Where(recording => !Refused.ContainsKey(recording.Key) && !recording.Value.Contains("SwitchAt", StringComparison.Ordinal)).Select(recording => recording.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Recording_InOurSubset_BehavesAsRecordedOrIsRefused(string name)
    {
        var recording = Recordings()[name];
        var definition = Build(recording, "Build=");
        var codes = DefinitionValidator.ValidateStructure(definition).Select(finding => finding.Code).Distinct().ToList();
        if (Refused.TryGetValue(name, out var code))
        {
            Assert.Contains(code, codes);
            Assert.Throws<DefinitionException>(() => Walker.Start(definition));
            return;
        }
        Assert.Empty(codes);
        if (recording.Contains("SwitchAt", StringComparison.Ordinal)) return;
        Compare(name, Walker.Start(definition));
    }

    // "set" stimuli stand in the definition's list and not in the trace.
    private static void Compare(string name, Walker walker)
    {
        var trace = new Queue<string>(Traces()[name].Where(line => line.StartsWith("   -> ", StringComparison.Ordinal)));
        Expect(trace.Dequeue(), walker);
        foreach (var stimulus in StimuliOf(Recordings()[name]))
        {
            walker.Do(stimulus);
            if (stimulus.StartsWith("set ", StringComparison.Ordinal)) continue;
            Expect(trace.Dequeue(), walker);
            if (walker.State.Status == RunStatus.Finished) return;
        }
        Assert.Empty(trace);
    }

    private static void Expect(string line, Walker walker)
    {
        var match = LinePattern().Match(line);
        Assert.True(match.Success, line);
        if (match.Groups["seen"].Value.Contains("no bookmark", StringComparison.Ordinal))
        {
            Assert.Equal(StimulusVerdict.TooLate, walker.Last.Result.Verdict);
            return;
        }
        var waiting = match.Groups["waiting"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        Assert.Equal(string.Join(",", waiting), walker.Position);
    }

    /// <summary>The lines of a trace without what only the recorder knew.</summary>
    internal static IEnumerable<string> LinesOf(string name) =>
        Traces()[name].Where(line => line.StartsWith("   -> ", StringComparison.Ordinal)).Select(line => SubStatusPattern().Replace(line, "").Replace(" inc=1", " inc=1 (boom: boom)", StringComparison.Ordinal).Trim());

    internal static List<string> StimuliOf(string recording) =>
        [.. QuotedPattern().Matches(recording[recording.IndexOf("Stimuli=", StringComparison.Ordinal)..]).Select(match => match.Groups["text"].Value)];

    internal static WorkflowDefinition Build(string recording, string which, string versionId = "drawing-v1")
    {
        var drawing = new Drawing
        {
            VersionId = versionId,
            IncidentStrategy = recording.Contains("boom", StringComparison.Ordinal) && !recording.Contains("Continue=true", StringComparison.Ordinal) ? "FaultStrategy" : "ContinueWithIncidentsStrategy",
        };
        drawing.With(string.Join(' ', VariablePattern().Matches(recording).Select(match => $"{match.Groups["name"].Value}={match.Groups["value"].Value}")));
        var text = recording[recording.IndexOf(which, StringComparison.Ordinal)..];
        var graphs = GraphPattern().Matches(text);
        var isNested = text.StartsWith(which + "{", StringComparison.Ordinal);
        if (isNested) drawing.WithInner("inner", graphs[0].Groups["items"].Value, graphs[0].Groups["arrows"].Value);
        var main = graphs[isNested ? 1 : 0];
        var items = main.Groups["items"].Value;
        if (text.Contains("box:flownode", StringComparison.Ordinal)) items = BoxPattern().Replace(items, "box:flownode(inner)");
        return drawing.Build(items, main.Groups["arrows"].Value);
    }

    internal static Dictionary<string, string> Recordings() => Sections("definitions.txt").ToDictionary(section => section.Key, section => string.Concat(section.Value));

    private static Dictionary<string, List<string>> Traces() => Sections("traces.txt");

    private static Dictionary<string, List<string>> Sections(string file)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var current = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests/HumanitarianEntry.UnitTests/Workflows/Recordings", file)))
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal)) sections[line[4..].Replace(" [CounterBased]", "", StringComparison.Ordinal).Trim()] = current = [];
            else if (!line.StartsWith('#')) current.Add(line);
        }
        return sections;
    }

    [GeneratedRegex(@"^   -> (?<stimulus>\S+)\s+(?<seen>waiting\[(?<waiting>.*?)\]|\(no bookmark)", RegexOptions.None, 1000)]
    private static partial Regex LinePattern();

    [GeneratedRegex("/\\w+(?= inc)| inc=0|(?<= inc=1) trace=.*| trace=.*", RegexOptions.None, 1000)]
    private static partial Regex SubStatusPattern();

    [GeneratedRegex("\"(?<text>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex QuotedPattern();

    [GeneratedRegex("\\[\"(?<name>\\w+)\"\\]=\"(?<value>\\w+)\"", RegexOptions.None, 1000)]
    private static partial Regex VariablePattern();

    [GeneratedRegex("G\\(\\[(?<items>.*?)\\],\\s*\"(?<arrows>.*?)\"\\)", RegexOptions.Singleline, 1000)]
    private static partial Regex GraphPattern();

    [GeneratedRegex(@"(?<=,)box(?=,)", RegexOptions.None, 1000)]
    private static partial Regex BoxPattern();
}
