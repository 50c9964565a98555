using HumanitarianEntry.Casework.Replay;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Replay;

public sealed class CaseFileTests(ITestOutputHelper output)
{
    public static TheoryData<string> Good => [.. CaseFiles.Names.Where(n => !n.StartsWith("bad-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Replay_ShippedCaseFile_EverythingHolds(string name)
    {
        var result = await CaseReplay.RunAsync(
            Path.Combine(CaseFiles.Folder, name), CaseFiles.Options(l => output.WriteLine($"{l.Number,4} {l.At:yyyy-MM-dd} {l.Who,-12} {l.What,-40} -> {l.Outcome} {(l.Ok ? "ok" : "DIFFERS")}")), CancellationToken.None);
        Assert.True(result.Failure is null, result.Failure);
    }
}
